"""What people say of a day to come is scored beside the map and beside no change."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import a_forecast
from themewatch.domain.forecast import ScoredForecast, mean_scores


def test_a_sure_forecast_scores_nothing_if_right_and_one_if_wrong():
    sure = a_forecast(chance=1.0)
    assert ScoredForecast(sure, came_true=True).own == 0
    assert ScoredForecast(sure, came_true=False).own == 1


def test_all_three_are_scored_on_the_same_outcome():
    forecast = a_forecast(chance=0.4, estimated=0.22, unchanged=0.03)
    scored = ScoredForecast(forecast, came_true=True)
    assert scored.own == pytest.approx(0.36)
    assert scored.estimated == pytest.approx(0.6084)
    assert scored.unchanged == pytest.approx(0.9409)


def test_scores_are_the_mean_over_what_was_scored():
    true, false = a_forecast(chance=0.9), a_forecast(chance=0.5)
    found = mean_scores([ScoredForecast(true, True), ScoredForecast(false, False)])
    assert found.forecasts == 2
    assert found.own == pytest.approx((0.01 + 0.25) / 2)


def test_nothing_scored_is_no_score():
    assert mean_scores([]) is None


KEPT = datetime(2026, 9, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("now", "is_fixed"),
    [
        (KEPT, False),
        (KEPT + timedelta(days=1) - MINUTE, False),
        (KEPT + timedelta(days=1), True),
        (KEPT + timedelta(days=400), True),
    ],
)
def test_it_stands_for_good_a_day_after_it_was_kept(now, is_fixed):
    assert a_forecast(recorded_at=KEPT).is_fixed(now) is is_fixed


def test_it_stands_for_good_once_its_day_has_come():
    late = a_forecast(recorded_at=KEPT, by=date(2026, 9, 2))
    assert not late.is_fixed(datetime(2026, 9, 1, 23, tzinfo=UTC))
    assert late.is_fixed(datetime(2026, 9, 2, 0, tzinfo=UTC))


@pytest.mark.parametrize(("count", "are_enough"), [(4, False), (5, True)])
def test_from_five_on_the_scores_are_enough_to_say_something(count, are_enough):
    found = mean_scores([ScoredForecast(a_forecast(), True)] * count)
    assert found.are_enough is are_enough
