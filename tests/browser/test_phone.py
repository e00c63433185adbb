"""A phone's width: everything is there, legible, and nothing scrolls sideways."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenWindow
from tests.browser.places import KEEPER, PLACES
from tests.browser.server import Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "user_agent": "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Mobile Safari",
    "has_touch": True,
    "reduced_motion": "reduce",
    "is_mobile": True,
}
LEAST_LETTERS = 10.5  # pixels high, as drawn


@pytest.fixture(scope="module")
def phone(chromium: Browser, furnished: Server) -> Iterator[Window]:
    context = chromium.new_context(**PHONE)
    yield Window(context.new_page(), furnished.address).remember(KEEPER.name)
    context.close()


@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES.keys())
def test_nothing_scrolls_sideways(phone: Window, path: str) -> None:
    phone.open(path)
    assert phone.overflow() == []


def test_the_map_is_legible(phone: Window) -> None:
    phone.open()
    expect(phone.chart).to_be_visible()
    letters = phone.page.evaluate(LETTERS)
    assert min(size for _text, size in letters) >= LEAST_LETTERS
    width = phone.page.evaluate("window.innerWidth")
    boxes = phone.page.evaluate(BOXES)
    assert [b for b in boxes if b[1] < 0 or b[2] > width] == []
    assert "Consistency" in [text for text, *_ in boxes]


def test_a_wide_window_made_narrow_redraws_the_map(
    furnished: Server, open_window: OpenWindow
) -> None:
    window = open_window(furnished).open()
    expect(window.chart).to_be_visible()
    wide = window.page.evaluate("document.querySelector('.js-plotly-plot').layout")
    window.page.set_viewport_size({"width": 390, "height": 844})
    window.page.wait_for_function(
        "wide => document.querySelector('.js-plotly-plot')?.layout?.margin.l < wide",
        arg=wide["margin"]["l"],
    )


LETTERS = """() => [...document.querySelectorAll(".js-plotly-plot text")]
  .filter((node) => node.textContent.trim())
  .map((node) => [node.textContent, parseFloat(getComputedStyle(node).fontSize)])"""
BOXES = """() => [...document.querySelectorAll(".js-plotly-plot text")]
  .filter((node) => node.textContent.trim())
  .map((node) => [node.textContent, node.getBoundingClientRect()])
  .map(([text, box]) => [text, box.left, box.right])"""
