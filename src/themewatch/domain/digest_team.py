"""What some days brought a team: editions, votes that wait, decisions to look at."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from themewatch.domain.edition import EditionHead
from themewatch.domain.review import (
    Ballot,
    Decision,
    Review,
    Round,
    first_round,
    takes_votes,
    waits_for,
)


@dataclass(frozen=True, slots=True)
class OpenReview:
    """A review that is not closed, and who it waits for, in counts.

    `missing` counts those invited who have not voted on some undecided theme whose
    round takes votes; it is None where everybody may vote. `voted` counts who has
    voted at all.
    """

    review: Review
    takes_votes: bool
    voted: int
    missing: int | None
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class TeamNews:
    """What was published in the days, and what waits for the team.

    `revisit` are the decisions whose day to be looked at again came in these days;
    `overdue` counts those whose day came earlier, and which still stand.
    """

    editions: tuple[EditionHead, ...] = ()
    reviews: tuple[OpenReview, ...] = ()
    revisit: tuple[Decision, ...] = ()
    overdue: int = 0


NO_TEAM_NEWS = TeamNews()


def open_review(
    review: Review,
    later: Iterable[Round],
    ballots: Iterable[Ballot],
    now: datetime,
    *,
    decided: Collection[str] = (),
) -> OpenReview:
    """Return who a review waits for; `later` are its rounds after the first ones.

    On a theme that is `decided` nobody's vote is asked for any more.
    """
    cast = list(ballots)
    asked = [
        a_round
        for a_round in _latest_rounds(review, later)
        if takes_votes(review, a_round, now) and a_round.theme not in decided
    ]
    missing = {
        person for a_round in asked for person in waits_for(review, _of(cast, a_round))
    }
    return OpenReview(
        review,
        takes_votes=bool(asked),
        voted=len({ballot.person for ballot in cast}),
        missing=len(missing) if review.people else None,
        is_decided=set(review.themes) <= set(decided),
    )


def _latest_rounds(review: Review, later: Iterable[Round]) -> list[Round]:
    """Return the round in which each theme is, or was last, voted on."""
    latest = {theme: first_round(review, theme) for theme in review.themes}
    for a_round in sorted(later, key=lambda r: r.number):
        latest[a_round.theme] = a_round
    return list(latest.values())


def _of(ballots: Iterable[Ballot], a_round: Round) -> list[Ballot]:
    place = (a_round.theme, a_round.number)
    return [ballot for ballot in ballots if (ballot.theme, ballot.number) == place]
