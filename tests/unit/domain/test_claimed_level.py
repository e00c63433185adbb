"""◇: the mean of the boldest quarter of a year's claims."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_claim
from themewatch.domain.claim import claimed_level
from themewatch.domain.stage import Stage

ON = date(2026, 9, 1)
DAY = timedelta(days=1)
YEAR = timedelta(days=365)
EARLY, GROWING, MATURING, MATURE = Stage


def dated(*stages: Stage | None, day: date = ON):
    return [(day, a_claim(claimed_stage=stage)) for stage in stages]


def test_two_claims_are_too_few():
    assert claimed_level(dated(MATURE, MATURE), ON) is None


def test_of_three_claims_the_boldest_counts():
    level = claimed_level(dated(EARLY, MATURE, GROWING), ON)
    assert (level.value, level.claims, level.stage) == (3.5, 3, MATURE)


def test_of_five_claims_the_two_boldest_count():
    level = claimed_level(dated(MATURE, MATURING, EARLY, EARLY, EARLY), ON)
    assert level.value == 3.0


def test_claims_count_for_a_year():
    claims = dated(MATURE, MATURE, MATURE, day=ON)
    assert claimed_level(claims, ON - DAY) is None
    assert claimed_level(claims, ON) is not None
    assert claimed_level(claims, ON + YEAR - DAY) is not None
    assert claimed_level(claims, ON + YEAR) is None


def test_a_claim_of_no_stage_weighs_nothing():
    assert claimed_level(dated(MATURE, MATURE, None), ON) is None
    assert claimed_level(dated(GROWING, GROWING, GROWING, None), ON).claims == 3


@given(st.lists(st.sampled_from(Stage), min_size=3), st.sampled_from(Stage))
def test_the_level_lies_between_the_mean_and_the_boldest_claim(stages, more):
    midpoints = [stage.midpoint for stage in (*stages, more)]
    level = claimed_level(dated(*stages, more), ON).value
    assert sum(midpoints) / len(midpoints) <= level + 1e-9
    assert level <= max(midpoints)


@given(st.lists(st.sampled_from(Stage), min_size=3), st.randoms())
def test_the_order_of_claims_does_not_matter(stages, random):
    shuffled = random.sample(stages, len(stages))
    assert claimed_level(dated(*shuffled), ON).value == pytest.approx(
        claimed_level(dated(*stages), ON).value
    )
