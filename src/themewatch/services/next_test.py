"""Point at the test that would tell most."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from themewatch.domain.claim import Outcome
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.theme import Theme
from themewatch.services.assessment import Assessment

SAME_WORTH = 3  # digits: themes that differ by less are equally worth testing


@dataclass(frozen=True, slots=True)
class NextTest:
    """A theme worth testing, and a claim to test in it if one is open.

    `surer` is the share by which one careful test would shrink the doubt.
    """

    theme: Theme
    surer: float
    claim: JudgedClaim | None


def next_test(assessment: Assessment, person: str | None) -> NextTest:
    """Return the theme where one careful test by this person tells most.

    Between equals the one whose claims run furthest ahead of tests.
    """
    worth = assessment.now.worth_testing(person)

    def rank(slug: str) -> tuple[float, float]:
        open_claims = _open_claims(assessment.judged, slug)
        boldest = max((_claimed(j) for j in open_claims), default=0.0)
        ahead = boldest - assessment.now.positions[slug].mean
        return round(worth[slug], SAME_WORTH), ahead

    best = max(worth, key=rank)
    doubt = assessment.now.positions[best].sd
    return NextTest(
        theme=assessment.catalogue.theme(best),
        surer=1 - sqrt(max(1 - worth[best] / doubt**2, 0.0)),
        claim=claim_to_test(assessment.judged, best),
    )


def claim_to_test(judged: Sequence[JudgedClaim], theme: str) -> JudgedClaim | None:
    """Return the untested claim to test first.

    The highest stage claimed; then the signal tested least; then the newest.
    """
    tested: defaultdict[str | None, set[str]] = defaultdict(set)
    for j in judged:
        if j.claim.theme == theme:
            tested[j.claim.signal].update(note.id for note in j.notes)
    return max(
        _open_claims(judged, theme),
        key=lambda j: (_claimed(j), -len(tested[j.claim.signal]), j.on),
        default=None,
    )


def _open_claims(judged: Sequence[JudgedClaim], theme: str) -> list[JudgedClaim]:
    return [
        j for j in judged if j.claim.theme == theme and j.outcome is Outcome.UNTESTED
    ]


def _claimed(judged: JudgedClaim) -> float:
    stage = judged.claim.claimed_stage
    return -1.0 if stage is None else stage.midpoint
