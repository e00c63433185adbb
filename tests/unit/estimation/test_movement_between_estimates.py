from datetime import date, timedelta

import pytest

from tests.unit.estimation.evidence import START, TODAY, a_reading, some_readings
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.estimation import estimate, movement

MAY = date(2026, 5, 1)
THEME = "longer-video"


def readings(*values: tuple[date, float], sd: float = 0.4):
    return [
        a_reading(f"note-{n}", on=on, value=value, sd=sd)
        for n, (on, value) in enumerate(values)
    ]


def moved(evidence, since=MAY):
    now, then = estimate(evidence, as_of=TODAY), estimate(evidence, as_of=since)
    return movement(now, then)[THEME]


def test_a_movement_is_the_later_position_minus_the_earlier():
    evidence = some_readings()
    now, then = estimate(evidence, as_of=TODAY), estimate(evidence, as_of=MAY)
    for theme, found in movement(now, then).items():
        expected = now.positions[theme].mean - then.positions[theme].mean
        assert found.amount == expected
    assert tuple(movement(now, then)) == SLUGS


def test_a_rise_that_tests_bear_out_is_clear():
    june = [(date(2026, 6, day), 2.9) for day in range(1, 11)]
    found = moved(readings((START, 1.5), (date(2026, 4, 1), 1.5), *june))
    assert found.amount > 1
    assert found.is_clear


def test_a_slight_change_is_never_clear():
    june = [(date(2026, 6, day), 1.55) for day in range(1, 29)]
    found = moved(readings((START, 1.5), (date(2026, 4, 1), 1.5), *june, sd=0.05))
    assert 0.02 < found.amount < 0.10
    assert not found.is_clear


def test_a_change_within_its_doubt_is_not_clear():
    baseline = a_reading("baseline", value=1.5, sd=0.3)
    single_try = a_reading("try", on=date(2026, 8, 1), value=2.1, sd=0.8)
    found = moved([baseline, single_try])
    assert found.amount > 0.10
    assert found.amount < 1.28 * found.sd
    assert not found.is_clear


def test_a_narrowed_range_is_told_as_a_share():
    june = [(date(2026, 6, day), 1.5) for day in range(1, 11)]
    evidence = readings((START, 1.5), *june)
    now, then = estimate(evidence, as_of=TODAY), estimate(evidence, as_of=MAY)
    shrunk = now.positions[THEME].sd / then.positions[THEME].sd
    assert movement(now, then)[THEME].narrowed == pytest.approx(1 - shrunk)
    assert movement(now, then)[THEME].narrowed > 0.1


@pytest.mark.parametrize("since", [START - timedelta(days=90), MAY])
def test_where_nothing_was_known_before_nothing_clearly_moved(since):
    only_later = readings((date(2026, 6, 1), 3.5), (date(2026, 6, 2), 3.5))
    other_theme = a_reading("other", theme="lower-cost")
    found = moved([*only_later, other_theme], since)
    assert found.amount > 1.9
    assert found.sd > 10
    assert not found.is_clear


def test_between_a_day_and_itself_nothing_moves():
    found = moved(some_readings(), since=TODAY)
    assert (found.amount, found.is_clear, found.narrowed) == (0, False, 0)
    assert found.sd == pytest.approx(0, abs=1e-9)


def test_comparing_with_a_later_day_is_refused():
    now, then = estimate([], as_of=MAY), estimate([], as_of=TODAY)
    with pytest.raises(InputError, match="compare the other way"):
        movement(now, then)
