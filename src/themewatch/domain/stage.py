"""The scale: four stages one unit wide, and where a theme stands on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

SCALE_END = 4.0
LEAST_MOVEMENT = 0.10
CLEAR_AT = 1.28  # sds: 9 in 10 on one side


class Stage(IntEnum):
    """A named band of positions; its value is the band's lower edge."""

    EARLY = 0
    GROWING = 1
    MATURING = 2
    MATURE = 3

    @classmethod
    def at(cls, position: float) -> "Stage":
        """Return the stage a position falls in; beyond the ends, the last one.

        >>> Stage.at(1.99), Stage.at(2.0), Stage.at(7), Stage.at(-0.2)
        (<Stage.GROWING: 1>, <Stage.MATURING: 2>, <Stage.MATURE: 3>, <Stage.EARLY: 0>)
        """
        return cls(min(max(int(position // 1), cls.EARLY), cls.MATURE))

    @classmethod
    def named(cls, slug: str) -> "Stage":
        """Return the stage of that slug; raises KeyError.

        >>> Stage.named("maturing")
        <Stage.MATURING: 2>
        """
        return {stage.slug: stage for stage in cls}[slug]

    @property
    def slug(self) -> str:
        return self.name.lower()

    @property
    def midpoint(self) -> float:
        return self.value + 0.5


@dataclass(frozen=True, slots=True)
class Position:
    """Where a theme stands, 0 to 4, and how sure that is.

    `mean` and `sd` are the Gaussian's and never clipped; `low`, `high` (8 in 10)
    and `stage_probabilities` are of the normal truncated to the scale.
    """

    mean: float
    sd: float
    low: float
    high: float
    stage: Stage
    stage_probabilities: Mapping[Stage, float]


@dataclass(frozen=True, slots=True)
class Movement:
    """How a position changed between two dates.

    `narrowed` is the share by which the doubt shrank (0.33: a third surer);
    negative where it grew.
    """

    amount: float
    sd: float
    is_clear: bool
    narrowed: float
