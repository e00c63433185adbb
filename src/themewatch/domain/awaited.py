"""Checkpoints in the order in which they want attention."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from themewatch.domain.checkpoint import Checkpoint


@dataclass(frozen=True, slots=True)
class Awaited:
    """What is watched for on a day, in four parts.

    `due`: its day has come and nobody has said what came of it, the longest first.
    `dated`: its day lies ahead, the nearest first. `undated`: its day is open, by
    title. `settled`: somebody has said what came of it, the newest first.
    """

    due: tuple[Checkpoint, ...]
    dated: tuple[Checkpoint, ...]
    undated: tuple[Checkpoint, ...]
    settled: tuple[Checkpoint, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.due or self.dated or self.undated or self.settled)


def awaited(checkpoints: Iterable[Checkpoint], on: date) -> Awaited:
    """Sort checkpoints into what is due on a day, what lies ahead, and the rest."""
    by_day = sorted(checkpoints, key=lambda c: (c.shown_on or date.max, c.title, c.id))
    waiting = [c for c in by_day if not c.is_settled]
    ahead = [c for c in waiting if not c.is_due(on)]
    return Awaited(
        due=tuple(c for c in waiting if c.is_due(on)),
        dated=tuple(c for c in ahead if c.due_on is not None),
        undated=tuple(c for c in ahead if c.due_on is None),
        settled=tuple(c for c in reversed(by_day) if c.is_settled),
    )
