"""The days on which positions are solved for; between them they run straight."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

DAYS_A_YEAR = 365.25


def day_number(day: date) -> int:
    """Return the days since 1970-01-01, which is how days are counted here."""
    return int(np.datetime64(day, "D").astype(np.int64))


@dataclass(frozen=True, slots=True)
class Knots:
    """One grid of days for all themes, rising; `now` is the index of `as_of`."""

    days: Ints
    now: int

    @classmethod
    def lay(cls, earliest: int, as_of: int, horizon: int, every: int) -> "Knots":
        """Lay knots from the earliest reading to `as_of`, and on to the horizon.

        `as_of` and the horizon are knots exactly, so the interval before each
        may be a shorter one.

        >>> Knots.lay(earliest=0, as_of=17, horizon=25, every=7).days.tolist()
        [0, 7, 14, 17, 24, 25]
        """
        past = np.arange(earliest, as_of, every)
        ahead = np.arange(as_of, horizon, every)
        days = np.concatenate([past, ahead, [horizon]]).astype(np.int64)
        return cls(days, now=past.size)

    def __len__(self) -> int:
        return len(self.days)

    @property
    def years(self) -> Floats:
        """The length of each interval, in years."""
        return np.diff(self.days) / DAYS_A_YEAR

    def locate(self, days: Ints) -> tuple[Ints, Floats]:
        """Return the knot on or before each day, and the way to the next, 0 to 1."""
        left = np.searchsorted(self.days, days, side="right") - 1
        gaps = np.append(np.diff(self.days), 1)
        return left, (days - self.days[left]) / gaps[left]
