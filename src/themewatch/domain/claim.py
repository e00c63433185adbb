"""What a release says of itself, and whether tests bear it out.

A claim says: if this were true, the theme would stand at that stage. It is no
reading: it moves ◇ (what vendors claim) and never ● (what tests show).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil
from statistics import fmean

from themewatch.domain.record import Record
from themewatch.domain.stage import Stage
from themewatch.domain.view import Confidence

CLAIM_WINDOW = timedelta(days=365)
FEWEST_CLAIMS = 3
BOLDEST_SHARE = 4  # the boldest one in four


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """What a release says of itself under a theme.

    Without a `claimed_stage` it is kept, and weighs nothing.
    """

    release: str
    theme: str
    signal: str | None = None
    claimed_stage: Stage | None = None
    text: str = ""
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class ClaimedLevel:
    """Where vendors say a theme stands: drawn ◇."""

    value: float
    claims: int

    @property
    def stage(self) -> Stage:
        return Stage.at(self.value)


def claimed_level(
    dated_claims: Iterable[tuple[date, Claim]], on: date
) -> ClaimedLevel | None:
    """Return the mean of the boldest quarter of the last 365 days' claims.

    Args:
        dated_claims: Claims of one theme, each with its release's day.
        on: The day it is asked for; later claims are left out.

    Returns:
        None with fewer than three claims: too few to speak for vendors.
    """
    claimed = sorted(
        (
            claim.claimed_stage.midpoint
            for day, claim in dated_claims
            if claim.claimed_stage is not None and on - CLAIM_WINDOW < day <= on
        ),
        reverse=True,
    )
    if len(claimed) < FEWEST_CLAIMS:
        return None
    boldest = claimed[: ceil(len(claimed) / BOLDEST_SHARE)]
    return ClaimedLevel(fmean(boldest), len(claimed))


class Outcome(StrEnum):
    """What tests have said of a claim so far."""

    UNTESTED = "untested"
    TESTED_ONCE = "tested-once"
    HOLDS_UP = "holds-up"
    PARTLY = "partly"
    DOES_NOT_HOLD_UP = "does-not-hold-up"


@dataclass(frozen=True, slots=True)
class Result:
    """One note's result on the scale, its tester's leniency taken off."""

    value: float
    sd: float
    person: str
    tries: int


ENOUGH_TRIES = 5
ENOUGH_PEOPLE = 2
HELD_WITHIN = 0.5  # at least at the lower edge of the claimed stage
PARTLY_WITHIN = 1.5  # at least at the lower edge of the stage before


def tested_level(results: Sequence[Result]) -> float:
    """Return the mean of the results, each weighed by how sure it is."""
    weights = [result.sd**-2 for result in results]
    values = (r.value * w for r, w in zip(results, weights, strict=True))
    return sum(values) / sum(weights)


def outcome(claimed_stage: Stage | None, results: Sequence[Result]) -> Outcome:
    """Judge a claim by the results of notes on what it speaks of.

    A verdict needs five tries or two people. It holds up if tests reach the
    claimed stage, partly if they reach the stage before.

    >>> shaky = Result(value=1.5, sd=0.4, person="Ann", tries=6)
    >>> outcome(Stage.MATURING, [shaky])
    <Outcome.PARTLY: 'partly'>
    """
    if not results:
        return Outcome.UNTESTED
    tries = sum(result.tries for result in results)
    people = {result.person for result in results}
    if claimed_stage is None or (tries < ENOUGH_TRIES and len(people) < ENOUGH_PEOPLE):
        return Outcome.TESTED_ONCE
    short = claimed_stage.midpoint - tested_level(results)
    if short <= HELD_WITHIN:
        return Outcome.HOLDS_UP
    return Outcome.PARTLY if short <= PARTLY_WITHIN else Outcome.DOES_NOT_HOLD_UP
