"""The first start, and the first request a new server gets."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow
from tests.browser.places import JOURNAL, KEEPER
from tests.browser.server import Server
from tests.browser.window import Window
from themewatch.domain.theme import SLUGS

pytestmark = pytest.mark.browser

OWN_404 = "/_stcore/"
"""Streamlit asks for its own addresses below a page's, too, before it finds them."""
TAKEN_OVER = "main img[src*=evil], main .katex"


def test_the_first_start_greets_and_draws_the_map(window: Window) -> None:
    window.open()
    expect(window.heading).to_have_text("What vendors say, and what tests show")
    window.see("This is the course's map of early 2026", "Choose a theme, open it")
    expect(window.chart).to_be_visible()
    assert set(window.marks("●")) == set(SLUGS)
    window.press("Close")
    window.not_see("This is the course's map of early 2026")


def test_no_page_asks_another_host_or_complains(
    furnished: Server, open_window: OpenWindow
) -> None:
    window = open_window(furnished).remember(KEEPER.name)
    for path in (
        *JOURNAL.values(),
        "/",
        "/theme?theme=consistency",
        "/log",
        "/log?log=release",
        "/releases",
        "/record?id=n-hostile",
    ):
        window.open(path)
        expect(window.page.locator(TAKEN_OVER)).to_have_count(0)
    window.page.wait_for_timeout(500)
    assert window.hosts == {f"127.0.0.1:{furnished.port}"}
    assert [c for c in window.complaints if OWN_404 not in c] == []


def test_a_deep_link_as_the_first_request_shows_its_theme_and_days(
    window: Window,
) -> None:
    window.open("/theme?theme=longer-video&day=2026-06-01&since=2026-03-01")
    expect(window.heading).to_have_text("Longer, coherent video")
    expect(window.page.get_by_role("textbox", name="Your name")).to_be_visible()
    expect(window.chart).to_be_visible()
    window.see("Since 2026-03-01")
    label = window.page.get_by_label("2026-02-01 to 2026-06-01").first
    expect(label).to_be_attached()


@pytest.mark.parametrize("path", ["/record?id=openai-dall-e-2", "/log"])
def test_no_first_request_passes_by_the_entry_script(window: Window, path: str) -> None:
    window.page.goto(f"{window.address}{path}")
    window.settle()
    sidebar = window.page.get_by_test_id("stSidebar")
    expect(sidebar.get_by_role("textbox", name="Your name")).to_be_visible()


def test_the_address_follows_what_is_chosen(window: Window) -> None:
    window.open("/?compare=2026-03-01")
    window.page.get_by_role("combobox", name="Order").click()
    window.page.get_by_role("option", name="furthest first").click()
    window.settle()
    assert "order=position" in window.page.url
    assert "compare=2026-03-01" in window.page.url
    window.page.reload()
    window.settle()
    shown = window.page.get_by_role("combobox", name="Order")
    expect(shown).to_have_value("furthest first")
