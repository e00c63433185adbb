"""What is typed into a journal survives reloads, killed servers, lost connections."""

import signal
from collections.abc import Iterator
from time import monotonic, sleep

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.a_month import PERSON, begin_month, entries, house_at, open_day
from tests.browser.a_month import today as this_day
from tests.browser.conftest import OpenWindow
from tests.browser.server import Server
from tests.browser.window import Window
from tests.media import a_png
from themewatch.domain.journal import Journal
from themewatch.services.drafts import find_draft

pytestmark = pytest.mark.browser

FIRST = "The face holds until she turns."
MORE = " Then the coat is blue"
REST = 2.0  # seconds
SOON = 3.5  # seconds in which a text that rests is kept, on a machine with much to do
KEYS = 20  # milliseconds between two
PRESS = 80  # a person's press; in none, Streamlit takes the field's end for the last


@pytest.fixture
def month(server: Server) -> Journal:
    return begin_month(server.home)


@pytest.fixture
def form(window: Window, month: Journal) -> Window:
    return open_day(window, month, "check-in")


def seen(window: Window) -> Locator:
    return window.page.get_by_role("textbox", name="What I saw")


def type_on(window: Window, text: str) -> None:
    seen(window).focus()
    window.page.keyboard.press("Control+End")
    window.page.keyboard.type(text, delay=KEYS)


def kept(server: Server, month: Journal) -> str:
    """Return the text that the server keeps of the form."""
    house = house_at(server.home)
    with house.reading() as db:
        draft = find_draft(db, PERSON, f"check-in-{month.id}-{this_day()}")
    house.close()
    return "" if draft is None else str(draft.fields["text"])


def until_kept(server: Server, month: Journal, text: str, within: float) -> None:
    give_up = monotonic() + within
    while kept(server, month) != text:
        assert monotonic() < give_up, f"kept is {kept(server, month)!r}, not {text!r}"
        sleep(0.05)


def kill(server: Server) -> None:
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()


@pytest.fixture
def thawing(server: Server) -> Iterator[Server]:
    """Yield a server that may be halted: it goes on at the end, so that it can end."""
    yield server
    server.process.send_signal(signal.SIGCONT)


def test_a_text_that_rests_is_kept_and_survives_a_killed_server(
    form: Window, server: Server, month: Journal
) -> None:
    type_on(form, FIRST)
    until_kept(server, month, FIRST, within=REST + SOON)
    kill(server)
    with server:
        form.page.reload()
        form.settle()
        expect(seen(form)).to_have_value(FIRST)
        form.see("Your draft of").press("Save")
        expect(form.saved).to_contain_text("Saved.")
    assert [entry.text for entry in entries(server.home, month)] == [FIRST]


def test_a_field_that_is_left_is_kept_at_once(
    form: Window, server: Server, month: Journal
) -> None:
    type_on(form, FIRST)
    form.page.keyboard.press("Tab")
    until_kept(server, month, FIRST, within=SOON)


def test_typing_on_for_long_is_kept_meanwhile_and_loses_no_letter(
    form: Window, server: Server, month: Journal
) -> None:
    long = "".join(f"{number} tries. " for number in range(1, 60))
    type_on(form, FIRST)
    form.page.wait_for_timeout(1000 * REST + 100)
    type_on(form, long)
    assert len(kept(server, month)) > len(FIRST)
    expect(seen(form)).to_have_value(FIRST + long)
    until_kept(server, month, FIRST + long, within=REST + SOON)
    expect(seen(form)).to_have_value(FIRST + long)
    expect(seen(form)).to_be_focused()


def test_words_typed_just_before_a_reload_come_back(form: Window) -> None:
    type_on(form, FIRST)
    form.page.reload()
    form.settle()
    expect(seen(form)).to_have_value(FIRST)


def test_words_typed_just_before_another_page_was_opened_are_there_afterwards(
    form: Window, server: Server, month: Journal
) -> None:
    type_on(form, FIRST)
    link = form.page.get_by_role("link", name="Map", exact=True)
    link.click(delay=PRESS)
    form.see("What vendors say, and what tests show").follow("Log it")
    expect(seen(form)).to_have_value(FIRST)
    until_kept(server, month, FIRST, within=REST + SOON)


