"""The inbox in a real browser: cleared by keys alone, and text that stays text."""

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, expect

from tests.browser.conftest import OpenWindow
from tests.browser.evidence import hostile_piece
from tests.browser.news_feed import a_feed, ingest
from tests.browser.server import Server
from tests.browser.window import Window
from tests.feed_server import serve_feeds
from tests.homes import settings_of
from tests.news import put_stories, put_story
from themewatch.services.house import open_house

pytestmark = pytest.mark.browser

HOSTILE_FEEDS = Path(__file__).parents[3] / "shared/data/feeds/hostile"
BEFORE_US = ".st-key-story h2"
SMALL = 200_000  # bytes


def current(window: Window) -> str:
    return window.page.locator(BEFORE_US).inner_text()


def key(window: Window, name: str) -> Window:
    """Press a key as somebody who has looked at what is there."""
    window.page.wait_for_timeout(400)
    window.page.keyboard.press(name)
    return window.settle()


@pytest.fixture
def row(server: Server) -> list[str]:
    """Put five stories of a release each into the server's house."""
    house = open_house(settings_of(server.home))
    with house.writing() as db:
        stories = put_stories(db, 5)
    house.close()
    return stories


def test_from_an_address_to_the_time_line_of_a_theme(
    window: Window, server: Server
) -> None:
    said = window.open().give_name("Ann").marks("◇")
    titles = [f"Kuaishou releases Kling 9.{n}" for n in range(1, 6)]
    with serve_feeds() as feeds:
        address = feeds.answer("/feed", body=a_feed(titles))
        window.follow("Feeds")
        window.page.get_by_label("Address of a site or its feed").fill(address)
        window.press("Add").see("Added. The fetcher will look at", "never looked at")
        ingest(server.home)
    window.follow("Inbox").see("5 stories left")
    clear_five_by_keys(window)
    window.see("All caught up.", "3 accepted, 1 dismissed this week.")
    window.follow("Map")
    now = window.marks("◇")
    assert now["consistency"] > said["consistency"]
    assert now["longer-video"] > said["longer-video"]
    window.open("/theme?theme=longer-video&show=claims").see("vendor says: Mature")
    expect(window.chart).to_have_attribute("aria-label", re.compile("3 stories"))
    window.open("/inbox?view=decided").see("accepted as Kling 9.4 by Ann")
    undo = window.page.get_by_role("button", name="Undo", exact=True)
    undo.nth(2).click()
    window.settle().see("undone by")
    window.follow("Map")
    assert window.marks("◇") == said


def clear_five_by_keys(window: Window) -> None:
    """Dismiss, put off, accept with two claims, undo that, accept, attach."""
    key(window, "x").see("Dismissed: “Kuaishou releases Kling 9.1”")
    key(window, "l").see("comes back tomorrow")
    accept_with_two_claims(window)
    key(window, "u")
    expect(window.page.locator(BEFORE_US)).to_have_text("Kuaishou releases Kling 9.3")
    window.not_see("Accepted: Kling 9.3")
    accept_with_two_claims(window)
    key(window, "a").see("Accepted: Kling 9.4 by Kuaishou. 2 claims kept, without")
    key(window, "t").see("Attach to a release")
    window.page.keyboard.type("Veo 3.1")
    expect(window.page.get_by_role("option").first).to_be_visible()
    window.page.keyboard.press("Enter")
    key(window.settle(), "Control+Enter").see("Attached to Veo 3.1")


def accept_with_two_claims(window: Window) -> None:
    keys = window.page.keyboard
    key(window, "d").see("Accept as a release")
    expect(window.page.get_by_label("Model", exact=True)).to_be_focused()
    for _theme in ("consistency", "longer-video"):
        tab_to_a_choice(window)
        for _stage in range(4):
            keys.press("ArrowRight")
        window.settle()
    key(window, "Control+Enter")
    window.see("Accepted: Kling 9.3 by Kuaishou. 2 claims kept. ")
    window.see("Longer, coherent video: ◇ moved to")


def tab_to_a_choice(window: Window, most: int = 40) -> None:
    for _press in range(most):
        window.page.keyboard.press("Tab")
        if window.page.evaluate("document.activeElement.type === 'radio'"):
            return
    raise AssertionError("Tab never came to a choice.")


