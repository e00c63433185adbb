"""A journal's forms: nothing in the way, on a phone and by keyboard too."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.a_month import begin_month, entries, open_day
from tests.browser.conftest import OpenWindow
from tests.browser.server import Server
from tests.browser.test_accessibility import faults
from tests.browser.test_logging import tab_to
from tests.browser.test_phone import PHONE
from tests.browser.window import Window
from tests.media import a_png
from themewatch.domain.journal import Journal

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("forms")) as server:
        yield server


@pytest.fixture
def month(place: Server) -> Journal:
    """Return a month nobody has written into, nor begun to."""
    return begin_month(place.home)


def with_all_open(window: Window, month: Journal, kind: str) -> Window:
    """Open a form with everything there can be in it."""
    open_day(window, month, kind)
    if kind == "check-in":
        picture = {"name": "a.png", "mimeType": "image/png", "buffer": a_png()}
        window.page.locator('input[type="file"]').first.set_input_files([picture])
        window.see("Files kept with it").settle()
        window.press("Add a run").unfold("Prompt, outputs, settings, cost")
    return window


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["check-in", "before", "improvement"])
def test_nothing_is_in_the_way(
    chromium: Browser, place: Server, month: Journal, kind: str, scheme: Any
) -> None:
    context = chromium.new_context(reduced_motion="reduce", color_scheme=scheme)
    window = Window(context.new_page(), place.address)
    with_all_open(window, month, kind)
    assert faults(window) == []
    context.close()


@pytest.mark.parametrize("kind", ["check-in", "before", "improvement"])
def test_nothing_scrolls_sideways_on_a_phone(
    chromium: Browser, place: Server, month: Journal, kind: str
) -> None:
    context = chromium.new_context(**PHONE)
    window = Window(context.new_page(), place.address)
    with_all_open(window, month, kind)
    assert window.overflow() == []
    context.close()


def test_a_check_in_is_written_with_the_keyboard_alone(
    window: Window, server: Server
) -> None:
    month = begin_month(server.home)
    open_day(window, month, "check-in")
    keys = window.page.keyboard
    tab_to(window.page, "What I saw", most=120)
    keys.type("By keyboard.")
    tab_to(window.page, "add")
    keys.press("Enter")
    window.settle()
    window.page.get_by_role("combobox", name="Model or tool").focus()
    keys.type("Veo 3.1")
    expect(window.page.get_by_role("option").first).to_be_visible()
    keys.press("Enter")
    window.settle()
    tab_to(window.page, "Tries")
    keys.type("5")
    tab_to(window.page, "of these usable")
    keys.type("3")
    tab_to(window.page, "Count this result on the shared map")
    keys.press("Space")
    window.settle()
    tab_to(window.page, "Save")
    keys.press("Enter")
    window.settle()
    expect(window.saved).to_contain_text("● moved")
    expect(window.saved).to_be_in_viewport()
    (entry,) = entries(server.home, month)
    (run,) = entry.runs
    assert (entry.text, run.release, run.usable) == (
        "By keyboard.",
        "google-veo-3-1",
        3,
    )
    assert run.note is not None


def test_no_other_host_is_asked(
    place: Server, month: Journal, open_window: OpenWindow
) -> None:
    window = with_all_open(open_window(place), month, "check-in")
    assert window.hosts == {place.address.removeprefix("http://")}


def test_what_is_said_after_saving_is_brought_into_view(
    window: Window, server: Server
) -> None:
    month = begin_month(server.home)
    window.page.set_viewport_size({"width": 900, "height": 420})
    open_day(window, month, "check-in")
    window.page.get_by_role("textbox", name="What I saw").fill("Low window.")
    window.press("Save")
    expect(window.saved).to_be_in_viewport(ratio=1)
