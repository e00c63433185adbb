"""Point at the tests that would tell most."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from themewatch.domain.judging import JudgedClaim
from themewatch.domain.next_test import (
    Proposal,
    ThemeTests,
    best_first,
    proposals,
)
from themewatch.domain.theme import Theme
from themewatch.domain.weight import is_older_model
from themewatch.services.assessment import Assessment
from themewatch.services.reference import evidence_weights

SAME_WORTH = 3  # digits: themes that differ by less are equally worth testing
MOST_SHOWN = 25


@dataclass(frozen=True, slots=True)
class NextTest:
    """A theme worth testing, and a claim to test in it if one is open.

    `surer` is the share by which one careful test would shrink the doubt.
    """

    theme: Theme
    surer: float
    claim: JudgedClaim | None


def next_test(
    assessment: Assessment, person: str | None, among: Collection[str] = ()
) -> NextTest:
    """Return the theme where one careful test by this person tells most.

    Only themes named in `among` are looked at, if any are.
    """
    ranked = rank_tests(assessment, person)
    first = next(t for t in ranked if not among or t.theme.slug in among)
    claim = first.candidates[0].claim if first.candidates else None
    return NextTest(first.theme, first.surer, claim)


def rank_tests(assessment: Assessment, person: str | None) -> tuple[ThemeTests, ...]:
    """Return every theme, the one where one careful test tells most first.

    Between equals the one whose claims run furthest ahead of tests. What a test
    tells depends on who tests and on which release.
    """
    themes = list(assessment.catalogue)
    offered = proposals(themes, assessment.judged, assessment.evidence)
    surer = assessment.now.surer(person, _doubts(assessment, offered))
    found = [_under(theme, offered[theme.slug], surer[theme.slug]) for theme in themes]

    def rank(tests: ThemeTests) -> tuple[float, float]:
        stages = [p.stage for p in offered[tests.theme.slug] if p.is_untested]
        boldest = max((s.midpoint for s in stages if s is not None), default=0.0)
        ahead = boldest - assessment.now.positions[tests.theme.slug].mean
        return round(tests.surer, SAME_WORTH), ahead

    return tuple(sorted(found, key=rank, reverse=True))


def _under(
    theme: Theme, offered: Sequence[Proposal], surer: Mapping[str | None, float]
) -> ThemeTests:
    ordered = best_first(offered, surer)
    listed = [replace(p, surer=surer[p.release]) for p in ordered[:MOST_SHOWN]]
    return ThemeTests(
        theme=theme,
        surer=listed[0].surer if listed else surer[None],
        candidates=tuple(listed),
        more=len(ordered) - len(listed),
    )


def _doubts(
    assessment: Assessment, offered: Mapping[str, Sequence[Proposal]]
) -> dict[str | None, float]:
    """Return the doubt of a careful test today of each release on offer.

    None stands for a new tool.
    """
    weights = evidence_weights()
    careful = weights.count_sd[-1][1]
    older = careful * weights.older_sd_factor
    released = {p.release: p.released_on for tests in offered.values() for p in tests}
    return {None: careful} | {
        name: older if is_older_model(weights, assessment.as_of, day) else careful
        for name, day in released.items()
    }
