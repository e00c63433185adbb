"""What a theme would give somebody to do in a month."""

from datetime import date

from tests.factories import a_claim, a_note, a_release
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.journal_offer import Offer, offers
from themewatch.domain.judging import JudgedClaim

DAY = date(2026, 8, 1)
THEMES = ("consistency", "longer-video")


def offered(*judged, notes=(), person=CONTRIBUTOR):
    releases = [a_release(), a_release(id="other", model="Other", vendor="Else")]
    evidence = standing_evidence([*releases, *(j.claim for j in judged), *notes])
    return offers(THEMES, judged, evidence, person)


def judged(outcome=Outcome.UNTESTED, **changes):
    return JudgedClaim(a_claim(**changes), DAY, outcome, ())


def test_claims_that_wait_for_a_test_are_counted_by_theme():
    found = offered(judged(), judged(), judged(Outcome.PARTLY))
    assert found == {"consistency": Offer(2, 0), "longer-video": Offer(0, 0)}


def test_a_tool_is_ones_own_after_a_test_of_anything_on_it():
    notes = [a_note(theme="text-rendering", release="other", tool=None)]
    found = offered(judged(), judged(release="other"), notes=notes)
    assert found["consistency"] == Offer(2, 1)


def test_tools_of_others_are_not_ones_own():
    notes = [a_note(person=REVIEWER, release="other", tool=None)]
    found = offered(judged(release="other"), notes=notes)
    assert found["consistency"].own_tools == 0
