import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.rounding import rounded_to_sum

amounts = st.lists(st.floats(-5, 5), min_size=1, max_size=40)


@given(amounts)
def test_what_is_shown_adds_up_and_is_off_by_less_than_a_hundredth(given_amounts):
    total = round(sum(given_amounts), 2)
    rounded = rounded_to_sum(given_amounts, total)
    assert sum(round(100 * amount) for amount in rounded) == round(100 * total)
    for amount, shown in zip(given_amounts, rounded, strict=True):
        assert abs(shown - amount) < 0.01 + 1e-9


@given(amounts, st.integers(-300, 300))
def test_any_total_is_reached(given_amounts, hundredths):
    rounded = rounded_to_sum(given_amounts, hundredths / 100)
    assert sum(rounded) == pytest.approx(hundredths / 100)


def test_what_needs_no_rounding_is_left_alone():
    assert rounded_to_sum([0.25, -0.5, 0.0], -0.25) == [0.25, -0.5, 0.0]


def test_nothing_rounds_to_nothing():
    assert rounded_to_sum([], 0.0) == []
