"""Which test would tell most."""

from datetime import date

import pytest

from tests.factories import a_claim, a_note, a_release
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Rigor
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS
from themewatch.services.assessment import assess
from themewatch.services.next_test import claim_to_test, next_test
from themewatch.services.reference import shipped_records

AS_OF = date(2026, 9, 1)
THEME = "consistency"


def assessed(notes=(), releases=(), claims=()):
    return assess(standing_evidence([*releases, *claims, *notes]), as_of=AS_OF)


def judged(name, *, notes=(), on=AS_OF, outcome=Outcome.UNTESTED, **changes):
    claim = a_claim(**{"id": name, "claimed_stage": Stage.MATURING} | changes)
    return JudgedClaim(claim, on, outcome, tuple(notes))


def first_of(*judged_claims) -> str:
    return claim_to_test(judged_claims, THEME).claim.id


def test_the_theme_nobody_tested_tells_most():
    notes = [
        a_note(theme=slug, rigor=Rigor.FIXED)
        for slug in SLUGS
        if slug != "longer-video"
    ]
    assert next_test(assessed(notes), CONTRIBUTOR).theme.slug == "longer-video"


def test_between_equals_claims_that_run_furthest_ahead_decide():
    claims = [
        a_claim(theme="lower-cost", signal=None, claimed_stage=Stage.GROWING),
        a_claim(theme="text-rendering", signal=None, claimed_stage=Stage.MATURE),
    ]
    found = next_test(assessed((), [a_release()], claims), None)
    assert found.theme.slug == "text-rendering"
    assert found.claim.claim == claims[1]


def test_without_claims_there_is_still_a_theme_to_test():
    found = next_test(assessed(), None)
    assert found.theme.slug in SLUGS
    assert found.claim is None


def test_it_says_how_much_surer_one_test_would_make():
    assessment = assessed()
    found = next_test(assessment, None)
    position = assessment.now.positions[found.theme.slug]
    left = position.sd**2 - assessment.now.worth_testing(None)[found.theme.slug]
    assert found.surer == pytest.approx(1 - left**0.5 / position.sd)
    assert 0 < found.surer < 1


def test_the_test_of_somebody_known_tells_more_than_a_stranger_s():
    notes = [
        a_note(person=person, theme=theme)
        for person in (CONTRIBUTOR, REVIEWER)
        for theme in (THEME, "longer-video")
        for _ in range(8)
    ]
    assessment = assessed(notes)
    known = next_test(assessment, CONTRIBUTOR)
    assert known.surer > next_test(assessment, None).surer


def test_the_highest_claimed_stage_is_tested_first():
    assert first_of(judged("low"), judged("high", claimed_stage=Stage.MATURE)) == "high"


def test_then_the_signal_tested_least():
    tested = judged(
        "tested", signal="style-lock", notes=[a_note()], outcome=Outcome.PARTLY
    )
    same = judged("same", signal="style-lock")
    fresh = judged("fresh", signal="character-consistency", on=date(2025, 1, 1))
    assert first_of(tested, same, fresh) == "fresh"


def test_then_the_newest():
    assert first_of(judged("old", on=date(2026, 1, 1)), judged("new")) == "new"


def test_tests_of_other_themes_do_not_make_a_signal_tested():
    elsewhere = judged(
        "elsewhere",
        theme="longer-video",
        signal=None,
        notes=[a_note(), a_note()],
        outcome=Outcome.PARTLY,
    )
    known = judged("known", notes=[a_note()], outcome=Outcome.PARTLY)
    broad, narrow = judged("broad", signal=None), judged("narrow")
    assert first_of(elsewhere, known, broad, narrow) == "broad"


def test_a_note_that_bears_on_two_claims_is_one_test():
    note = a_note()
    twice = [
        judged(name, notes=[note], outcome=Outcome.PARTLY) for name in ("one", "two")
    ]
    other = judged(
        "other",
        signal="character-consistency",
        notes=[a_note()],
        outcome=Outcome.PARTLY,
    )
    newer = judged("newer")
    older = judged("older", signal="character-consistency", on=date(2026, 1, 1))
    assert first_of(*twice, other, newer, older) == "newer"


def test_a_claim_that_was_tested_is_not_open():
    done = judged("done", outcome=Outcome.TESTED_ONCE)
    assert claim_to_test([done], THEME) is None


def test_a_claim_of_no_stage_comes_last():
    assert first_of(judged("none", claimed_stage=None), judged("low")) == "low"


def test_among_shipped_claims_the_first_to_test_is_one_of_the_boldest():
    records = list(shipped_records())
    releases = [r for r in records if hasattr(r, "vendor")]
    claims = [r for r in records if hasattr(r, "claimed_stage")]
    found = next_test(assessed((), releases, claims), None)
    assert found.claim.claim.theme == found.theme.slug
    assert found.claim.claim.claimed_stage is Stage.MATURE
