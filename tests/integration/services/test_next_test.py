"""Which test would tell most."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories import a_claim, a_note, a_release, a_theme
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.note import Rigor
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS, Catalogue
from themewatch.services.assessment import assess
from themewatch.services.next_test import MOST_SHOWN, next_test, rank_tests
from themewatch.services.reference import shipped_records

AS_OF = date(2026, 9, 1)
THEME = "consistency"


def under(assessment, slug):
    """Return what is worth testing under one theme, for nobody in particular."""
    return next(t for t in rank_tests(assessment, None) if t.theme.slug == slug)


def assessed(notes=(), releases=(), claims=()):
    return assess(standing_evidence([*releases, *claims, *notes]), as_of=AS_OF)


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


def test_among_some_themes_only_these_are_looked_at():
    ranked = rank_tests(assessed(), None)
    last = ranked[-1].theme.slug
    assert next_test(assessed(), None, {last}).theme.slug == last
    two = {ranked[-1].theme.slug, ranked[2].theme.slug}
    assert next_test(assessed(), None, two).theme == ranked[2].theme


def test_the_next_test_heads_the_list():
    assessment = assessed((), [a_release()], [a_claim()])
    ranked, found = rank_tests(assessment, None), next_test(assessment, None)
    assert (found.theme, found.surer) == (ranked[0].theme, ranked[0].surer)
    assert found.claim is ranked[0].candidates[0].claim


def test_every_theme_is_ranked_the_one_where_a_test_tells_most_first():
    notes = [
        a_note(theme=slug, rigor=Rigor.FIXED)
        for number, slug in enumerate(SLUGS)
        for _ in range(number)
    ]
    ranked = rank_tests(assessed(notes), None)
    assert sorted(tests.theme.slug for tests in ranked) == sorted(SLUGS)
    shares = [tests.surer for tests in ranked]
    assert shares == sorted(shares, reverse=True)
    assert ranked[0].theme.slug == SLUGS[0]


def test_a_release_known_from_other_themes_teaches_more_than_a_new_one():
    known, new = a_release(), a_release(id="new", model="Vision 2")
    notes = [
        a_note(release=known.id, tool=None, theme=theme, rigor=Rigor.FIXED)
        for theme in ("longer-video", "lower-cost", "text-rendering")
        for _ in range(5)
    ]
    claims = [a_claim(release=release.id) for release in (known, new)]
    tests = under(assessed(notes, [known, new], claims), THEME)
    shares = {p.release: p.surer for p in tests.candidates if p.claim}
    assert shares[known.id] > shares["new"]
    assert tests.surer == shares[known.id]


def test_an_older_model_teaches_less():
    old = a_release(id="old", model="Vision 0", released_on=date(2025, 8, 1))
    claims = [
        a_claim(release="old", claimed_stage=Stage.MATURE),
        a_claim(claimed_stage=Stage.EARLY),
    ]
    tests = under(assessed((), [old, a_release()], claims), THEME)
    order = [p.release for p in tests.candidates if p.claim]
    assert order == [a_release().id, "old"]


def test_a_share_is_what_a_note_of_that_test_then_takes_away():
    assessment = assessed((), [a_release()], [a_claim()])
    tests = under(assessment, THEME)
    note = a_note(tool=None, release=a_release().id, tested_on=AS_OF, rigor=Rigor.FIXED)
    after = assessed([note], [a_release()], [a_claim()]).now.positions[THEME].sd
    before = assessment.now.positions[THEME].sd
    assert tests.surer == pytest.approx(1 - after / before, abs=0.03)


def test_only_the_best_of_many_are_listed_and_the_rest_is_counted():
    claims = [a_claim() for _ in range(MOST_SHOWN + 7)]
    tests = under(assessed((), [a_release()], claims), THEME)
    bare = len(tests.theme.signals) - 1
    assert len(tests.candidates) == MOST_SHOWN
    assert tests.more == 7 + bare


def test_a_claim_tested_once_is_still_worth_a_test_a_settled_one_is_not():
    notes = [a_note(release=a_release().id, tool=None)]
    claim = a_claim()
    once = under(assessed(notes, [a_release()], [claim]), THEME)
    assert claim in [p.claim.claim for p in once.candidates if p.claim]
    settled = [a_note(release=a_release().id, tool=None, rigor=Rigor.FIXED)]
    after = under(assessed(settled, [a_release()], [claim]), THEME)
    assert not [p for p in after.candidates if p.claim]


def test_without_anything_on_offer_a_theme_says_what_a_new_tool_would_teach():
    bare = Catalogue({THEME: a_theme(slug=THEME, signals=())}, AS_OF)
    [tests] = rank_tests(replace(assessed(), catalogue=bare), None)
    assert (tests.candidates, tests.more) == ((), 0)
    assert 0 < tests.surer < 1


def test_among_shipped_claims_the_first_to_test_is_one_of_the_boldest():
    records = list(shipped_records())
    releases = [r for r in records if hasattr(r, "vendor")]
    claims = [r for r in records if hasattr(r, "claimed_stage")]
    found = next_test(assessed((), releases, claims), None)
    assert found.claim.claim.theme == found.theme.slug
    assert found.claim.claim.claimed_stage is Stage.MATURE
