"""Where themes stand: what the map and a theme's page show, as values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from themewatch.domain.claim import ClaimedLevel
from themewatch.domain.production import ProductionStage
from themewatch.domain.stage import Movement, Position
from themewatch.domain.theme import Theme

FEW_NOTES = 2


@dataclass(frozen=True, slots=True)
class Since:
    """A day that another is compared with, and the edition published of it, if any.

    `is_between_editions` where two are held against each other: there "confirmed" is
    a review's word.
    """

    on: date
    edition: int | None = None
    is_between_editions: bool = False


@dataclass(frozen=True, slots=True)
class ThemeStanding:
    """One lane of the map.

    `notes` are those that gave a result. `before` and `movement` are None without
    a comparison date; `claimed` is None with too few claims. `new_notes` and
    `new_views` are of after the comparison date.
    `last_evidence_on` is the day of the last piece of evidence under ●.
    """

    theme: Theme
    position: Position
    before: Position | None
    movement: Movement | None
    claimed: ClaimedLevel | None
    notes: int
    claims: int
    views: int
    untested_claims: int
    new_notes: int
    last_evidence_on: date | None
    new_views: int = 0

    @property
    def has_news(self) -> bool:
        return self.new_notes + self.new_views > 0

    @property
    def is_untested(self) -> bool:
        return self.notes == 0

    @property
    def has_few_notes(self) -> bool:
        return 0 < self.notes <= FEW_NOTES

    @property
    def gap(self) -> float | None:
        """How far claims run ahead of tests; None without enough claims."""
        return None if self.claimed is None else self.claimed.value - self.position.mean


@dataclass(frozen=True, slots=True)
class MaturityMap:
    """The seven lanes on a day, in the lesson's order.

    `known_on` is None where everything known now counts. Drawn for what one makes,
    `made`, it holds the lanes that bear on it instead, in order of weight.
    `since_edition` is the edition published of the day it is compared with, if any;
    `is_between_editions` where that comparison is all it is drawn for.
    """

    as_of: date
    known_on: date | None
    compared_with: date | None
    themes: tuple[ThemeStanding, ...]
    made: ProductionStage | None = None
    since_edition: int | None = None
    is_between_editions: bool = False

    @property
    def since(self) -> Since | None:
        """What it is compared with, as its sentences name it."""
        if self.compared_with is None:
            return None
        return Since(self.compared_with, self.since_edition, self.is_between_editions)


@dataclass(frozen=True, slots=True)
class PathPoint:
    """Where a theme stood, or may stand, on a day, as we see it now."""

    on: date
    mean: float
    low: float
    high: float


class MarkKind(StrEnum):
    """What a mark on a time line stands for."""

    RELEASE = "release"
    NOTE = "note"
    VIEW = "view"
    STORY = "story"
    CHECKPOINT = "checkpoint"


@dataclass(frozen=True, slots=True)
class DayMark:
    """Everything of one kind that happened on one day, or in a month from that day."""

    on: date
    kind: MarkKind
    titles: tuple[str, ...]
    ids: tuple[str, ...]
    is_month: bool = False

    @property
    def when(self) -> str:
        """The day, or the month."""
        return f"{self.on:%Y-%m}" if self.is_month else self.on.isoformat()


@dataclass(frozen=True, slots=True)
class Step:
    """Where an edition placed a theme; it stands until the next one."""

    on: date
    edition: int
    value: float


@dataclass(frozen=True, slots=True)
class ThemeHistory:
    """A theme through time: ● with its likely range, ◇, and what happened.

    `claimed` holds a step (day, value) wherever ◇ changed; value None where too
    few claims were left. `ahead` is the forecast; it begins where the path ends.
    `published` are the editions, the first one first.
    """

    theme: Theme
    path: tuple[PathPoint, ...]
    claimed: tuple[tuple[date, float | None], ...]
    marks: tuple[DayMark, ...]
    ahead: tuple[PathPoint, ...] = ()
    published: tuple[Step, ...] = ()

    @property
    def is_untested(self) -> bool:
        """Say whether nobody here has tested it by the last day."""
        return not any(mark.kind is MarkKind.NOTE for mark in self.marks)
