"""The map as pure values: columns, lanes and marks, before anything is drawn.

The figure on screen and the picture in files are two renderings of this.
x runs from 0 to 4, one unit a stage; y is the index of the lane, from the top.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from themewatch.charts.columns import Column, columns
from themewatch.charts.order import Order, ordered
from themewatch.charts.production import lane_sentences
from themewatch.charts.sentences import movement_phrases, short_name, theme_name
from themewatch.domain.production import ProductionStage
from themewatch.domain.stage import SCALE_END, Movement, Stage
from themewatch.domain.standing import MaturityMap, Since, ThemeStanding


class Footing(StrEnum):
    """On how many tests a lane stands."""

    UNTESTED = "untested"
    FEW = "few"
    ENOUGH = "enough"


class Direction(StrEnum):
    """Which way a lane clearly moved, if it did."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


class Shape(StrEnum):
    """What a mark stands for."""

    TESTED = "●"
    BEFORE = "○"
    CLAIMED = "◇"


@dataclass(frozen=True, slots=True)
class Mark:
    """One ●, ○ or ◇."""

    shape: Shape
    slug: str
    x: float
    y: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One theme's row: where its marks stand, and the words beside them.

    `low` and `high` bound the likely range, stretched to reach `tested` where
    that lies at an end of the scale. `direction` is None without a comparison.
    From `needed` on the theme is enough for what the map is drawn for, if anything.
    `sentences` and, in the colour of change, `changes` stand beside the marks.
    """

    y: int
    standing: ThemeStanding
    name: str
    short_name: str
    tested: float
    low: float
    high: float
    claimed: float | None
    before: float | None
    needed: Stage | None
    footing: Footing
    direction: Direction | None
    sentences: tuple[str, ...]
    changes: tuple[str, ...]

    @property
    def slug(self) -> str:
        return self.standing.theme.slug

    @property
    def arrow(self) -> tuple[float, float] | None:
        """From where to where the lane clearly moved."""
        if self.before is None or self.direction in (None, Direction.SAME):
            return None
        return self.before, self.tested

    @property
    def gap(self) -> tuple[float, float] | None:
        """From ● to ◇."""
        return None if self.claimed is None else (self.tested, self.claimed)

    @property
    def marks(self) -> Iterator[Mark]:
        """The lane's marks, ● last, so that it is drawn on top."""
        places = {
            Shape.BEFORE: self.before,
            Shape.CLAIMED: self.claimed,
            Shape.TESTED: self.tested,
        }
        for shape, x in places.items():
            if x is not None:
                yield Mark(shape, self.slug, x, self.y)


@dataclass(frozen=True, slots=True)
class MapGeometry:
    """The whole map, ready to be drawn."""

    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    compared_with: date | None

    def marks(self, shape: Shape) -> list[Mark]:
        """Return the marks of one shape, from the top lane down."""
        return [m for lane in self.lanes for m in lane.marks if m.shape is shape]


def map_geometry(maturity_map: MaturityMap, *, order: Order = "lesson") -> MapGeometry:
    """Lay out the map's columns and lanes."""
    since, made = maturity_map.since, maturity_map.made
    lanes = enumerate(ordered(maturity_map.themes, order))
    return MapGeometry(
        columns=columns([standing.theme for standing in maturity_map.themes]),
        lanes=tuple(_lane(y, standing, since, made) for y, standing in lanes),
        compared_with=maturity_map.compared_with,
    )


def _lane(
    y: int, standing: ThemeStanding, since: Since | None, made: ProductionStage | None
) -> Lane:
    position, before = standing.position, standing.before
    need = made.need(standing.theme.slug) if made else None
    tested = on_scale(position.mean)
    return Lane(
        y=y,
        standing=standing,
        name=theme_name(standing.theme),
        short_name=short_name(standing.theme),
        tested=tested,
        low=min(on_scale(position.low), tested),
        high=max(on_scale(position.high), tested),
        claimed=on_scale(standing.claimed.value) if standing.claimed else None,
        before=on_scale(before.mean) if before else None,
        needed=need.stage if need else None,
        footing=_footing(standing),
        direction=_direction(standing.movement),
        sentences=lane_sentences(standing, made),
        changes=_changes(standing, since),
    )


def _changes(standing: ThemeStanding, since: Since | None) -> tuple[str, ...]:
    """Say what changed; "no new tests" is no news where there never was one."""
    is_clear = standing.movement is not None and standing.movement.is_clear
    if standing.is_untested and not is_clear:
        return ()
    return movement_phrases(standing, since)


def on_scale(value: float) -> float:
    """Return the nearest place on the scale.

    >>> on_scale(-0.2), on_scale(4.3)
    (0.0, 4.0)
    """
    return min(max(value, 0.0), SCALE_END)


def _footing(standing: ThemeStanding) -> Footing:
    if standing.is_untested:
        return Footing.UNTESTED
    return Footing.FEW if standing.has_few_notes else Footing.ENOUGH


def _direction(movement: Movement | None) -> Direction | None:
    if movement is None:
        return None
    if not movement.is_clear:
        return Direction.SAME
    return Direction.UP if movement.amount > 0 else Direction.DOWN
