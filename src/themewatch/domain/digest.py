"""What some days brought, as values: the ground of a digest."""

from dataclasses import dataclass
from datetime import date

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import Outcome
from themewatch.domain.digest_team import NO_TEAM_NEWS, TeamNews
from themewatch.domain.forecast import ScoredForecast
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.domain.standing import MaturityMap, ThemeStanding
from themewatch.domain.theme import Catalogue


@dataclass(frozen=True, slots=True)
class Span:
    """The days after `since`, until `until`: digests told one after another meet."""

    since: date
    until: date

    def holds(self, day: date) -> bool:
        """Say whether a day is one of them.

        >>> span = Span(date(2026, 9, 1), date(2026, 9, 8))
        >>> [span.holds(date(2026, 9, day)) for day in (1, 2, 8, 9)]
        [False, True, True, False]
        """
        return self.since < day <= self.until


@dataclass(frozen=True, slots=True)
class TestNews:
    """A test, and what its tool is called."""

    __test__ = False  # pytest would try to collect it

    note: Note
    tool: str


@dataclass(frozen=True, slots=True)
class ClaimNews:
    """A claim, and of which release; `was` is its outcome before, if it changed."""

    judged: JudgedClaim
    model: str
    vendor: str
    was: Outcome | None = None


@dataclass(frozen=True, slots=True)
class CheckpointNews:
    """What fell due and was not settled, what was settled, and what is due soon.

    `overdue` counts what fell due earlier and still awaits somebody's word.
    """

    due: tuple[Checkpoint, ...]
    settled: tuple[Checkpoint, ...]
    coming: tuple[Checkpoint, ...]
    overdue: int

    @property
    def all(self) -> tuple[Checkpoint, ...]:
        return (*self.due, *self.settled, *self.coming)


@dataclass(frozen=True, slots=True)
class Digest:
    """What the days of a span brought.

    The map is that of its last day, compared with the day before its first. What
    happened earlier and was logged in these days is news too. `stories` waits in
    the inbox now, `are_more` where that is the most that is counted. `public_url` is
    where people open the house, if that is known.
    """

    span: Span
    catalogue: Catalogue
    maturity_map: MaturityMap
    tests: tuple[TestNews, ...]
    claims: tuple[ClaimNews, ...]
    outcomes: tuple[ClaimNews, ...]
    checkpoints: CheckpointNews
    scored: tuple[ScoredForecast, ...]
    stories: int
    are_more: bool
    team: TeamNews = NO_TEAM_NEWS
    public_url: str | None = None

    @property
    def moved(self) -> tuple[ThemeStanding, ...]:
        """The themes of which there is news, in the lesson's order."""
        return tuple(
            standing
            for standing in self.maturity_map.themes
            if standing.has_news
            or (standing.movement is not None and standing.movement.is_clear)
        )

    @property
    def is_empty(self) -> bool:
        """Say whether nothing happened, whatever may still be waiting."""
        return not (
            self.moved
            or self.tests
            or self.claims
            or self.outcomes
            or self.checkpoints.all
            or self.scored
            or self.team.editions
            or self.team.revisit
        )
