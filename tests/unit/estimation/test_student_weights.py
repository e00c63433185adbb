from datetime import timedelta

import pytest

from tests.unit.estimation.evidence import START, a_reading
from themewatch.estimation import EstimationSettings, estimate

AS_OF = START + timedelta(days=99)


def notes(person: str, count: int, value: float):
    return [
        a_reading(
            f"{person}-{n}",
            on=START + timedelta(days=n * 100 // count),
            value=value + 0.2 * (-1) ** n,
            person=person,
        )
        for n in range(count)
    ]


FOUR = [
    note
    for person, value in {"Ann": 1.4, "Bob": 1.6, "Cem": 1.5, "Dee": 1.7}.items()
    for note in notes(person, 10, value)
]


def shift(readings, extra, **settings) -> float:
    chosen = EstimationSettings(**settings)
    before = estimate(readings, as_of=AS_OF, settings=chosen)
    after = estimate([*readings, *extra], as_of=AS_OF, settings=chosen)
    theme = "longer-video"
    return after.positions[theme].mean - before.positions[theme].mean


def test_five_hundred_glowing_notes_of_one_hardly_move_a_theme_against_four_others():
    zealot = notes("Zoe", 500, 3.7)
    assert abs(shift(FOUR, zealot)) < 0.15
    assert shift(FOUR, zealot, nu=None) > 0.3


def test_one_outlier_moves_a_theme_less_than_it_would_unweighed():
    outlier = [a_reading("odd", on=AS_OF, value=3.9, sd=0.4)]
    assert 0 < shift(FOUR, outlier) < 0.5 * shift(FOUR, outlier, nu=None)


def test_a_single_reading_is_taken_as_it_is():
    now = estimate([a_reading(value=3.9)], as_of=START)
    assert now.positions["longer-video"].mean == pytest.approx(3.9, abs=0.02)
