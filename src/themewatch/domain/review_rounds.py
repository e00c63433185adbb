"""What somebody may see of a vote, and when it is theirs to see.

Votes of a theme and round are shown to whoever has voted there, and to everybody once
the round is over. Before that only how many have voted is told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from themewatch.domain.agreement import Agreement, agreement
from themewatch.domain.review import (
    SECOND,
    Ballot,
    Review,
    Round,
    first_round,
    is_complete,
    takes_votes,
)


class Eyes(NamedTuple):
    """Who looks, and when, and whether their role lets them vote."""

    person: str
    now: datetime
    votes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRound:
    """A round as one person sees it at a moment.

    `ballots` are empty while they are hidden; `voted` counts them all the same, and
    `invited` is None where everybody may vote. `own` is the person's own vote;
    `may_vote` says whether one is asked of them.
    """

    round: Round
    voted: int
    invited: int | None
    is_over: bool
    is_shown: bool
    ballots: tuple[Ballot, ...]
    own: Ballot | None
    may_vote: bool

    @property
    def agreement(self) -> Agreement | None:
        """How far the votes agree; None while they are hidden, or there are none."""
        return agreement([ballot.position for ballot in self.ballots])


@dataclass(frozen=True, slots=True)
class ThemeVotes:
    """All rounds of a theme in a review, the first first."""

    theme: str
    rounds: tuple[SeenRound, ...]
    is_decided: bool = False

    @property
    def latest(self) -> SeenRound:
        return self.rounds[-1]

    @property
    def once_decided(self) -> "ThemeVotes":
        """The same where the theme is decided: nobody's vote is asked for any more."""
        rounds = tuple(replace(seen, may_vote=False) for seen in self.rounds)
        return replace(self, rounds=rounds, is_decided=True)

    @property
    def offers_second(self) -> bool:
        """Whether votes seen to disagree may be asked for again, which is done once."""
        agreed = self.latest.agreement
        is_open = self.latest.round.number < SECOND and not self.is_decided
        return is_open and agreed is not None and agreed.asks_for_another


def votes_seen(
    review: Review, further: Iterable[Round], ballots: Iterable[Ballot], eyes: Eyes
) -> Mapping[str, ThemeVotes]:
    """Return what somebody sees of a review's votes, by theme in its order."""
    later, cast = tuple(further), tuple(ballots)
    return {
        theme: ThemeVotes(theme, tuple(_seen(review, theme, later, cast, eyes)))
        for theme in review.themes
    }


def _seen(
    review: Review,
    theme: str,
    further: Sequence[Round],
    ballots: Sequence[Ballot],
    eyes: Eyes,
) -> Iterable[SeenRound]:
    rounds = [first_round(review, theme), *(r for r in further if r.theme == theme)]
    for a_round in rounds:
        here = [b for b in ballots if (b.theme, b.number) == (theme, a_round.number)]
        is_latest = a_round is rounds[-1]
        yield _seen_round(review, a_round, here, eyes, is_latest=is_latest)


def _seen_round(
    review: Review,
    a_round: Round,
    ballots: Sequence[Ballot],
    eyes: Eyes,
    *,
    is_latest: bool,
) -> SeenRound:
    takes_more = is_latest and takes_votes(review, a_round, eyes.now)
    is_over = not takes_more or is_complete(review, ballots)
    own = next((b for b in ballots if b.person == eyes.person), None)
    is_shown = is_over or own is not None
    return SeenRound(
        round=a_round,
        voted=len(ballots),
        invited=len(review.people) or None,
        is_over=is_over,
        is_shown=is_shown,
        ballots=tuple(ballots) if is_shown else (),
        own=own,
        may_vote=eyes.votes
        and not is_over
        and own is None
        and review.invites(eyes.person),
    )
