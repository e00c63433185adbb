"""Reruns of pages with 10 000 claims and 10 000 notes, against an empty page's.

The pages are open in one Chromium, one after another, and take turns with the empty
one. Timed as the map's rerun is: from the key to the last change, painted.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from benchmarks.browser import chromium, start_clock, visit
from benchmarks.claims import write_claims
from benchmarks.evidence import import_file
from benchmarks.figure import Figure
from benchmarks.map_rerun import rerun
from benchmarks.served import empty_page, themewatch

TURNS = 11
MOST = 2.0
PAGES = {
    "claims": "claims",
    "claims against tests": "claims?view=vendors",
    "test next": "next",
    "ahead": "ahead",
    "theme": "theme?theme=longer-video",
    "log": "log?theme=longer-video",
    "map": "",
}


def measure() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        write_claims(home / "claims.jsonl", datetime.now(UTC).date())
        import_file(home, home / "claims.jsonl")
        with themewatch(home) as ours, empty_page() as peer, chromium() as browser:
            empty = _ready(visit(browser, peer.address))
            for name, path in PAGES.items():
                yield _timed(browser, name, ours.address + path, empty)


def _timed(browser: Browser, name: str, address: str, empty: Page) -> Figure:
    page = _ready(visit(browser, address))
    turns = [(rerun(page), rerun(empty)) for _ in range(TURNS + 2)][2:]
    page.context.close()
    ours, peer = zip(*turns, strict=True)
    return Figure(f"{name} rerun", "ms", ours, peer, MOST)


def _ready(page: Page) -> Page:
    """Let it come to rest, and time every act from here on."""
    page.wait_for_timeout(2000)
    start_clock(page)
    return page
