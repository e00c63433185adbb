"""Watching for what lies ahead, saying what came of it, and forecasting oneself."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow
from tests.browser.server import TimedServer
from tests.browser.window import Window

pytestmark = pytest.mark.browser

DAY = timedelta(days=1)
TITLE = "A ruling on training data"
ROW = "checkpoint"


def add_checkpoint(window: Window, due: datetime) -> None:
    """Add one under the theme whose page leads here."""
    window.open("/theme?theme=longer-video").follow("Add a checkpoint")
    window.page.get_by_label("What to watch for").fill(TITLE)
    month = window.page.get_by_label("Day", exact=True)
    month.get_by_role("spinbutton").first.click()
    window.page.keyboard.type(f"{due:%Y%m%d}")
    window.page.get_by_label("Why it matters").fill("It decides who goes on.")
    window.press("Add it")


def marks_in_the_row(window: Window) -> list[str]:
    """Return the days on which checkpoints stand on the theme's time line."""
    expect(window.chart).to_be_visible()
    found: list[str] = window.page.evaluate(
        """name => document.querySelector(".js-plotly-plot").data
            .find(trace => trace.name === name).x""",
        ROW,
    )
    return [day[:10] for day in found]


def test_a_checkpoint_is_watched_for_from_its_theme_to_what_came_of_it(
    window: Window,
) -> None:
    yesterday = datetime.now(UTC) - DAY
    window.open().give_name("Ann")
    add_checkpoint(window, yesterday)
    expect(window.saved).to_contain_text(f"“{TITLE}” is watched for: due since")
    window.see("Its day has come")

    window.follow("Map")
    window.see(f"Its day has come: {TITLE}")

    window.open("/theme?theme=longer-video")
    assert marks_in_the_row(window) == [f"{yesterday:%Y-%m-%d}"]
    label = window.chart.get_attribute("aria-label") or ""
    assert f"{TITLE} ({yesterday:%Y-%m-%d})" in label

    window.open("/ahead").unfold("Say what came of it")
    window.page.get_by_label("What came of it?").fill("Put off to spring.")
    window.press("Save")
    expect(window.saved).to_contain_text("Put off to spring.")
    window.see("Settled", "What came of it: Put off to spring.")
    window.press("Undo")
    window.see("Its day has come")
    window.press("Put it back")
    window.see("What came of it: Put off to spring.")

    window.follow("Map")
    window.not_see(f"Its day has come: {TITLE}")


def test_pressed_twice_a_forecast_is_kept_once_and_nothing_is_missing(
    window: Window,
) -> None:
    window.open("/theme?theme=longer-video").give_name("Ann")
    window.page.get_by_role("spinbutton", name="your per cent").fill("35")
    keep = window.page.get_by_role("button", name="Keep my forecast")
    keep.click(click_count=2, delay=20)
    expect(window.saved).to_contain_text("35 % · the map:")
    window.settle().not_see("A per cent from 0 to 100 is needed")


def test_a_forecast_is_kept_beside_the_maps_and_taken_back(window: Window) -> None:
    window.open("/theme?theme=longer-video").give_name("Ann")
    window.page.get_by_role("spinbutton", name="your per cent").fill("35")
    window.press("Keep my forecast")
    expect(window.saved).to_contain_text(re.compile(r"35 % · the map: \d+ %"))
    window.see(re.compile("^Maturing by .* · Ann, "))
    window.press("Undo")
    expect(window.saved).to_contain_text("Taken back.")
    window.press("Put it back")
    window.follow("All forecasts")
    window.see("Open forecasts", "Longer, coherent video: Maturing by")


def test_a_forecast_is_scored_when_its_day_comes_and_stands(
    tmp_path: Path, open_window: OpenWindow
) -> None:
    with TimedServer(tmp_path / "home", "2027-01-31T10:00Z") as server:
        window = open_window(server).open("/theme?theme=longer-video").give_name("Ann")
        window.page.get_by_role("spinbutton", name="your per cent").fill("35")
        window.press("Keep my forecast").see(re.compile("^Maturing by .* 2027"))
        window.open("/ahead?view=forecasts").see("Open forecasts")
        window.not_see("Scored forecasts")
        server.set_clock("2028-01-31T10:00Z")
        window.open("/ahead?view=forecasts")
        window.see("Scored forecasts", re.compile("did not come true$"))
        window.see("All of us together: too few to say (1 scored).")
        window.page.get_by_test_id("stMain").get_by_text("Open", exact=True).click()
        window.settle().see("A forecast stands from a day after it was kept")
        take_back = window.page.get_by_role("button", name="Take it back")
        expect(take_back).to_have_count(0)
