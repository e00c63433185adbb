"""What became of claims, in words."""

import pytest

from tests.judged import a_judged, an_overruled, an_untested
from tests.standings import a_theme
from themewatch.charts.claim_words import (
    OUTCOME_SIGNS,
    OUTCOMES,
    about_words,
    counts_sentence,
    overruled_words,
    put_by_tests,
    vendor_says,
)
from themewatch.domain.claim import Outcome
from themewatch.domain.claim_search import outcome_counts
from themewatch.domain.stage import Stage


def test_every_outcome_has_a_word_and_a_sign_of_its_own():
    assert list(OUTCOMES) == list(OUTCOME_SIGNS) == list(Outcome)
    assert len(set(OUTCOMES.values())) == len(set(OUTCOME_SIGNS.values())) == 5


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        ([], "No claims."),
        (["untested"], "1 claim, untested."),
        (["untested"] * 3, "3 claims, all untested."),
        (["holds-up"], "1 claim: 1 holds up."),
        (
            ["does-not-hold-up", "partly", "holds-up", "tested-once", "untested"],
            "5 claims: 1 untested, 1 tested once, 1 holds up, 1 partly, "
            "1 does not hold up so far.",
        ),
        (
            ["does-not-hold-up", "holds-up"] * 2,
            "4 claims: 2 hold up, 2 do not hold up so far.",
        ),
    ],
)
def test_a_sentence_counts_claims_by_outcome(outcomes, sentence):
    judged = [a_judged(Outcome(outcome)) for outcome in outcomes]
    assert counts_sentence(outcome_counts(judged)) == sentence


def test_a_vendor_speaks_in_the_words_of_the_stage():
    said = vendor_says(a_judged(claimed_stage=Stage.MATURING), a_theme())
    assert said == "vendor says: Maturing (usually works)"
    cost = vendor_says(a_judged(claimed_stage=Stage.MATURING), a_theme("lower-cost"))
    assert cost == "vendor says: Maturing (a few variants)"
    silent = vendor_says(a_judged(claimed_stage=None), a_theme())
    assert silent == "vendor says: not said"


def test_where_put_by_tests_is_said_where_some_count():
    assert put_by_tests(a_judged(tested=1.7)) == "tests put it at Growing, upper third"
    assert put_by_tests(an_untested()) == ""
    of_something_else = an_overruled(outcome=Outcome.UNTESTED)
    assert put_by_tests(of_something_else) == ""


def test_a_word_over_the_tests_is_told_with_its_reason_and_what_tests_say():
    assert overruled_words(an_overruled(person="Ben", reason="By day only.")) == (
        "overruled by Ben: partly — By day only; tests say: holds up"
    )
    assert overruled_words(a_judged()) == ""


def test_a_word_on_what_nobody_tested_says_so():
    judged = a_judged(
        Outcome.UNTESTED, tested=None, override=an_overruled(person="Ben").override
    )
    assert overruled_words(judged).endswith("; untested here")


def test_what_a_claim_is_about_is_named_down_to_what_to_watch():
    theme = a_theme()
    assert about_words(a_judged(signal=None), theme) == "Consistency & control"
    assert about_words(a_judged(signal="first"), theme) == (
        "Consistency & control · First"
    )
