"""axe finds nothing on any page but what is Streamlit's own and known."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import LAPTOP
from tests.browser.places import KEEPER, PLACES
from tests.browser.server import Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

TAGS = (
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    "best-practice",
)
KNOWN = {
    "target-size": 'role="spinbutton"',
    "presentation-role-conflict": 'data-testid="stFileUploaderDropzone"',
    "color-contrast": "foreground color: #2563eb",
}
"""What Streamlit's own elements break, each rule with what marks the element.

- target-size: the month and the day in a date are 18 by 20 pixels; the button beside
  them opens a calendar.
- presentation-role-conflict: the frame around "Upload" has a label; minor.
- color-contrast: in the dark, the chosen one of several pills and what a slider says
  bear the same blue that has to carry white on buttons; no colour does both. The pill
  is marked by its frame, too, and the slider by its place.
"""

OPTIONS = {"runOnly": list(TAGS), "resultTypes": ["violations"]}
FIRST = (
    *("map", "map-for-work", "theme", "note", "releases", "nothing"),
    *("inbox", "decided", "feeds", "journal"),
)
EMPTY = {
    name: PLACES[name] for name in (*FIRST, "claims", "vendors", "ahead", "forecasts")
}
UNFOLDED = (
    *("Add detail", "Correct it", "Add a claim"),
    *("Add a checkpoint", "Say what came of it"),
    *("About this journal", "A second one", "Two runs", "Prompt, outputs"),
    *("How it will read", "Bring in"),
    *("settings it was made with", "were looked at"),
    *("Look at them one by one", "Decide again", "Decide without"),
    *("All of it", "Also in", "Last 50 fetches", "Import or export", "What was"),
)


@pytest.fixture(scope="module")
def window(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Window]:
    """Yield one window for all pages in one of the two colour schemes."""
    context = chromium.new_context(
        viewport=LAPTOP,
        reduced_motion="reduce",
        color_scheme=getattr(request, "param", "light"),
    )
    yield Window(context.new_page(), "")
    context.close()


@pytest.mark.parametrize("window", ["light"], indirect=True)
@pytest.mark.parametrize("path", EMPTY.values(), ids=EMPTY.keys())
def test_nothing_is_in_the_way_at_the_first_start(
    window: Window, untouched: Server, path: str
) -> None:
    assert violations(window, untouched, path) == []


@pytest.mark.parametrize("window", ["light", "dark"], indirect=True)
@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES.keys())
def test_nothing_is_in_the_way_with_evidence(
    window: Window, furnished: Server, path: str
) -> None:
    assert violations(window, furnished, path, KEEPER.name) == []


def violations(window: Window, server: Server, path: str, name: str = "") -> list[str]:
    """Return what axe finds on a page, known by a name, whose folded parts are open."""
    window.address = server.address
    window.remember(name).open(path)
    for folded_away in UNFOLDED:
        for folded in window.page.locator("summary", has_text=folded_away).all():
            folded.click()
            window.settle()
    return faults(window)


def faults(window: Window) -> list[str]:
    found = Axe().run(window.page, options=OPTIONS).response
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
        if not _is_known(violation["id"], node)
    ]


def _is_known(rule: str, node: dict[str, Any]) -> bool:
    said = f"{node['html']} {node['failureSummary']}"
    return rule in KNOWN and KNOWN[rule] in said


def test_a_fault_of_ours_would_be_found(window: Window, untouched: Server) -> None:
    window.address = untouched.address
    window.open("/releases")
    window.page.evaluate(
        """document.querySelector("main").insertAdjacentHTML(
            "beforeend", '<img src="data:,"><button></button>')"""
    )
    rules = {said.split()[0] for said in faults(window)}
    assert rules == {"image-alt", "button-name"}
