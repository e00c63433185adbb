"""The inbox's keys in a real browser: they work wherever the focus is, once each."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.window import Window
from tests.homes import settings_of
from tests.news import put_stories
from themewatch.services.house import open_house

pytestmark = pytest.mark.browser

BEFORE_US = ".st-key-story h2"


@pytest.fixture
def inbox(window: Window, server: Server) -> Window:
    """Open the inbox on five stories of a release each."""
    house = open_house(settings_of(server.home))
    with house.writing() as db:
        put_stories(db, 5)
    house.close()
    return window.open("/inbox").see("5 stories left")


def key(window: Window, name: str) -> Window:
    """Press a key as somebody who has looked at what is there."""
    window.page.wait_for_timeout(400)
    window.page.keyboard.press(name)
    return window.settle()


def current(window: Window) -> str:
    return window.page.locator(BEFORE_US).inner_text()


def test_a_key_that_stays_down_decides_once(inbox: Window) -> None:
    for _repeat in range(4):
        inbox.page.wait_for_timeout(400)
        inbox.page.keyboard.down("x")
    inbox.page.keyboard.up("x")
    inbox.settle().see("4 stories left")


def test_keys_work_after_a_toggle_a_reason_and_a_field(inbox: Window) -> None:
    inbox.page.get_by_text("Looks like a release", exact=True).first.click()
    key(inbox.settle(), "x").see("4 stories left")
    key(inbox, "1")
    reason = inbox.page.locator(".st-key-inbox-reason input").first
    expect(reason).to_have_value(re.compile("not about these themes"))
    inbox.page.get_by_placeholder("search titles").click()
    inbox.page.keyboard.press("Escape")
    key(inbox, "j")
    assert current(inbox) == "Kite 3 is now available"


def test_a_filter_chosen_with_the_mouse_gives_the_keys_back(inbox: Window) -> None:
    inbox.page.get_by_role("combobox", name="Theme").click()
    inbox.page.get_by_role("option", name="Longer, coherent video").click()
    key(inbox.settle(), "j")
    assert current(inbox) == "Kite 2 is now available"


def test_the_keys_stay_where_they_are(inbox: Window) -> None:
    keys = inbox.page.locator(".st-key-keys")
    before = keys.bounding_box()
    key(inbox, "x").see("4 stories left")
    assert keys.bounding_box() == before


def test_a_story_chosen_further_down_comes_into_view(inbox: Window) -> None:
    inbox.page.set_viewport_size({"width": 1280, "height": 400})
    inbox.page.locator(".st-key-queue button").last.click()
    inbox.settle()
    assert current(inbox) == "Kite 5 is now available"
    expect(inbox.page.locator(BEFORE_US)).to_be_in_viewport()


def test_a_reload_comes_back_to_the_story(inbox: Window) -> None:
    key(key(inbox, "j"), "j")
    expect(inbox.page).to_have_url(re.compile("story="))
    inbox.page.reload()
    inbox.settle()
    assert current(inbox) == "Kite 3 is now available"
