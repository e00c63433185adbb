"""Every page with 10 000 claims and 10 000 notes: opened, and run again.

Each takes turns in one Chromium with the same page before anybody logged anything,
which it may take twice as long as, and with a blank page of Streamlit's. No bound is
set on that: the script that draws a Plotly chart takes a second on its own. An
opening is timed from the navigation, in a browser that has been there; a rerun from
the key. Both end with the frame that paints the last change, its script over.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.browser import chromium, opening, start_clock, timing_openings, visit
from benchmarks.claims import write_claims
from benchmarks.evidence import import_file
from benchmarks.figure import Figure
from benchmarks.map_rerun import rerun
from benchmarks.served import empty_page, themewatch

OPENINGS, RERUNS = 4, 6
MOST = 2.0
PAGES = {
    "map": "",
    "theme": "theme?theme=longer-video",
    "log": "log?theme=longer-video",
    "claims": "claims",
    "claims against tests": "claims?view=vendors",
    "test next": "next",
    "releases": "releases",
    "ahead": "ahead",
}


def measure() -> Iterator[Figure]:
    with ExitStack() as stack:
        home, fresh = (Path(stack.enter_context(TemporaryDirectory())) for _ in "12")
        write_claims(home / "claims.jsonl", datetime.now(UTC).date())
        import_file(home, home / "claims.jsonl")
        ours, unlogged, empty = (
            stack.enter_context(app).address
            for app in (themewatch(home), themewatch(fresh), empty_page())
        )
        browser = stack.enter_context(chromium())
        tabs = timing_openings(browser)
        for name, path in PAGES.items():
            places = ours + path, empty, unlogged + path
            yield from _figures(f"{name} opened", _openings(tabs, places))
            yield from _figures(f"{name} rerun", _reruns(browser, places))


def _figures(name: str, turns: Sequence[Sequence[float]]) -> Iterator[Figure]:
    ours, blank, unlogged = zip(*turns, strict=True)
    yield Figure(name, "ms", ours, unlogged, MOST)
    yield Figure(f"{name}, beside a blank page", "ms", ours, blank, None)


def _openings(tabs: BrowserContext, places: Sequence[str]) -> list[list[float]]:
    """Return a list a turn, after two that fetched and compiled what a page needs."""
    turns = [[opening(tabs, place) for place in places] for _ in range(OPENINGS + 2)]
    return turns[2:]


def _reruns(browser: Browser, places: Sequence[str]) -> list[list[float]]:
    pages = [_ready(visit(browser, place)) for place in places]
    turns = [[rerun(page) for page in pages] for _ in range(RERUNS + 1)][1:]
    for page in pages:
        page.context.close()
    return turns


def _ready(page: Page) -> Page:
    """Let it come to rest, and time every act from here on."""
    page.wait_for_timeout(1000)
    start_clock(page)
    return page
