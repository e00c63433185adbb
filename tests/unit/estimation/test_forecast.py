from datetime import date, timedelta

import pytest

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

NEXT_YEAR = date(2027, 8, 20)
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


def test_a_day_beyond_the_horizon_is_refused(now):
    with pytest.raises(InputError, match="lies outside"):
        now.chance("consistency", Stage.MATURE, NEXT_YEAR + timedelta(days=1))
    with pytest.raises(InputError, match="lies outside"):
        now.chance("consistency", Stage.MATURE, START - timedelta(days=1))


def variance_after(theme: str, person: str | None, tool: str | None) -> float:
    """What a careful test would leave, found by doing it (at full trust)."""
    test = a_reading("test", theme=theme, on=TODAY, sd=0.4, person=person, tool=tool)
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


def test_what_nobody_tested_is_worth_most():
    worth = estimate(some_readings(), as_of=TODAY).worth_testing()
    assert set(list(worth)[-3:]) == set(THEMES)
    assert list(worth.values()) == sorted(worth.values(), reverse=True)


def test_somebody_unheard_of_is_as_new_as_nobody_in_particular(now):
    assert now.worth_testing("Zoe") == now.worth_testing()
