"""What becomes of a claim, by the results of tests on it."""

import pytest

from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain import claim as claims
from themewatch.domain.claim import Outcome, Result, outcome
from themewatch.domain.stage import Stage


def a_result(value: float = 2.5, *, sd=0.4, person=CONTRIBUTOR, tries=5) -> Result:
    return Result(value, sd, person, tries)


def test_without_results_a_claim_is_untested():
    assert outcome(Stage.MATURING, []) is Outcome.UNTESTED


def test_four_tries_of_one_person_are_no_verdict_yet():
    assert outcome(Stage.MATURING, [a_result(tries=4)]) is Outcome.TESTED_ONCE
    twice = [a_result(tries=2), a_result(tries=2)]
    assert outcome(Stage.MATURING, twice) is Outcome.TESTED_ONCE


def test_five_tries_are_enough_even_over_several_notes():
    both = [a_result(tries=2), a_result(tries=3)]
    assert outcome(Stage.MATURING, both) is Outcome.HOLDS_UP


def test_two_people_are_enough():
    both = [a_result(tries=1), a_result(tries=1, person=REVIEWER)]
    assert outcome(Stage.MATURING, both) is Outcome.HOLDS_UP


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.6, Outcome.HOLDS_UP),
        (2.0, Outcome.HOLDS_UP),
        (1.99, Outcome.PARTLY),
        (1.0, Outcome.PARTLY),
        (0.99, Outcome.DOES_NOT_HOLD_UP),
    ],
)
def test_a_claim_holds_up_from_the_lower_edge_of_its_stage_on(value, expected):
    assert outcome(Stage.MATURING, [a_result(value)]) is expected


def test_a_claim_of_no_stage_is_never_judged():
    assert outcome(None, [a_result(tries=100)]) is Outcome.TESTED_ONCE


def test_surer_results_weigh_more():
    results = [a_result(1.0, sd=0.4), a_result(3.0, sd=0.8)]
    assert claims.tested_level(results) == pytest.approx((1.0 * 4 + 3.0) / 5)
