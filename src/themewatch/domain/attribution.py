"""Which evidence holds a theme where it stands, adding up in plain sight."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effect:
    """What one piece of evidence adds to a theme's position."""

    evidence: str
    amount: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """A position as the sum of its parts.

    `start` is the course's map, and what was open before it; effects are measured
    from there. `elsewhere` is what tests of other themes by the same people and
    on the same tools say. `start + notes + views + elsewhere` is the position.
    """

    start: float
    notes: tuple[Effect, ...]
    views: tuple[Effect, ...]
    elsewhere: float

    @property
    def tested(self) -> float:
        """What the tests of this theme add together."""
        return sum(effect.amount for effect in self.notes)

    @property
    def viewed(self) -> float:
        """What the views of this theme add together."""
        return sum(effect.amount for effect in self.views)

    @property
    def position(self) -> float:
        return self.start + self.tested + self.viewed + self.elsewhere
