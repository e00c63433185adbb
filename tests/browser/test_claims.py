"""Claims in a real browser: found, opened, overruled and that undone, by vendor."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenWindow
from tests.browser.server import Server
from tests.browser.test_accessibility import faults
from tests.browser.window import Window
from tests.factories import a_claim, a_note, a_release
from tests.homes import settings_of
from themewatch.domain.override import Override
from themewatch.services.house import House, open_house
from themewatch.services.log import log_records
from themewatch.storage.evidence import list_records

pytestmark = pytest.mark.browser

LOOK = "Holds one look over many shots."
OVERRULED = "overruled by Ann: partly — Only by day; tests say: holds up"


@pytest.fixture
def server(server: Server) -> Server:
    """Return a server whose house holds two claims that hold up, beside the shipped."""
    fields = {"release": "acme-vision-1", "tool": None, "tries": 6}
    house = the_house(server)
    with house.writing() as db:
        log_records(db, [a_release(), a_claim(id="look"), a_claim(id="more")])
        log_records(db, [a_note(acceptable=5, signal="style-lock", **fields)])
    house.close()
    return server


def the_house(server: Server) -> House:
    return open_house(settings_of(server.home))


def dialog(window: Window) -> Locator:
    return window.page.get_by_role("dialog")


def ask(window: Window) -> None:
    """Open the dialog of the first claim that holds up."""
    window.open("/claims?outcome=holds-up")
    window.page.get_by_role("button", name="Overrule").first.click()
    window.settle()


def fill(window: Window) -> None:
    dialog(window).get_by_label("Your name").fill("Ann")
    dialog(window).get_by_text("partly", exact=True).click()
    dialog(window).get_by_label("Why?").fill("Only by day.")
    window.settle()


def test_a_claim_is_found_overruled_and_that_is_undone(window: Window) -> None:
    window.open().follow("Claims")
    window.see("200 claims: 198 untested, 2 hold up.")
    window.page.get_by_role("button", name="holds up").first.click()
    window.settle().see("2 claims: 2 hold up.")
    expect(window.page).to_have_url(re.compile(r"outcome=holds-up"))
    window.open("/claims?find=one+look")
    window.page.get_by_role("button", name="Overrule").first.click()
    window.settle()
    window.press("Save")
    expect(dialog(window)).to_contain_text("Your name is missing")
    expect(dialog(window)).to_contain_text("The reason is missing")
    fill(window)
    window.press("Save")
    expect(dialog(window)).to_have_count(0)
    expect(window.saved).to_contain_text("counts as: partly. Neither ● nor ◇ moves.")
    window.see(OVERRULED, "200 claims: 198 untested, 1 holds up, 1 partly.")
    window.press("Undo")
    expect(window.saved).to_contain_text("Taken back.")
    window.not_see(OVERRULED)
    window.see("200 claims: 198 untested, 2 hold up.")


def test_save_pressed_twice_keeps_one_word(window: Window, server: Server) -> None:
    ask(window)
    fill(window)
    window.page.get_by_role("button", name="Save", exact=True).dblclick()
    expect(dialog(window)).to_have_count(0)
    window.settle().see("counts as: partly")
    house = the_house(server)
    with house.reading() as db:
        assert len(list_records(db, Override)) == 1
    house.close()
    window.page.get_by_role("button", name="Overrule").first.click()
    window.settle()
    expect(dialog(window)).not_to_contain_text("is missing")


def test_a_dialog_that_is_left_stays_closed(window: Window) -> None:
    ask(window)
    expect(dialog(window)).to_be_visible()
    window.page.keyboard.press("Escape")
    expect(dialog(window)).to_have_count(0)
    window.settle()
    window.page.get_by_role("button", name="holds up").first.click()
    window.settle().see("200 claims")
    expect(dialog(window)).to_have_count(0)


def test_an_overruling_is_taken_back_on_its_own_page(window: Window) -> None:
    ask(window)
    fill(window)
    window.press("Save")
    window.open("/claims?outcome=partly").follow("Who overruled it")
    window.see(LOOK, "Only by day.")
    window.press("Take it back")
    window.see("It was taken back")
    window.press("Open the claim")
    window.see("Claim about", "✔ holds up").not_see(OVERRULED)


def test_what_one_saves_another_sees_when_the_page_runs_next(
    server: Server, open_window: OpenWindow
) -> None:
    one, other = open_window(server), open_window(server)
    other.open("/claims").see("198 untested, 2 hold up")
    ask(one)
    fill(one)
    one.press("Save")
    other.page.get_by_text("Vendor by vendor").click()
    other.settle().see("198 untested, 1 holds up, 1 partly")


class TestLooking:
    """On the server that others look at, too."""

    @pytest.fixture
    def look(self, furnished: Server, open_window: OpenWindow) -> Window:
        return open_window(furnished)

    def test_a_mark_of_the_chart_opens_its_claim(self, look: Window) -> None:
        look.open("/claims")
        expect(look.chart).to_be_visible()
        box = look.page.locator(".js-plotly-plot path.point").first.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        look.page.mouse.move(x, y)
        look.see(re.compile("tests put it at"))
        look.page.mouse.click(x, y)
        expect(look.heading).to_have_text("Piece of evidence")
        look.see("Claim about", "Outcome so far")

    def test_the_tests_behind_a_claim_open_from_it(self, look: Window) -> None:
        look.open("/claims?vendors=Acme&themes=longer-video")
        look.page.get_by_text(re.compile("tests behind it")).first.click()
        look.settle().follow("Ben Reviewer,")
        look.see("Test note on", "tries acceptable")

    def test_a_vendor_s_claims_are_one_press_away(self, look: Window) -> None:
        look.open("/claims")
        look.page.get_by_text("Vendor by vendor").click()
        look.settle().see("Acme", "as claimed", "ahead of tests")
        look.page.get_by_role("button", name="Its claims").first.click()
        look.settle()
        expect(look.page).to_have_url(re.compile(r"/claims\?vendors=Acme$"))
        look.see(LOOK)
        look.page.reload()
        look.settle().see(LOOK)

    def test_the_dialog_stands_in_nobody_s_way(self, look: Window) -> None:
        look.open("/claims?vendors=Acme")
        look.page.get_by_role("button", name="Overrule").first.click()
        look.settle().press("Save")
        expect(dialog(look)).to_contain_text("The reason is missing")
        assert faults(look) == []

    def test_a_claim_leads_to_who_overruled_it_and_back(self, look: Window) -> None:
        look.open("/record?id=c-vision").press("Who overruled it")
        look.see("Overruled claim").page.go_back()
        look.settle().see("Claim about")

    def test_another_search_begins_at_its_first_page(self, look: Window) -> None:
        look.open("/claims?claims_page=7")
        seventh = look.page.get_by_role("button", name=re.compile(r"\b7\b")).first
        expect(seventh).to_be_visible()
        look.page.get_by_role("button", name="untested").first.click()
        look.settle()
        expect(look.page).not_to_have_url(re.compile("claims_page"))
