"""Weigh the evidence: the estimate on a day, and on the day it is compared with.

The one costly step. Whoever shows a map keeps its result until evidence changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from themewatch.domain.evidence import Evidence, happened_by
from themewatch.domain.judging import JudgedClaim, judge_claims
from themewatch.domain.theme import Catalogue
from themewatch.estimation import Estimate, Reading, estimate
from themewatch.services.readings import to_readings
from themewatch.services.reference import catalogue, evidence_weights


@dataclass(frozen=True)
class Assessment:
    """What the evidence says on a day: the ground of map and theme pages.

    `evidence` and `readings` are only what happened by `as_of`; `then` is the
    estimate at the comparison date, None without one.
    """

    as_of: date
    known_on: date | None
    compared_with: date | None
    catalogue: Catalogue
    evidence: Evidence
    readings: Mapping[str, Reading]
    now: Estimate
    then: Estimate | None
    judged: tuple[JudgedClaim, ...]


def assess(
    evidence: Evidence,
    *,
    as_of: date,
    compare: date | None = None,
    known_on: date | None = None,
) -> Assessment:
    """Weigh what happened by a day, and by the day it is compared with.

    `known_on` is only carried along: `evidence` is already what was known then.
    """
    happened = happened_by(evidence, as_of)
    themes, weights = catalogue(), evidence_weights()
    readings = [r for r in to_readings(happened, themes, weights) if r.on <= as_of]
    now = estimate(readings, as_of=as_of)
    return Assessment(
        as_of=as_of,
        known_on=known_on,
        compared_with=compare,
        catalogue=themes,
        evidence=happened,
        readings={reading.id: reading for reading in readings},
        now=now,
        then=None if compare is None else estimate(readings, as_of=compare),
        judged=tuple(judge_claims(happened, leniency(now), weights)),
    )


def leniency(now: Estimate) -> dict[str, float]:
    """Return how far each person's results sit above those of all, in stages.

    The estimate tells effects from where the course's map lies. Where everybody finds
    less than the course drew, all of them are low, and what a test showed must not be
    lifted for that: so the mean over all results is taken off.
    """
    people = now.effects[now.effects["kind"] == "person"]
    results = people["readings"].sum()
    middle = (people["mean"] * people["readings"]).sum() / results if results else 0.0
    return dict(zip(people["name"], people["mean"] - middle, strict=True))