@pytest.mark.usefixtures("row")
class TestKeys:
    def test_typing_in_a_field_decides_nothing(self, window: Window) -> None:
        window.open("/inbox")
        window.page.get_by_placeholder("search titles").click()
        window.page.keyboard.type("xlatu")
        window.settle().see("5 stories left")
        window.page.keyboard.press("Enter")
        window.settle().see("Nothing fits.")

    def test_a_key_held_down_decides_one_story_at_a_time(self, window: Window) -> None:
        window.open("/inbox").see("5 stories left")
        window.page.wait_for_timeout(400)
        for _press in range(4):
            window.page.keyboard.press("x")
        window.settle().see("4 stories left")
        assert current(window) == "Kite 2 is now available"

    def test_forward_back_and_the_form_left_by_escape(self, window: Window) -> None:
        window.open("/inbox")
        key(key(window, "j"), "j")
        assert current(window) == "Kite 3 is now available"
        key(window, "k")
        assert current(window) == "Kite 2 is now available"
        key(window, "d").see("Accept as a release")
        key(window, "Escape").not_see("Accept as a release")
        assert current(window) == "Kite 2 is now available"

    def test_what_is_looked_for_stands_in_the_address(self, window: Window) -> None:
        window.open("/inbox")
        field = window.page.get_by_role("combobox", name="Theme")
        field.click()
        window.page.get_by_role("option", name="Longer, coherent video").click()
        window.settle()
        expect(window.page).to_have_url(re.compile("about=longer-video"))
        window.page.reload()
        window.settle().see("5 stories left")

    def test_two_windows_do_not_overwrite_each_other(
        self, server: Server, open_window: OpenWindow
    ) -> None:
        one, other = open_window(server), open_window(server)
        other.open("/inbox").see("5 stories left")
        one.open("/inbox").give_name("Ann").heading.click()  # away from the field
        key(one, "x").see("4 stories left")
        key(other, "a").see("was dismissed by Ann meanwhile")
        other.see("4 stories left")


class TestTextFromOutside:
    @pytest.fixture(autouse=True)
    def _alarms(self, window: Window) -> None:
        self.alarms: list[str] = []

        def note(dialog: Dialog) -> None:
            self.alarms.append(dialog.message)
            dialog.dismiss()

        window.page.on("dialog", note)

    def look_inert(self, window: Window) -> None:
        """Nothing ran, nothing was asked of anybody else, nothing became markup."""
        assert self.alarms == []
        assert window.hosts == {window.address.removeprefix("http://")}
        assert window.page.evaluate(MARKUP) == []

    def test_hostile_words_stay_words(self, window: Window, server: Server) -> None:
        house = open_house(settings_of(server.home))
        with house.writing() as db:
            put_story(db, "s1", hostile_piece(datetime.now(UTC)))
        house.close()
        window.open("/inbox").see("1 story left")
        self.look_inert(window)
        shown = window.page.get_by_test_id("stMain").inner_text().replace("\u2060", "")
        assert "<script>alert(1)</script> end" in shown
        assert "![x](http://evil.example/x.png) <img" in shown
        for press in ("a", "Escape", "x"):
            key(window, press)
            self.look_inert(window)
        window.open("/inbox?view=decided").see("Title")
        self.look_inert(window)

    def test_hostile_feeds_are_inert(self, window: Window, server: Server) -> None:
        if not HOSTILE_FEEDS.is_dir():
            pytest.skip("the hostile feeds are not here")
        with serve_feeds() as feeds:
            window.open("/feeds")
            for name in ("xss_bodies.xml", "markdown_injection.xml"):
                body = dated_now((HOSTILE_FEEDS / name).read_text("utf-8"))
                field = window.page.get_by_label("Address of a site or its feed")
                field.fill(feeds.answer(f"/{name}", body=body))
                window.press("Add")
            ingest(server.home)
        window.open("/inbox?hidden=shown")
        left = int(window.page.locator(".st-key-counts").inner_text().split()[0])
        assert left >= 10
        for _story in range(left):
            self.look_inert(window)
            window.page.keyboard.press("j")
            window.settle()
        window.open("/feeds")
        self.look_inert(window)


def dated_now(feed: str) -> str:
    now = format_datetime(datetime.now(UTC))
    return re.sub(r"<pubDate>[^<]*", f"<pubDate>{now}", feed)


MARKUP = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const strange = "script, img, iframe, object, embed, form[action], base, meta, math, "
    + "svg[onload], details[ontoggle], .katex, a[href^='http'][href*='evil'], "
    + "a[href^='http'][href*='tracker'], a[href^='javascript']";
  return [...main.querySelectorAll(strange)].map((node) => node.outerHTML);
}"""
