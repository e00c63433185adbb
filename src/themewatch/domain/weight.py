"""What a piece of evidence is worth on the scale: a value and its doubt.

The numbers stand in data/evidence.toml, each with its reason; here are the rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from themewatch.domain.note import Note, Rigor, Verdict
from themewatch.domain.view import Confidence

DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Worth:
    """A value on the scale of 0 to 4, and how far it may be off (one sigma)."""

    value: float
    sd: float


@dataclass(frozen=True, slots=True)
class EvidenceWeights:
    """The table of data/evidence.toml."""

    verdict_value: Mapping[Verdict, float]
    verdict_sd: Mapping[Rigor, float]
    count_slope: float
    count_middle: float
    lowest: float
    highest: float
    count_sd: tuple[tuple[int, float], ...]
    view_sd: Mapping[Confidence, float]
    silent_after_note: timedelta
    baseline_sd: float
    older_after: timedelta
    older_sd_factor: float


def place_of_counts(weights: EvidenceWeights, acceptable: int, tries: int) -> float:
    """Return the position at which that share of tries would be acceptable.

    The inverse of p = 1/(1+exp(-slope*(x-middle))) at (k+½)/(n+1), kept off the
    ends of the scale.
    """
    share = (acceptable + 0.5) / (tries + 1)
    place = weights.count_middle + log(share / (1 - share)) / weights.count_slope
    return min(max(place, weights.lowest), weights.highest)


def note_worth(
    weights: EvidenceWeights, note: Note, released_on: date | None
) -> Worth | None:
    """Return what a test note says, or None where it gave no result.

    Counts win over a verdict. On a model released more than a year before the
    test the doubt is doubled: it no longer stands for today's good tools.
    """
    worth = _counted(weights, note) or _judged(weights, note)
    if worth is None or not is_older_model(weights, note.tested_on, released_on):
        return worth
    return Worth(worth.value, worth.sd * weights.older_sd_factor)


def is_older_model(
    weights: EvidenceWeights, tested_on: date, released_on: date | None
) -> bool:
    return released_on is not None and tested_on - released_on > weights.older_after


def results_disagree(weights: EvidenceWeights, note: Note) -> bool:
    """Say whether counts and verdict lie more than a stage apart."""
    counted, judged = _counted(weights, note), _judged(weights, note)
    if counted is None or judged is None:
        return False
    return abs(counted.value - judged.value) > 1


def _counted(weights: EvidenceWeights, note: Note) -> Worth | None:
    if note.tries is None or note.acceptable is None:
        return None
    sd = [sd for least, sd in weights.count_sd if note.tries >= least][-1]
    return Worth(place_of_counts(weights, note.acceptable, note.tries), sd)


def _judged(weights: EvidenceWeights, note: Note) -> Worth | None:
    if note.verdict is None:
        return None
    return Worth(weights.verdict_value[note.verdict], weights.verdict_sd[note.rigor])
