"""Checkpoints and forecasts are said plainly, the same everywhere."""

from datetime import date

import pytest

from tests.factories import a_catalogue, a_checkpoint, a_forecast
from themewatch.charts.checkpoint_words import checkpoint_facts
from themewatch.charts.forecast_words import (
    against_map,
    outcome_words,
    three_chances,
    three_scores,
    too_few,
)
from themewatch.domain.forecast import ScoredForecast, mean_scores

DUE = date(2027, 1, 15)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"due_on": DUE}, "due 2027-01-15 · a ruling · Consistency & control"),
        ({"due_on": None, "theme": None}, "open date · a ruling · all themes"),
        (
            {"settled_on": date(2026, 9, 1), "result": "x", "subject": "promise"},
            "settled 2026-09-01 · a promised release · Consistency & control",
        ),
    ],
)
def test_a_checkpoint_says_when_what_and_where(changes, said):
    checkpoint = a_checkpoint(**changes)
    assert checkpoint_facts(checkpoint, a_catalogue(), date(2026, 10, 1)) == said


def scored(chance, estimated=0.4, *, came_true=True):
    forecast = a_forecast(chance=chance, estimated=estimated, unchanged=0.0)
    return ScoredForecast(forecast, came_true)


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0.5, "closer than the map"),
        (0.3, "further off than the map"),
        (0.4, "as close as the map"),
        (0.401, "as close as the map"),
    ],
)
def test_it_is_said_who_was_closer(chance, said):
    assert against_map(scored(chance)) == said
    assert against_map(mean_scores([scored(chance)])) == said


def test_all_three_chances_and_scores_stand_side_by_side():
    one = scored(0.5, came_true=False)
    assert three_chances(one.forecast) == "50 % · the map: 40 % · no change: under 1 %"
    assert three_scores(one) == "0.25 · the map: 0.16 · no change: 0.00"
    assert outcome_words(one) == "did not come true"


@pytest.mark.parametrize("count", [0, 1, 4])
def test_few_are_counted(count):
    assert too_few(count) == f"too few to say ({count} scored)"
