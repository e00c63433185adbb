"""The map for what one makes, in a real browser: chosen, sent, taken along."""

import csv
import io

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenWindow
from tests.browser.server import Server
from tests.browser.test_map import taken
from tests.browser.window import Window
from themewatch.services.production import production

pytestmark = pytest.mark.browser

WORKS = production()


@pytest.fixture
def window(furnished: Server, open_window: OpenWindow) -> Window:
    return open_window(furnished)


def field(window: Window, name: str) -> Locator:
    return window.page.get_by_role("combobox", name=name)


def choose(window: Window, name: str, option: str) -> None:
    field(window, name).click()
    window.page.get_by_role("option", name=option).click()
    window.settle()


def themes(make: str) -> list[str]:
    return [need.theme for need in WORKS[make].needs]


def expect_lanes(window: Window, make: str) -> None:
    """Wait until the map has that work's lanes and no other."""
    expect(window.page.locator(".js-plotly-plot .ytick")).to_have_count(
        len(themes(make))
    )
    assert list(window.marks("●")) == themes(make)


def test_choosing_a_work_narrows_the_map_and_the_link_to_it(
    window: Window, open_window: OpenWindow, furnished: Server
) -> None:
    window.open()
    choose(window, "What I make", "Storyboards")
    expect_lanes(window, "storyboarding")
    expect(field(window, "Order")).to_have_value("what matters most first")
    assert "make=storyboarding" in window.page.url
    colleague = open_window(furnished)
    colleague.open(window.page.url.removeprefix(window.address))
    expect_lanes(colleague, "storyboarding")
    choose(window, "What I make", "Everything")
    expect(field(window, "Order")).to_have_value("as in the course")
    assert "make=" not in window.page.url


def test_a_card_leads_to_its_map_and_leaves_the_rest_as_it_was(window: Window) -> None:
    window.open("/?order=position&as_of=2026-06-01")
    window.press("Map for Visual effects").see(WORKS["visual-effects"].asks)
    assert set(window.marks("●")) == set(themes("visual-effects"))
    for chosen in ("make=visual-effects", "order=position", "as_of=2026-06-01"):
        assert chosen in window.page.url
    expect(field(window, "Order")).to_have_value("furthest first")
    expect(field(window, "What I make")).to_have_value("Visual effects")


def test_what_is_taken_along_is_what_is_shown(window: Window) -> None:
    text, name = taken(window, "Table (CSV)", "/?make=b-roll")
    assert name.endswith("-b-roll.csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["theme"] for row in rows] == themes("b-roll")


def test_a_work_s_map_fits_a_phone(window: Window) -> None:
    window.page.set_viewport_size({"width": 390, "height": 844})
    window.open("/?make=b-roll")
    expect(window.chart).to_be_visible()
    assert window.overflow() == []
