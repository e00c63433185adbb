"""What a note is worth, under the table that is shipped."""

from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_note
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.stage import Stage
from themewatch.domain.weight import (
    Worth,
    is_older_model,
    note_worth,
    place_of_counts,
    results_disagree,
)
from themewatch.services.reference import evidence_weights

WEIGHTS = evidence_weights()
TESTED_ON = date(2026, 8, 15)
STAGE_OF = dict(zip(Verdict, Stage, strict=True))
EQUAL_COUNTS = {
    Verdict.BREAKS: (5, 40),
    Verdict.SOMETIMES: (13, 39),
    Verdict.USUALLY: (26, 39),
    Verdict.DEPENDABLE: (36, 40),
}
"""The share of tries that each verdict stands for."""

counts = st.integers(1, 1000).flatmap(
    lambda tries: st.tuples(st.integers(0, tries), st.just(tries))
)


def worth(released_on=None, **changes) -> Worth | None:
    return note_worth(WEIGHTS, a_note(tested_on=TESTED_ON, **changes), released_on)


def counted(acceptable: int, tries: int, **changes) -> Worth | None:
    return worth(**{"verdict": None} | changes, acceptable=acceptable, tries=tries)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_stands_for_the_middle_of_its_stage(verdict):
    assert worth(verdict=verdict).value == STAGE_OF[verdict].midpoint


@pytest.mark.parametrize("verdict", Verdict)
def test_counts_lie_within_a_quarter_of_a_stage_of_the_equal_verdict(verdict):
    by_counts = counted(*EQUAL_COUNTS[verdict])
    by_words = worth(verdict=verdict, rigor=Rigor.FIXED)
    assert by_counts.value == pytest.approx(by_words.value, abs=0.25)
    assert by_counts.sd == by_words.sd


def test_more_rigor_means_less_doubt():
    doubts = [worth(rigor=rigor).sd for rigor in Rigor]
    assert doubts == sorted(doubts, reverse=True)


def test_more_tries_mean_less_doubt():
    assert [counted(1, tries).sd for tries in (1, 2, 4, 5, 9, 10, 500)] == [
        0.80,
        0.60,
        0.60,
        0.45,
        0.45,
        0.40,
        0.40,
    ]


@given(counts)
def test_counts_are_placed_where_that_share_of_tries_is_acceptable(given_counts):
    acceptable, tries = given_counts
    place = place_of_counts(WEIGHTS, acceptable, tries)
    if WEIGHTS.lowest < place < WEIGHTS.highest:
        share = 1 / (1 + exp(-WEIGHTS.count_slope * (place - WEIGHTS.count_middle)))
        assert share == pytest.approx((acceptable + 0.5) / (tries + 1))


@given(counts)
def test_one_more_success_never_lowers_the_place(given_counts):
    acceptable, tries = given_counts
    fewer = place_of_counts(WEIGHTS, max(acceptable - 1, 0), tries)
    assert fewer <= place_of_counts(WEIGHTS, acceptable, tries)


def test_a_run_of_luck_is_not_placed_on_the_end_of_the_scale():
    assert place_of_counts(WEIGHTS, 1000, 1000) == WEIGHTS.highest < 4
    assert place_of_counts(WEIGHTS, 0, 1000) == WEIGHTS.lowest > 0


def test_counts_win_over_a_verdict():
    assert counted(1, 8, verdict=Verdict.DEPENDABLE) == counted(1, 8)


def test_tries_without_a_result_leave_it_to_the_verdict():
    assert worth(tries=8, verdict=Verdict.USUALLY).value == 2.5


def test_a_note_without_a_result_is_worth_nothing():
    assert worth(verdict=None) is None
    assert worth(verdict=None, tries=8) is None


@pytest.mark.parametrize(("days", "is_older"), [(365, False), (366, True)])
def test_a_model_is_older_a_year_after_its_release(days, is_older):
    released_on = TESTED_ON - timedelta(days=days)
    assert is_older_model(WEIGHTS, TESTED_ON, released_on) is is_older


def test_an_older_model_is_doubted_twice_as_much_and_placed_the_same():
    now, older = counted(3, 8), counted(3, 8, released_on=date(2024, 1, 1))
    assert older == Worth(now.value, 2 * now.sd)


def test_a_model_of_unknown_age_is_not_older():
    assert not is_older_model(WEIGHTS, TESTED_ON, None)


@pytest.mark.parametrize(
    ("verdict", "disagree"),
    [(Verdict.BREAKS, False), (Verdict.SOMETIMES, False), (Verdict.USUALLY, True)],
)
def test_counts_and_verdict_disagree_beyond_a_stage(verdict, disagree):
    note = a_note(tries=8, acceptable=1, verdict=verdict)
    assert results_disagree(WEIGHTS, note) is disagree


def test_one_result_alone_cannot_disagree():
    assert not results_disagree(WEIGHTS, a_note(verdict=Verdict.BREAKS))
    assert not results_disagree(WEIGHTS, a_note(verdict=None, tries=8, acceptable=8))
