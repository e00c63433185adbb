"""Watching for what lies ahead, saying what came of it, and forecasting oneself."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.window import Window
from tests.factories import a_forecast
from themewatch.config import Settings
from themewatch.services.house import open_house
from themewatch.services.log import log_record

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
    window.settle().not_see("Your per cent is missing")


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


def test_a_forecast_whose_day_has_come_is_scored_and_stands(
    server: Server, window: Window
) -> None:
    long_ago = datetime.now(UTC) - 90 * DAY
    forecast = a_forecast(
        id="f-old",
        recorded_at=long_ago,
        on=long_ago.date(),
        by=(datetime.now(UTC) - 2 * DAY).date(),
    )
    house = open_house(Settings.from_environment(f"{server.home}/themewatch.sqlite"))
    with house.writing() as db:
        log_record(db, forecast)
    house.close()
    window.open("/ahead?view=forecasts")
    window.see("Scored forecasts", re.compile("did not come true$"))
    window.see("All of us together: too few to say (1 scored).")
    window.page.get_by_test_id("stMain").get_by_role("link", name="Open").click()
    window.settle().see("A forecast stands from a day after it was kept")
    expect(window.page.get_by_role("button", name="Take it back")).to_have_count(0)
