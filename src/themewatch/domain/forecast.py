"""A person's own chance that a theme stands in a stage by a day, and its score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean

from themewatch.domain.record import Record
from themewatch.domain.stage import Stage

SECOND_THOUGHTS = timedelta(days=1)
ENOUGH_SCORED = 5
"""Fewer scored forecasts say too little of how good they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast(Record):
    """“This theme stands in that stage, or beyond, by then”: how probable, 0 to 1.

    `chance` is the person's, `estimated` what the map gave for the same sentence
    on the same day; `unchanged` is the chance that it stood there already.
    It is never corrected; whoever thinks otherwise later gives another.
    """

    theme: str
    person: str
    on: date
    stage: Stage
    by: date
    chance: float
    estimated: float
    unchanged: float

    def has_come(self, on: date) -> bool:
        """Say whether the day it speaks of has come."""
        return self.by <= on

    def is_fixed(self, now: datetime) -> bool:
        """Say whether it stands for good: a day after it was kept, or on its day.

        Whoever could take one back when it goes badly would have a better score.
        """
        return now >= self.recorded_at + SECOND_THOUGHTS or self.has_come(now.date())


@dataclass(frozen=True, slots=True)
class ScoredForecast:
    """A forecast whose day has come: whether it came true, by that day's map."""

    forecast: Forecast
    came_true: bool

    @property
    def own(self) -> float:
        return brier(self.forecast.chance, came_true=self.came_true)

    @property
    def estimated(self) -> float:
        return brier(self.forecast.estimated, came_true=self.came_true)

    @property
    def unchanged(self) -> float:
        return brier(self.forecast.unchanged, came_true=self.came_true)


@dataclass(frozen=True, slots=True)
class Scores:
    """Mean Brier scores over the same sentences: 0 is perfect, 1 as wrong as can be."""

    forecasts: int
    own: float
    estimated: float
    unchanged: float

    @property
    def are_enough(self) -> bool:
        return self.forecasts >= ENOUGH_SCORED


def brier(chance: float, *, came_true: bool) -> float:
    """Return the squared distance of a chance from what came (Brier 1950).

    >>> round(brier(0.8, came_true=True), 2), round(brier(0.8, came_true=False), 2)
    (0.04, 0.64)
    """
    return (came_true - chance) ** 2


def mean_scores(scored: Iterable[ScoredForecast]) -> Scores | None:
    """Return the three scores side by side, None where nothing was scored."""
    found = list(scored)
    if not found:
        return None
    return Scores(
        forecasts=len(found),
        own=fmean(s.own for s in found),
        estimated=fmean(s.estimated for s in found),
        unchanged=fmean(s.unchanged for s in found),
    )
