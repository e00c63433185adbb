"""What the served app weighs after ten visits with 10 000 pieces of evidence.

Each visit is somebody new who opens four pages one after another; of the empty app,
its one page as often.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from benchmarks.browser import chromium, visit
from benchmarks.evidence import imported_evidence
from benchmarks.figure import Figure
from benchmarks.served import Served, streamlit_run, themewatch
from themewatch.domain.theme import SLUGS

VISITS = 10
MOST = 350.0  # MB


def measure() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        imported_evidence(home)
        with themewatch(home) as ours, streamlit_run() as peer, chromium() as browser:
            for number in range(VISITS):
                theme = SLUGS[number % len(SLUGS)]
                _walk(browser, ours, ("", f"theme?theme={theme}", "log", "releases"))
                _walk(browser, peer, ("",) * 4)
            weights = [ours.megabytes()], [peer.megabytes()]
    yield Figure("memory after ten visits", "MB", *weights, MOST, "MB")


def _walk(browser: Browser, served: Served, paths: Sequence[str]) -> None:
    page = visit(browser, served.address + paths[0])
    for path in paths[1:]:
        page.goto(served.address + path)
        page.wait_for_load_state("networkidle")
    page.context.close()
