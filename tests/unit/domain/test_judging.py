"""Claims are held against the notes on what they speak of."""

from datetime import date

import pytest

from tests.factories import RELEASE_ID, a_claim, a_note, a_release
from tests.people import CONTRIBUTOR
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import Evidence, standing_evidence
from themewatch.domain.judging import judge_claims, results_of, speaks_of
from themewatch.domain.note import Verdict
from themewatch.domain.stage import Stage
from themewatch.services.reference import evidence_weights

WEIGHTS = evidence_weights()


def a_test(**changes):
    fields = {"release": RELEASE_ID, "tool": None, "tries": 6, "acceptable": 4}
    return a_note(**fields | {"signal": "style-lock"} | changes)


def evidence_of(claims, notes, releases=None) -> Evidence:
    return standing_evidence(releases or [a_release()], claims, notes, [])


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
