"""A theme's page asked: when will it do, what moved it, and what lies behind it?"""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow
from tests.browser.server import Server
from tests.browser.window import QUIET, Window
from themewatch.charts.chances import month_words
from themewatch.domain.months import month_end

pytestmark = pytest.mark.browser

CONSISTENCY = "/theme?theme=consistency"


def choose(window: Window, key: str, option: str) -> None:
    expect(window.chart).to_be_visible()  # what stands below has come to rest then
    field = window.page.locator(f".st-key-{key} input")
    field.scroll_into_view_if_needed()
    window.page.wait_for_timeout(QUIET)  # scrolling closes the list of what fits
    field.click()
    window.page.get_by_role("option", name=option, exact=True).click()
    window.settle()


def test_a_forecast_is_asked_for_and_can_be_sent_to_a_colleague(
    furnished: Server, open_window: OpenWindow
) -> None:
    window = open_window(furnished).open(CONSISTENCY)
    end = month_end(date.today(), later=6)  # noqa: DTZ011  the visitor's own day
    choose(window, "stage", "Mature")
    choose(window, "by", month_words(end))
    sentence = re.compile(rf"^Mature by {month_words(end)}: .*%$")
    window.see(sentence)
    expect(window.chart).to_have_attribute("aria-label", re.compile(f"to {end}: "))
    asked = parse_qs(urlsplit(window.page.url).query)
    assert (asked["stage"], asked["by"]) == (["mature"], [f"{end:%Y-%m}"])
    path = window.page.url.removeprefix(furnished.address)
    open_window(furnished).open(path).see(sentence)


def test_what_moved_a_theme_leads_to_each_piece(
    furnished: Server, open_window: OpenWindow
) -> None:
    window = open_window(furnished).open(CONSISTENCY)
    window.see("What moved it", re.compile(r"^was \d\.\d\d on .* new tests? [+−]"))
    window.page.get_by_text(re.compile(r"^\d+ tests and views behind it$")).click()
    window.page.locator(".st-key-moved").get_by_role("link", name="Open").first.click()
    window.page.wait_for_url(re.compile(r"/record\?id="))
    assert window.settle().overflow() == []


def test_what_lies_behind_a_theme_is_opened_part_by_part_and_can_be_sent(
    furnished: Server, open_window: OpenWindow
) -> None:
    window = open_window(furnished).open(CONSISTENCY).see("Test it")
    part = window.page.get_by_role("radio", name=re.compile(r"^Tools tested here \d"))
    part.click()
    window.settle().see(re.compile("tries usable")).not_see("Test it")
    assert parse_qs(urlsplit(window.page.url).query)["show"] == ["tools"]
    assert window.overflow() == []
    path = window.page.url.removeprefix(furnished.address)
    open_window(furnished).open(path).see(re.compile("tries usable")).not_see("Test it")
