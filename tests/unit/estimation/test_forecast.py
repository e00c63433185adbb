from datetime import date, timedelta

import numpy as np
import pytest
from pandas.testing import assert_frame_equal

from tests.unit.estimation.evidence import (
    START,
    THEMES,
    TODAY,
    a_reading,
    some_readings,
)
from themewatch.domain.stage import Stage
from themewatch.errors import InputError
from themewatch.estimation import EstimationSettings, estimate
from themewatch.estimation.truncated import stage_probabilities

NEXT_YEAR, LATER = date(2027, 8, 20), date(2029, 1, 31)
PLAIN = EstimationSettings(nu=None)  # where one more reading changes no weights


@pytest.fixture(scope="module")
def now():
    return estimate(some_readings(), as_of=TODAY, horizon=NEXT_YEAR)


def test_the_chance_of_today_is_that_of_the_position(now):
    for theme in THEMES:
        stages = now.positions[theme].stage_probabilities
        later = stages[Stage.MATURING] + stages[Stage.MATURE]
        assert now.chance(theme, Stage.MATURING, TODAY) == pytest.approx(later)


def test_the_first_stage_or_a_later_one_is_certain(now):
    assert now.chance("lower-cost", Stage.EARLY, NEXT_YEAR) == pytest.approx(1)


def test_a_later_stage_is_never_likelier(now):
    chances = [now.chance("lower-cost", stage, NEXT_YEAR) for stage in Stage]
    assert chances == sorted(chances, reverse=True)


def test_doubt_grows_with_every_week_ahead(now):
    path = now.path("consistency")
    ahead = path.loc[path["on"].dt.date >= TODAY, "sd"]
    assert ahead.is_monotonic_increasing
    assert ahead.iloc[-1] > 1.3 * ahead.iloc[0]


@pytest.mark.parametrize("theme", [*THEMES, "editing-fidelity"])
@pytest.mark.parametrize("day", [TODAY, date(2026, 5, 6), START - timedelta(days=9)])
def test_a_forecast_is_what_an_estimate_to_that_day_says(theme, day):
    solved = estimate(some_readings(), as_of=day, horizon=NEXT_YEAR).path(theme)
    solved = solved[solved["on"].dt.date >= day].reset_index(drop=True)
    forecast = estimate(some_readings(), as_of=day).forecast(theme, NEXT_YEAR)
    assert_frame_equal(forecast, solved, rtol=0, atol=1e-9)


def test_a_forecast_s_chance_needs_no_horizon(now):
    without = estimate(some_readings(), as_of=TODAY)
    row = now._row("consistency", NEXT_YEAR)[:, np.newaxis]
    solved = stage_probabilities(float(now._mean(row)[0]), float(now._sd(row)[0]))
    chance = without.chance("consistency", Stage.MATURE, NEXT_YEAR)
    assert chance == pytest.approx(solved[Stage.MATURE], abs=1e-9)


def test_a_horizon_changes_no_forecast(now):
    without = estimate(some_readings(), as_of=TODAY)
    for estimated in (now, estimate(some_readings(), as_of=TODAY, horizon=LATER)):
        forecast = estimated.forecast("lower-cost", LATER)
        same = without.forecast("lower-cost", LATER)
        assert_frame_equal(forecast, same, rtol=0, atol=1e-9)


def test_a_forecast_begins_where_its_theme_stands_today(now):
    forecast = now.forecast("consistency", TODAY)
    position = now.positions["consistency"]
    [first] = forecast.itertuples()
    assert first.on.date() == TODAY
    assert first.mean == pytest.approx(position.mean, abs=1e-9)
    assert first.sd == pytest.approx(position.sd, abs=1e-9)


def test_what_is_past_is_not_forecast(now):
    with pytest.raises(InputError, match="choose a later day"):
        now.forecast("consistency", TODAY - timedelta(days=1))


def test_the_chance_of_a_day_before_all_evidence_is_refused(now):
    with pytest.raises(InputError, match="lies outside"):
        now.chance("consistency", Stage.MATURE, START - timedelta(days=1))


def variance_after(
    theme: str, person: str | None, tool: str | None, sd: float = 0.4
) -> float:
    """What a test would leave, found by doing it (at full trust)."""
    test = a_reading("test", theme=theme, on=TODAY, sd=sd, person=person, tool=tool)
    return (
        estimate([*some_readings(), test], as_of=TODAY, settings=PLAIN)
        .positions[theme]
        .sd
        ** 2
    )


@pytest.mark.parametrize("tool", ["Veo", None])
@pytest.mark.parametrize("person", ["Ann", None])
def test_worth_is_the_variance_a_test_removes(person, tool):
    before = estimate(some_readings(), as_of=TODAY, settings=PLAIN)
    worth = before.worth_testing(person, tool=tool)
    for theme in THEMES:
        after = variance_after(theme, person or "somebody new", tool or "a new one")
        removed = before.positions[theme].sd ** 2 - after
        assert worth[theme] == pytest.approx(removed, abs=1e-8)


@pytest.mark.parametrize("person", ["Ann", None])
def test_how_much_surer_is_the_share_of_the_doubt_a_test_of_each_tool_takes(person):
    before = estimate(some_readings(), as_of=TODAY, settings=PLAIN)
    doubts = {"Veo": 0.4, "Kling": 0.8, None: 0.4, "unheard of": 0.8}
    surer = before.surer(person, doubts)
    assert list(surer) == list(before.themes)
    for theme in THEMES:
        sd = before.positions[theme].sd
        for tool, doubt in doubts.items():
            new = person or "somebody new", tool or "a new one"
            left = variance_after(theme, *new, doubt) ** 0.5 / sd
            assert surer[theme][tool] == pytest.approx(1 - left, abs=1e-8)


def test_how_much_surer_of_no_tools_is_nothing(now):
    assert now.surer("Ann", {})["lower-cost"] == {}


def test_without_effects_who_tests_what_makes_no_difference():
    plain = EstimationSettings(nu=None, effects=False)
    now = estimate(some_readings(), as_of=TODAY, settings=plain)
    surer = now.surer("Ann", {"Veo": 0.4, None: 0.4})["lower-cost"]
    assert surer["Veo"] == surer[None]
    assert now.surer(None, {None: 0.4})["lower-cost"][None] == surer[None]


def test_what_nobody_tested_is_worth_most():
    worth = estimate(some_readings(), as_of=TODAY).worth_testing()
    assert set(list(worth)[-3:]) == set(THEMES)
    assert list(worth.values()) == sorted(worth.values(), reverse=True)


def test_somebody_unheard_of_is_as_new_as_nobody_in_particular(now):
    assert now.worth_testing("Zoe") == now.worth_testing()
