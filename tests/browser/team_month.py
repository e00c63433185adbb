"""What people of a team do through a month: each function is one thing on screen."""

import os
import subprocess
from pathlib import Path
from urllib.request import ProxyHandler

import feedparser
import httpx
from playwright.sync_api import expect

from tests.browser.provider import Provider
from tests.browser.server import THEMEWATCH, TimedServer
from tests.browser.team import YEARS
from tests.browser.window import QUIET, Window
from tests.homes import variables_of

REFUSED = (401, 404)


def log_a_test(
    window: Window, theme: str, words: str, *, usable: int, model: str = ""
) -> Window:
    """Log how many of ten tries could be used; the last model is filled in already."""
    window.open(f"/log?theme={theme}")
    if model:
        window.choose_model(model)
    window.page.get_by_label("In one line").fill(words)
    window.unfold("Add detail")
    for label, count in (("Tries", 10), ("of these acceptable", usable)):
        window.page.get_by_role("spinbutton", name=label).fill(str(count))
    window.press("Save")
    expect(window.saved).to_contain_text("Saved.")
    return window


def open_review(window: Window, first: str, *voters: str) -> str:
    """Open a review for these people, and return its address."""
    window.open("/review").press(first)
    people = window.page.get_by_role("combobox", name="Who votes")
    for name in voters:
        people.fill(name)
        people.press("Enter")
    people.press("Escape")
    window.press("Open it").see("The review is open.")
    return window.page.url.removeprefix(window.address)


def vote(window: Window, place: str, steps: int, words: str) -> Window:
    """Move the slider from the middle of the scale by so many thirds, and vote."""
    slider = window.open(place).page.get_by_role("slider").first
    slider.focus()
    for _step in range(abs(steps)):
        slider.press("ArrowRight" if steps > 0 else "ArrowLeft")
    window.page.get_by_text("fairly sure", exact=True).first.click()
    window.page.get_by_label("Why, in one sentence?").fill(words)
    return window.press("Send my vote").see("Your vote is kept.")


def choose(window: Window, label: str, option: str) -> Window:
    field = window.page.get_by_role("combobox", name=label)
    field.scroll_into_view_if_needed()
    window.page.wait_for_timeout(QUIET)  # scrolling closes a list
    field.click()
    window.page.get_by_role("option", name=option).click()
    return window.settle()


def fill_day(window: Window, label: str, day: str) -> Window:
    field = window.page.get_by_role("group", name=label)
    for part, value in zip(("year", "month", "day"), day.split("-"), strict=True):
        field.get_by_role("spinbutton", name=part).press_sequentially(value)
    return window.settle()


def publish(window: Window, number: int, title: str, note: str) -> Window:
    """Publish what stands in the form, and read it."""
    for label, text in (("Title", title), ("Note", note)):
        window.page.get_by_role("textbox", name=label, exact=True).fill(text)
    window.press(f"Publish edition {number}")
    expect(window.heading).to_have_text(f"Edition {number}: {title}")
    return window.see("Published. What comes later goes into the next edition.")


def own_feed(window: Window) -> str:
    """Ask for one's own address of the feed."""
    window.open("/editions").press("Show my own address")
    return window.page.locator("code", has_text="/atom.xml").inner_text()


def read_feed(address: str) -> feedparser.FeedParserDict:
    """Read a feed as a news reader does."""
    return feedparser.parse(address, handlers=[ProxyHandler({})])


def is_refused(address: str) -> bool:
    return httpx.get(address, trust_env=False).status_code in REFUSED


def shown_edition(window: Window, number: int) -> tuple[str, dict[str, float], bytes]:
    """Return all that an edition's page shows, the marks of its map, and its JSON."""
    window.open(f"/editions?edition={number}")
    window.see("Copy as picture", "The evidence it rests on")
    window.see("Worked out anew from what was known then: the same figures")
    marks = window.marks("●")
    shown = window.page.get_by_test_id("stMain").inner_text()
    return shown, marks, download(window, "Figures and evidence (JSON)")


def download(window: Window, name: str) -> bytes:
    window.press("Download")
    with window.page.expect_download() as coming:
        window.page.get_by_role("button", name=name).click()
    return coming.value.path().read_bytes()


def run(server: TimedServer, command: str, file: Path) -> str:
    """Run a command where a server's data lies, and return what it says."""
    done = subprocess.run(
        [*THEMEWATCH, command, str(file)],
        env=os.environ | variables_of(server.home) | server.variables,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stderr


def a_place(home: Path, at: str, provider: Provider, database: str = "") -> TimedServer:
    """Return a server on a home where nobody is known yet, not started."""
    server = TimedServer(home, at)
    server.variables = provider.variables(server.address)
    server.variables["THEMEWATCH_SIGN_IN_HOURS"] = YEARS
    if database:
        server.variables["THEMEWATCH_DATABASE_URL"] = database
    return server
