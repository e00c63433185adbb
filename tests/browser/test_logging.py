"""Logging: a note in four actions, a release with claims, and what goes wrong."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenWindow
from tests.browser.server import Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser


def save_a_quick_note(window: Window) -> None:
    """Do the four actions: the model, what happened, a line, save."""
    window.choose_model("Veo 3.1")
    window.page.get_by_role("radio", name="usually works").click()
    window.page.get_by_label("In one line").fill("A street, the face kept in 2 of 3.")
    window.press("Save")


def test_a_quick_note_takes_four_actions_and_moves_the_map(window: Window) -> None:
    before = window.open().give_name("Ann").marks("●")
    window.open("/log?theme=longer-video")
    save_a_quick_note(window)
    expect(window.saved).to_contain_text("The first test here of this theme.")
    expect(window.saved).to_contain_text("Longer, coherent video: ● moved +")
    assert marks_on_the_map(window)["longer-video"] > before["longer-video"]
    window.see("1 test since")
    window.not_see("This is the course's map")


def test_save_pressed_twice_keeps_one_note(window: Window) -> None:
    window.open("/log?theme=longer-video").give_name("Ann")
    window.choose_model("Veo 3.1")
    window.page.get_by_role("radio", name="usually works").click()
    window.page.get_by_role("button", name="Save", exact=True).dblclick()
    window.settle().open("/theme?theme=longer-video")
    window.see("1 test")
    window.not_see("2 tests")


def test_a_release_opened_from_the_list_stands_in_the_address(window: Window) -> None:
    window.open("/releases?search=kling+3")
    window.page.get_by_test_id("stMain").get_by_role("link", name="Open").first.click()
    window.settle()
    expect(window.page).to_have_url(re.compile(r"release=kuaishou"))
    window.page.reload()
    window.settle()
    expect(window.heading).to_contain_text("Kling")


def test_text_from_outside_is_no_link_and_no_icon(window: Window) -> None:
    window.open("/log?theme=longer-video").give_name("Ann")
    save_a_quick_note(window)
    line = "see http://evil.example or www.evil.example :material/home: a@evil.example"
    window.page.get_by_label("In one line").fill(line)
    window.press("Save")
    window.open("/theme?theme=longer-video&show=tests")
    assert window.page.locator('a[href*="evil.example"]').count() == 0
    shown = window.page.get_by_test_id("stMain").inner_text().replace("\u2060", "")
    assert line in shown


def test_a_note_is_undone_and_put_back(window: Window) -> None:
    before = window.open().marks("●")
    window.open("/log?theme=longer-video").give_name("Ann")
    save_a_quick_note(window)
    window.press("Undo")
    expect(window.saved).to_contain_text("Taken back.")
    assert marks_on_the_map(window) == before
    window.follow("Log")
    window.press("Put it back")
    expect(window.saved).to_contain_text("Saved.")
    assert marks_on_the_map(window)["longer-video"] > before["longer-video"]


def marks_on_the_map(window: Window) -> dict[str, float]:
    window.follow("Map")
    return window.marks("●")


def test_a_release_with_claims_moves_vendors_mark_and_not_tests(
    window: Window,
) -> None:
    window.open()
    tested, said = window.marks("●"), window.marks("◇")
    window.open("/log?log=release").give_name("Ann")
    window.page.get_by_label("Model", exact=True).fill("Vision 1")
    vendor = window.page.get_by_role("combobox", name="Vendor")
    vendor.fill("Acme Pictures")
    vendor.press("Enter")
    window.settle()
    for number, theme in enumerate(("Consistency & control", "Multimodality")):
        window.press("Add a claim")
        choose(window, "Theme", theme, number)
        words = window.page.get_by_label("What is claimed, in your own words")
        words.nth(number).fill("Never fails.")
        stages = window.page.get_by_role("radio", name="dependable for paid work")
        stages.nth(number).check(force=True)
        window.settle()
    window.press("Save")
    expect(window.saved).to_contain_text("Vision 1 is logged. 2 claims kept.")
    expect(window.saved).to_contain_text("● stays: no claim moves it.")
    assert marks_on_the_map(window) == tested
    now = window.marks("◇")
    assert now["consistency"] > said["consistency"]
    assert now["multimodality"] > said["multimodality"]
    unmoved = set(said) - {"consistency", "multimodality"}
    assert {t: now[t] for t in unmoved} == {t: said[t] for t in unmoved}


def choose(window: Window, label: str, option: str, number: int = 0) -> None:
    field = window.page.get_by_role("combobox", name=label).nth(number)
    field.click()
    window.page.get_by_role("option", name=option).click()
    window.settle()


def test_a_bad_form_keeps_what_was_typed_and_says_what_to_do(window: Window) -> None:
    window.open("/log?theme=longer-video")
    window.page.get_by_label("In one line").fill("A street.")
    window.unfold("Add detail")
    window.page.get_by_role("spinbutton", name="Tries").fill("3")
    window.page.get_by_role("spinbutton", name="of these acceptable").fill("5")
    window.press("Save")
    window.see("Your name is missing", "The model or tool is missing")
    expect(window.page.get_by_label("In one line")).to_have_value("A street.")
    window.give_name("Ann")
    window.choose_model("Veo 3.1")
    window.press("Save")
    window.see("Acceptable (5) is more than tries (3).")
    expect(window.page.get_by_label("In one line")).to_have_value("A street.")
    expect(window.page.get_by_role("spinbutton", name="Tries")).to_have_value("3")
    window.page.get_by_role("spinbutton", name="of these acceptable").fill("2")
    window.press("Save")
    expect(window.saved).to_contain_text("Saved.")
    expect(window.page.get_by_label("In one line")).to_have_value("")


def test_the_name_is_remembered_when_the_page_is_loaded_again(window: Window) -> None:
    window.open().give_name("Zoë O'Neil")
    window.page.reload()
    window.settle()
    name = window.page.get_by_role("textbox", name="Your name").first
    expect(name).to_have_value("Zoë O'Neil")


def test_what_one_window_saves_the_other_shows_when_it_runs_next(
    server: Server, open_window: OpenWindow
) -> None:
    one, other = open_window(server), open_window(server)
    before = other.open().marks("●")
    one.open("/log?theme=longer-video").give_name("Ann")
    save_a_quick_note(one)
    choose(other, "Order", "least sure first")
    other.see("1 test since")
    assert other.marks("●")["longer-video"] > before["longer-video"]


def test_a_note_is_logged_with_the_keyboard_alone(window: Window) -> None:
    window.open("/log?theme=longer-video")
    keys = window.page.keyboard
    tab_to(window.page, "Your name")
    keys.type("Ann")
    keys.press("Enter")
    window.settle()
    tab_to(window.page, "Model or tool")
    keys.type("Veo 3.1")
    expect(window.page.get_by_role("option").first).to_be_visible()
    keys.press("Enter")
    window.settle()
    tab_to(window.page, "breaks")
    keys.press("ArrowRight")
    keys.press("Space")
    chosen = window.page.get_by_role("radio", name="sometimes works")
    expect(chosen).to_be_checked()
    tab_to(window.page, "In one line")
    keys.type("By keyboard.")
    tab_to(window.page, "Save")
    keys.press("Enter")
    window.settle()
    expect(window.saved).to_contain_text("Saved.")
    window.follow("Open the theme")
    window.page.get_by_role("radio", name=re.compile(r"^Tests \d")).click()
    window.see("By keyboard.")


def tab_to(page: Page, name: str, most: int = 60) -> None:
    """Press Tab until what bears that name has the focus."""
    passed = []
    for _press in range(most):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(FOCUSED))
        if re.match(re.escape(name), passed[-1]):
            return
    raise AssertionError(f"Tab never came to {name!r}, only to {passed}")


FOCUSED = """() => {
  const node = document.activeElement;
  return (node.getAttribute("aria-label") || node.innerText || node.tagName).trim();
}"""
