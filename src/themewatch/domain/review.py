"""A team looks at the map together: who votes on which themes, and what is decided.

Nothing here is evidence: a vote and a decision stand beside the estimate and move
neither ● nor ◇.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from themewatch.domain.view import Confidence

FIRST, SECOND = 1, 2
"""The numbers of the rounds that a theme can have in a review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One look at the map: what the days from `starts_on` to `ends_on` brought.

    `people` are the names of who is invited to vote; where nobody is named,
    everybody may. First rounds take votes until `until`; once `closed_at` is set no
    round does. `version` grows with every change, so that nobody overwrites
    another's unawares.
    """

    id: str
    title: str
    starts_on: date
    ends_on: date
    themes: tuple[str, ...]
    people: tuple[str, ...]
    until: datetime
    opened_by: str
    opened_at: datetime
    closed_at: datetime | None = None
    closed_by: str | None = None
    version: int = 1

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    def is_over(self, now: datetime) -> bool:
        """Say whether it was closed, or the time of its first rounds has passed."""
        return self.is_closed or now >= self.until

    def invites(self, person: str) -> bool:
        """Say whether somebody may vote in it."""
        return bool(person) and (not self.people or person in self.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One vote of everybody on one theme; the first opens with its review."""

    review: str
    theme: str
    number: int
    opened_by: str
    opened_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One person's vote on a theme in a round: it stands once it was cast.

    `position` is the place they give the theme, 0 to 4.
    """

    review: str
    theme: str
    number: int
    person: str
    position: float
    confidence: Confidence
    reason: str
    cast_at: datetime


class DecisionKind(StrEnum):
    """What a team makes of a theme's place."""

    ESTIMATE = "estimate"  # take ● as it stands
    PLACE = "place"  # a place of its own, with a reason
    UNCHANGED = "unchanged"  # what was decided before stands


class Use(StrEnum):
    """What the team does now."""

    USE = "use"
    TRY = "try"
    WAIT = "wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided of a theme; deciding again makes a new version.

    `position` is the place it comes to, whatever its kind; `estimated` where ● stood
    when it was decided. `owner` sees to it, and on `revisit_on` it is looked at again.
    """

    review: str
    theme: str
    version: int
    decided_by: str
    decided_at: datetime
    kind: DecisionKind
    position: float
    reason: str
    use: Use
    owner: str
    revisit_on: date
    estimated: float | None = None


def first_round(review: Review, theme: str) -> Round:
    """Return the round of a theme that opened with its review."""
    return Round(
        review=review.id,
        theme=theme,
        number=FIRST,
        opened_by=review.opened_by,
        opened_at=review.opened_at,
        until=review.until,
    )


def takes_votes(review: Review, a_round: Round, now: datetime) -> bool:
    """Say whether the time to vote in a round has not passed yet."""
    return not review.is_closed and now < a_round.until


def waits_for(review: Review, ballots: Iterable[Ballot]) -> tuple[str, ...]:
    """Return who is invited and has not voted in a round, in the order invited."""
    voted = {ballot.person for ballot in ballots}
    return tuple(person for person in review.people if person not in voted)


def is_complete(review: Review, ballots: Iterable[Ballot]) -> bool:
    """Say whether everybody who is invited has voted in a round.

    Where nobody is named somebody may always come.
    """
    return bool(review.people) and not waits_for(review, ballots)


def last_versions(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Map each theme to the decision that comes last."""
    return {decision.theme: decision for decision in decisions}
