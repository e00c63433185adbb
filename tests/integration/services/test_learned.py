"""What one more piece of evidence taught."""

from datetime import date

import pytest

from tests.factories import (
    CLAIM_ID,
    RELEASE_ID,
    a_claim,
    a_note,
    a_release,
    an_override,
)
from tests.people import REVIEWER
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.note import Verdict
from themewatch.domain.stage import Stage
from themewatch.services.assessment import assess
from themewatch.services.learned import learned_from_note, theme_change

AS_OF = date(2026, 9, 1)
RELEASE = a_release()


def assessed(*notes, releases=(RELEASE,), claims=()):
    return assess(standing_evidence([*releases, *claims, *notes]), as_of=AS_OF)


def lesson(note, *earlier, releases=(RELEASE,), claims=()):
    return learned_from_note(
        note,
        assessed(*earlier, releases=releases, claims=claims),
        assessed(*earlier, note, releases=releases, claims=claims),
    )


def test_a_note_moves_its_theme_toward_what_it_says_and_makes_it_surer():
    up = lesson(a_note(verdict=Verdict.DEPENDABLE)).change
    down = lesson(a_note(verdict=Verdict.BREAKS)).change
    assert down.amount < 0 < up.amount
    assert up.amount == up.after.mean - up.before.mean
    assert 0 < up.narrowed < 1


def test_a_note_never_moves_what_is_claimed():
    claims = [a_claim(claimed_stage=Stage.MATURE) for _ in range(3)]
    change = lesson(a_note(), claims=claims).change
    assert change.claimed_before == change.claimed_after
    assert change.claimed_after.value == 3.5


def test_claims_move_what_is_claimed_and_nothing_else():
    claims = [a_claim(claimed_stage=Stage.MATURE) for _ in range(3)]
    change = theme_change("consistency", assessed(), assessed(claims=claims))
    assert (change.claimed_before, change.claimed_after.value) == (None, 3.5)
    assert (change.amount, change.narrowed) == (0, 0)


def test_the_first_note_on_a_theme_is_told_so():
    elsewhere = a_note(theme="longer-video")
    assert lesson(a_note(), elsewhere).is_first_test
    assert not lesson(a_note(), a_note()).is_first_test


def test_it_names_the_claims_a_note_bears_on_with_what_was_known_before():
    here = a_claim(id="here", claimed_stage=Stage.GROWING)
    elsewhere = a_claim(id="elsewhere", theme="longer-video", signal=None)
    claims = [here, elsewhere]
    first, second = a_note(), a_note(person=REVIEWER)
    [(judged, was)] = lesson(first, claims=claims).claims
    assert (judged.claim, was) == (here, Outcome.UNTESTED)
    assert judged.outcome is Outcome.TESTED_ONCE
    [(judged, was)] = lesson(second, first, claims=claims).claims
    assert (was, judged.outcome) == (Outcome.TESTED_ONCE, Outcome.HOLDS_UP)


def test_the_first_test_of_a_claim_is_that_even_where_somebody_had_a_word_on_it():
    claims = [a_claim(id=CLAIM_ID), an_override(outcome=Outcome.HOLDS_UP)]
    [(judged, was)] = lesson(a_note(), claims=claims).claims
    assert (was, judged.found) == (Outcome.UNTESTED, Outcome.TESTED_ONCE)
    assert judged.outcome is Outcome.HOLDS_UP


def test_a_note_without_a_result_says_so_and_moves_nothing():
    found = lesson(a_note(verdict=None))
    assert not found.has_result
    assert found.change.before == found.change.after


@pytest.mark.parametrize(("acceptable", "disagrees"), [(0, True), (7, False)])
def test_counts_far_from_the_verdict_are_pointed_out(acceptable, disagrees):
    note = a_note(verdict=Verdict.USUALLY, tries=8, acceptable=acceptable)
    assert lesson(note).disagrees is disagrees


def test_an_older_model_is_pointed_out():
    note = a_note(tool=None, release=RELEASE_ID)
    old = a_release(released_on=date(2025, 1, 1))
    assert lesson(note, releases=[old]).is_older_model
    assert not lesson(note).is_older_model
