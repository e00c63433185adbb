from datetime import date

import pytest

from themewatch.charts.chances import (
    MONTHS,
    chance_words,
    forecast_meaning,
    month_words,
)
from themewatch.domain.stage import Stage


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0, "under 1 %"),
        (0.0099, "under 1 %"),
        (0.01, "1 %"),
        (0.2249, "22 %"),
        (0.986, "99 %"),
        (0.99, "99 %"),
        (0.9901, "over 99 %"),
        (1, "over 99 %"),
    ],
)
def test_no_chance_is_said_surer_than_one_in_a_hundred(chance, words):
    assert chance_words(chance) == words


def test_every_month_has_its_name():
    named = {month_words(date(2027, month, 1)) for month in range(1, 13)}
    assert named == {f"{month} 2027" for month in MONTHS}


def test_what_is_forecast_of_all_but_the_last_stage_is_to_stand_there_or_beyond():
    said = [forecast_meaning(stage, date(2027, 6, 30)) for stage in Stage]
    assert [", or beyond," in meaning for meaning in said] == [True, True, True, False]
