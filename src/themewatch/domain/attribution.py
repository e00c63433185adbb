"""Which evidence holds a theme where it stands, adding up in plain sight."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effect:
    """What one piece of evidence adds to a theme's position."""

    evidence: str
    amount: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """A position as the sum of its parts.

    `start` is what held before any test: the open beginning and the course's
    baseline. `elsewhere` is what tests of other themes by the same people and on
    the same tools say. `start + notes + views + elsewhere` is the position.
    """

    start: float
    notes: tuple[Effect, ...]
    views: tuple[Effect, ...]
    elsewhere: float

    @property
    def position(self) -> float:
        return self.start + total(self.notes) + total(self.views) + self.elsewhere


def total(effects: Iterable[Effect]) -> float:
    """Return what several effects add together."""
    return sum(effect.amount for effect in effects)
