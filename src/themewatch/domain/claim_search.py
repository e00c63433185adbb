"""Which claims somebody is looking for, and in which order."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage


class ClaimOrder(StrEnum):
    """What stands first: the newest, the boldest, or what runs furthest ahead."""

    NEWEST = "newest"
    BOLDEST = "boldest"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class ClaimSearch:
    """What a claim has to fulfil; what is empty does not matter.

    `words` are looked for in what it says, in its model and its vendor. `signals`
    are what to watch: a claim that names none is of the theme as a whole, and fits
    none of them.
    """

    words: str = ""
    themes: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    stages: tuple[Stage, ...] = ()

    def finds(self, judged: JudgedClaim, release: Release) -> bool:
        """Say whether a claim of a release fits."""
        claim = judged.claim
        return (
            _fits(claim.theme, self.themes)
            and _fits(claim.signal, self.signals)
            and _fits(release.vendor.casefold(), self._vendors_folded)
            and _fits(judged.outcome, self.outcomes)
            and _fits(claim.claimed_stage, self.stages)
            and self._reads_so(f"{claim.text} {release.model} {release.vendor}")
        )

    @property
    def _vendors_folded(self) -> tuple[str, ...]:
        """Names as whoever types them may write them."""
        return tuple(vendor.casefold() for vendor in self.vendors)

    def _reads_so(self, text: str) -> bool:
        heap = text.casefold()
        return all(word in heap for word in self.words.casefold().split())


def _fits(value: object, chosen: Collection[object]) -> bool:
    return not chosen or value in chosen


def found_claims(
    judged: Iterable[JudgedClaim],
    evidence: Evidence,
    search: ClaimSearch,
    order: ClaimOrder = ClaimOrder.NEWEST,
) -> tuple[JudgedClaim, ...]:
    """Return the claims that fit.

    Args:
        judged: Claims, the newest first: so they stay among equals.
        evidence: Where their releases are found.
        search: What they have to fulfil.
        order: What stands first; what cannot be told of a claim puts it last.
    """
    found = [
        j
        for j in judged
        if (release := evidence.release_of(j.claim)) and search.finds(j, release)
    ]
    if order is ClaimOrder.BOLDEST:
        found.sort(key=_boldness, reverse=True)
    elif order is ClaimOrder.AHEAD:
        found.sort(key=_lead, reverse=True)
    return tuple(found)


def _boldness(judged: JudgedClaim) -> float:
    stage = judged.claim.claimed_stage
    return -1.0 if stage is None else stage.midpoint


def _lead(judged: JudgedClaim) -> float:
    return float("-inf") if judged.lead is None else judged.lead


def outcome_counts(judged: Iterable[JudgedClaim]) -> Mapping[Outcome, int]:
    """Count the claims of each outcome, in the outcomes' order, those of none too."""
    counts = Counter(j.outcome for j in judged)
    return {outcome: counts[outcome] for outcome in Outcome}
