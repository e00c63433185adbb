"""Claims are held against the notes on what they speak of."""

from datetime import date, timedelta

import pytest

from tests.factories import (
    CLAIM_ID,
    RECORDED_AT,
    RELEASE_ID,
    a_claim,
    a_note,
    a_release,
    an_override,
)
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import Evidence, happened_by, standing_evidence
from themewatch.domain.judging import judge_claims, results_of, speaks_of
from themewatch.domain.note import Verdict
from themewatch.domain.stage import Stage
from themewatch.services.reference import evidence_weights

WEIGHTS = evidence_weights()


def a_test(**changes):
    fields = {"release": RELEASE_ID, "tool": None, "tries": 6, "acceptable": 4}
    return a_note(**fields | {"signal": "style-lock"} | changes)


def evidence_of(claims, notes, releases=None, others=()) -> Evidence:
    releases = releases or [a_release()]
    return standing_evidence([*releases, *claims, *notes, *others])


def judged(*notes, leniency=None, **changes):
    claim = a_claim(**{"claimed_stage": Stage.MATURING} | changes)
    [found] = judge_claims(evidence_of([claim], notes), leniency or {}, WEIGHTS)
    return found


def test_a_note_on_its_release_theme_and_signal_tests_a_claim():
    note = a_test()
    found = judged(note)
    assert (found.outcome, found.notes) == (Outcome.HOLDS_UP, (note,))
    assert found.on == a_release().released_on


@pytest.mark.parametrize(
    "changes",
    [
        {"theme": "longer-video"},
        {"signal": "character-consistency"},
        {"release": "acme-other"},
        {"release": None, "tool": "Other"},
        {"release": None, "tool": None},
    ],
)
def test_a_note_on_something_else_leaves_a_claim_untested(changes):
    assert judged(a_test(**changes)).outcome is Outcome.UNTESTED


@pytest.mark.parametrize(
    ("of_note", "of_claim"),
    [(None, None), (None, "style-lock"), ("style-lock", None)],
)
def test_without_a_signal_on_both_sides_the_theme_decides(of_note, of_claim):
    assert speaks_of(a_note(signal=of_note), a_claim(signal=of_claim))


def test_a_typed_tool_tests_the_claims_of_its_release():
    note = a_test(release=None, tool="Vision 1")
    assert judged(note).outcome is Outcome.HOLDS_UP


def test_a_note_without_a_result_leaves_a_claim_untested_and_stands_behind_it():
    note = a_test(tries=None, acceptable=None, verdict=None)
    found = judged(note)
    assert (found.outcome, found.notes) == (Outcome.UNTESTED, (note,))


def test_a_lenient_tester_s_results_count_for_less():
    note = a_test(tries=12, acceptable=8)
    assert judged(note).outcome is Outcome.HOLDS_UP
    assert judged(note, leniency={CONTRIBUTOR: 0.5}).outcome is Outcome.PARTLY


def test_words_stand_for_the_fewest_tries_their_rigor_means():
    fixed = a_test(tries=None, acceptable=None, verdict=Verdict.USUALLY, rigor="fixed")
    few = a_test(tries=None, acceptable=None, verdict=Verdict.USUALLY, rigor="few")
    assert judged(fixed).outcome is Outcome.HOLDS_UP
    assert judged(few).outcome is Outcome.TESTED_ONCE


def test_the_newest_claims_come_first():
    old = a_release(id="old", model="Old", released_on=date(2026, 1, 1))
    claims = [a_claim(id="older", release="old"), a_claim(id="newer")]
    found = judge_claims(evidence_of(claims, [], [old, a_release()]), {}, WEIGHTS)
    assert [j.claim.id for j in found] == ["newer", "older"]


def test_results_know_their_release_s_age():
    note = a_test()
    old = evidence_of([], [note], [a_release(released_on=date(2024, 1, 1))])
    [new_result] = results_of(evidence_of([], [note]), [note], {}, WEIGHTS)
    [old_result] = results_of(old, [note], {}, WEIGHTS)
    assert old_result.sd == 2 * new_result.sd


def overruled(*overrides, claims=None, notes=(), by=None):
    """Return the first claim as judged with what people said against the tests."""
    claims = claims or [a_claim(id=CLAIM_ID)]
    evidence = evidence_of(claims, notes, others=overrides)
    if by is not None:
        evidence = happened_by(evidence, by)
    [found] = judge_claims(evidence, {}, WEIGHTS)
    return found


def test_a_persons_word_stands_over_the_outcome_by_tests_which_is_still_told():
    override = an_override(outcome=Outcome.DOES_NOT_HOLD_UP)
    found = overruled(override, notes=[a_test()])
    assert found.outcome is Outcome.DOES_NOT_HOLD_UP
    assert (found.found, found.override) == (Outcome.HOLDS_UP, override)


def test_the_last_word_on_a_claim_counts():
    later = an_override(
        person=CONTRIBUTOR, on=date(2026, 8, 26), outcome=Outcome.HOLDS_UP
    )
    assert overruled(later, an_override()).override == later


def test_a_word_spoken_later_is_not_heard_on_a_day_before():
    word = an_override(on=date(2026, 8, 25))
    assert overruled(word, by=date(2026, 8, 24)).override is None
    assert overruled(word, by=date(2026, 8, 25)).override == word


def test_a_word_on_a_claim_outlives_its_correction():
    corrected = a_claim(
        id="corrected", supersedes=CLAIM_ID, recorded_at=RECORDED_AT + timedelta(1)
    )
    found = overruled(an_override(), claims=[a_claim(id=CLAIM_ID), corrected])
    assert (found.claim, found.outcome) == (corrected, Outcome.PARTLY)


def test_where_a_claim_lies_by_tests_is_told_with_its_doubt():
    one, two = a_test(person=CONTRIBUTOR), a_test(person=REVIEWER)
    alone, both = judged(one).tested, judged(one, two).tested
    assert alone.value == pytest.approx(both.value)
    assert both.sd == pytest.approx(alone.sd / 2**0.5)
    assert judged().tested is None


def test_a_claim_leads_by_what_it_says_less_what_tests_show():
    found = judged(a_test(), claimed_stage=Stage.MATURE)
    assert found.lead == pytest.approx(3.5 - found.tested.value)


def test_what_cannot_be_told_is_no_lead():
    assert judged().lead is None
    assert judged(a_test(), claimed_stage=None).lead is None
    speaks_of_else = an_override(outcome=Outcome.UNTESTED)
    assert overruled(speaks_of_else, notes=[a_test()]).lead is None
