"""A rerun of the map with 10 000 pieces of evidence, against an empty page's.

Both pages are open in one Chromium and take turns. Timed inside the page: from the
click or key to the end of the frame that paints the last change, its script over.
"""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from benchmarks.browser import chromium, milliseconds, start_clock, visit
from benchmarks.evidence import imported_evidence
from benchmarks.figure import Figure
from benchmarks.served import empty_page, themewatch

TURNS = 15
MOST = 2.0
ORDERS = ("least sure first", "as in the course")
FIRST_LANE = ".js-plotly-plot .ytick text"


def measure() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        imported_evidence(Path(folder))
        home = Path(folder)
        with themewatch(home) as ours, empty_page() as peer, chromium() as browser:
            the_map = visit(browser, ours.address)
            yield from _timed(the_map, visit(browser, peer.address))


def _timed(the_map: Page, empty: Page) -> Iterator[Figure]:
    the_map.wait_for_selector(FIRST_LANE)
    for page in (the_map, empty):
        page.wait_for_timeout(2000)
        start_clock(page)
    orders = cycle(ORDERS)
    turns = [_turn(the_map, empty, next(orders)) for _ in range(TURNS + 2)][2:]
    same, empty_same, reordered, counted = zip(*turns, strict=True)
    yield Figure("map rerun, nothing changes", "ms", same, empty_same, MOST)
    yield Figure("map rerun, lanes reordered", "ms", reordered, counted, MOST)


def _turn(the_map: Page, empty: Page, order: str) -> tuple[float, float, float, float]:
    return rerun(the_map), rerun(empty), _reorder(the_map, order), _count(empty)


def rerun(page: Page) -> float:
    """Press R, which is how Streamlit lets a visitor run a page again."""
    page.bring_to_front()
    page.mouse.click(640, 5)
    return milliseconds(page, lambda: page.keyboard.press("r"))


def _reorder(page: Page, order: str) -> float:
    page.bring_to_front()
    before = page.locator(FIRST_LANE).all_text_contents()
    page.locator(".st-key-order input").click()
    option = page.get_by_role("option", name=order)
    option.wait_for()
    page.wait_for_timeout(300)
    taken = milliseconds(page, option.click)
    assert page.locator(FIRST_LANE).all_text_contents() != before, "nothing was redrawn"
    return taken


def _count(page: Page) -> float:
    page.bring_to_front()
    text = page.get_by_test_id("stText")
    before = text.inner_text()
    taken = milliseconds(page, page.get_by_role("button", name="Count").click)
    assert text.inner_text() != before, "nothing was redrawn"
    return taken