def test_a_letter_that_is_being_composed_is_not_torn_apart(
    form: Window, server: Server, month: Journal
) -> None:
    seen(form).focus()
    editor = form.page.context.new_cdp_session(form.page)
    for part in ("ㅎ", "하", "한"):
        place = {"selectionStart": len(part), "selectionEnd": len(part)}
        editor.send("Input.imeSetComposition", {"text": part, **place})
    form.page.wait_for_timeout(1000 * REST + 1000)
    assert kept(server, month) == ""
    editor.send("Input.insertText", {"text": "한"})
    until_kept(server, month, "한", within=REST + SOON)
    expect(seen(form)).to_have_value("한")


def test_words_typed_just_before_the_server_was_killed_stay_in_the_window(
    form: Window, server: Server, month: Journal
) -> None:
    type_on(form, FIRST)
    until_kept(server, month, FIRST, within=REST + SOON)
    type_on(form, MORE)
    kill(server)
    with server:
        until_kept(server, month, FIRST + MORE, within=30)
        expect(seen(form)).to_have_value(FIRST + MORE)


def test_words_typed_while_the_connection_is_lost_are_kept_once_it_is_back(
    form: Window, thawing: Server, month: Journal
) -> None:
    type_on(form, FIRST)
    until_kept(thawing, month, FIRST, within=REST + SOON)
    thawing.process.send_signal(signal.SIGSTOP)
    type_on(form, MORE)
    form.page.wait_for_timeout(1000 * REST + 500)
    assert kept(thawing, month) == FIRST
    thawing.process.send_signal(signal.SIGCONT)
    until_kept(thawing, month, FIRST + MORE, within=30)
    expect(seen(form)).to_have_value(FIRST + MORE)


def test_words_typed_to_a_server_that_never_answers_again_are_kept_by_the_next(
    form: Window, thawing: Server, month: Journal
) -> None:
    type_on(form, FIRST)
    until_kept(thawing, month, FIRST, within=REST + SOON)
    thawing.process.send_signal(signal.SIGSTOP)
    type_on(form, MORE)
    form.page.wait_for_timeout(1000 * REST + 500)
    kill(thawing)
    with thawing:
        until_kept(thawing, month, FIRST + MORE, within=30)
        expect(seen(form)).to_have_value(FIRST + MORE)


def test_a_file_is_kept_when_it_is_chosen(
    form: Window, server: Server, month: Journal
) -> None:
    picture = {"name": "shot.png", "mimeType": "image/png", "buffer": a_png()}
    form.page.locator('input[type="file"]').first.set_input_files([picture])
    form.see("Files kept with it").settle()
    kill(server)
    with server:
        form.page.reload()
        form.settle().see("shot.png").press("Save")
        expect(form.saved).to_contain_text("Saved.")
    (entry,) = entries(server.home, month)
    assert [ref.name for ref in entry.files] == ["shot.png"]


def test_a_second_window_is_told_and_overwrites_nothing(
    server: Server, month: Journal, open_window: OpenWindow
) -> None:
    one = open_day(open_window(server), month, "check-in")
    other = open_day(open_window(server), month, "check-in")
    type_on(one, FIRST)
    until_kept(server, month, FIRST, within=REST + SOON)
    type_on(other, "Other words.")
    other.see("overwrites nothing until you choose")
    expect(seen(other)).to_have_value("Other words.")
    assert kept(server, month) == FIRST
    other.press("Take the other one")
    expect(seen(other)).to_have_value(FIRST)


def test_save_pressed_twice_keeps_one_entry(
    form: Window, server: Server, month: Journal
) -> None:
    type_on(form, FIRST)
    form.page.get_by_role("button", name="Save", exact=True).dblclick()
    form.settle()
    expect(form.saved).to_contain_text("Saved.")
    assert [entry.text for entry in entries(server.home, month)] == [FIRST]


def test_after_saving_nothing_of_it_comes_back(form: Window, month: Journal) -> None:
    type_on(form, FIRST)
    form.press("Save")
    expect(form.saved).to_contain_text("Saved.")
    open_day(form, month, "check-in")
    expect(seen(form)).to_have_value("")
    form.not_see("Your draft of")
