"""A published map: frozen, so that it shows what was said then whatever came since.

An edition holds its figures, what was decided, the settings it was made with, and
the evidence it rests on, all as values of its own: no record is asked for when it is
shown. It adds no evidence: nothing published moves ● or ◇.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from themewatch.domain.claim import ClaimedLevel
from themewatch.domain.review import Decision
from themewatch.domain.stage import Movement, Position, Stage
from themewatch.domain.standing import MaturityMap, ThemeStanding
from themewatch.domain.theme import Theme

MONTH = timedelta(days=30)
"""How far back a map looks where no edition was published yet."""


@dataclass(frozen=True, slots=True)
class FrozenPlace:
    """A position as it was published; `chances` are of the stages in their order."""

    mean: float
    sd: float
    low: float
    high: float
    chances: tuple[float, ...]

    @property
    def position(self) -> Position:
        chances = dict(zip(Stage, self.chances, strict=True))
        stage = Stage.at(self.mean)
        return Position(self.mean, self.sd, self.low, self.high, stage, chances)


@dataclass(frozen=True, slots=True)
class FrozenTheme:
    """One lane of a published map, with the words it needs to be drawn.

    `published` is the place that stands in the edition: the team's where it decided
    on one, else ●. `start` and `elsewhere` are what ● holds besides the effects of
    the theme's own tests and views, so that all add up.
    """

    slug: str
    name: str
    chart_name: str
    about: str
    baseline: float
    stage_words: tuple[str, ...]
    position: FrozenPlace
    published: float
    start: float
    elsewhere: float
    notes: int
    claims: int
    views: int
    untested_claims: int
    new_notes: int = 0
    new_views: int = 0
    counts_successes: bool = True
    before: FrozenPlace | None = None
    movement: Movement | None = None
    claimed: ClaimedLevel | None = None
    last_evidence_on: date | None = None

    @property
    def theme(self) -> Theme:
        """The theme as it was called then; what to watch for is not kept."""
        words = dict(zip(Stage, self.stage_words, strict=True))
        names = (self.slug, self.name, self.chart_name, self.about)
        return Theme(*names, self.baseline, words, (), self.counts_successes)

    @property
    def standing(self) -> ThemeStanding:
        return ThemeStanding(
            theme=self.theme,
            position=self.position.position,
            before=self.before.position if self.before else None,
            movement=self.movement,
            claimed=self.claimed,
            notes=self.notes,
            claims=self.claims,
            views=self.views,
            untested_claims=self.untested_claims,
            new_notes=self.new_notes,
            last_evidence_on=self.last_evidence_on,
            new_views=self.new_views,
        )


@dataclass(frozen=True, slots=True)
class Constant:
    """One of the settings a map was made with, by its name."""

    name: str
    value: str


class PieceKind(StrEnum):
    """What a piece of evidence is."""

    NOTE = "note"
    VIEW = "view"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence as it stood when an edition was published.

    `root` is the name of its chain, which a correction keeps. `about` is the tool, or
    the release of a claim. `effect` is what it adds to ●; None where it moves
    nothing, as no claim does. `position` is a view's place, or a claim's on the scale.
    """

    id: str
    root: str
    kind: PieceKind
    theme: str
    on: date
    about: str = ""
    person: str = ""
    words: str = ""
    signal: str = ""
    effect: float | None = None
    position: float | None = None
    tries: int | None = None
    acceptable: int | None = None
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """The evidence that an edition rests on."""

    pieces: tuple[Piece, ...] = ()

    def of(self, theme: str) -> tuple[Piece, ...]:
        """Return the pieces of a theme, what moves ● most first, claims last."""
        own = (piece for piece in self.pieces if piece.theme == theme)
        return tuple(sorted(own, key=_weight))


def _weight(piece: Piece) -> tuple[bool, float, str]:
    return (piece.kind is PieceKind.CLAIM, -abs(piece.effect or 0.0), piece.id)


@dataclass(frozen=True, slots=True)
class Edition:
    """Edition `number`: the map of `as_of`, as it was known at `published_at`.

    It is compared with the edition before, number `before`, whose day is
    `compared_with`; the first one with a month earlier. Without a `review` nothing
    was decided. The evidence it rests on is its `Ground`, kept beside it.
    """

    number: int
    title: str
    note: str
    as_of: date
    compared_with: date
    published_at: datetime
    published_by: str
    evidence_version: int
    themes: tuple[FrozenTheme, ...]
    settings: tuple[Constant, ...]
    decisions: tuple[Decision, ...] = ()
    review: str | None = None
    review_title: str = ""
    before: int | None = None

    @property
    def maturity_map(self) -> MaturityMap:
        """The map as it was published, to be drawn as any other."""
        return MaturityMap(
            as_of=self.as_of,
            known_on=None,
            compared_with=self.compared_with,
            themes=tuple(theme.standing for theme in self.themes),
            since_edition=self.before,
        )

    def decision(self, theme: str) -> Decision | None:
        """Return what was decided on a theme, if anything."""
        return next((d for d in self.decisions if d.theme == theme), None)


@dataclass(frozen=True, slots=True)
class EditionHead:
    """What a list of editions tells of one."""

    number: int
    title: str
    as_of: date
    published_at: datetime
    published_by: str
    review: str | None = None


def edition_before(heads: Sequence[EditionHead], day: date) -> EditionHead | None:
    """Return the last edition of an earlier day: that a day's map is compared with.

    So the map of a day that was published is compared as its edition is.
    """
    earlier = [head for head in heads if head.as_of < day]
    return max(earlier, key=lambda head: head.number, default=None)


def edition_of(heads: Sequence[EditionHead], day: date | None) -> int | None:
    """Return the number of the edition that speaks of a day, the last of several."""
    return max((head.number for head in heads if head.as_of == day), default=None)
