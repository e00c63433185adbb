"""A second start, everything installed, against `streamlit run` of an empty page.

Both are started in turn: until the page and the health check answer, and until the
page's first script run is drawn in a Chromium that is open and has been there before.
The database holds what is shipped, as it does after a first start.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import BrowserContext

from benchmarks.browser import chromium, open_page
from benchmarks.figure import Figure
from benchmarks.map_rerun import FIRST_LANE
from benchmarks.served import Served, streamlit_run, themewatch

TURNS = 7
MOST = 3.0  # seconds
TEXT = '[data-testid="stText"]'

Start = Callable[[], AbstractContextManager[Served]]


def measure() -> Iterator[Figure]:
    with TemporaryDirectory() as folder, chromium() as browser:
        ours, context = partial(themewatch, Path(folder)), browser.new_context()
        turns = [_turn(context, ours) for _ in range(TURNS + 1)][1:]
    served, peer_served, drawn, peer_drawn = zip(*turns, strict=True)
    yield Figure("second start to served page", "s", served, peer_served, MOST, "s")
    yield Figure("second start to drawn page", "s", drawn, peer_drawn, MOST, "s")


def _turn(context: BrowserContext, ours: Start) -> tuple[float, float, float, float]:
    served, drawn = _seconds(context, ours, FIRST_LANE)
    peer_served, peer_drawn = _seconds(context, streamlit_run, TEXT)
    return served, peer_served, drawn, peer_drawn


def _seconds(context: BrowserContext, start: Start, mark: str) -> tuple[float, float]:
    begun = perf_counter()
    with start() as served:
        page = open_page(context, served.address)
        page.wait_for_selector(mark)
        drawn = perf_counter() - begun
        page.close()
    return served.seconds, drawn
