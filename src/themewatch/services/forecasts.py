"""What people forecast themselves: kept beside the map's chance, scored when due."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from themewatch.domain.evidence import Evidence, happened_by
from themewatch.domain.forecast import Forecast, ScoredForecast
from themewatch.domain.stage import Stage
from themewatch.estimation import Reading, estimate
from themewatch.services.assessment import Assessment
from themewatch.services.forecast import chance_by, chance_today
from themewatch.services.readings import to_readings
from themewatch.services.reference import catalogue, evidence_weights

DECIMALS = 6
StagesOn = Callable[[date], Mapping[str, Stage]]


class MapChances(NamedTuple):
    """What the map says of a sentence: its chance, and that it is true already."""

    estimated: float
    unchanged: float


def chances_on_map(
    assessment: Assessment, theme: str, stage: Stage, by: date
) -> MapChances:
    """Return what is kept beside a person's own chance, as it is at this moment.

    Raises:
        InputError: For an unknown theme, or a day before the assessment's.
    """
    return MapChances(
        _rounded(chance_by(assessment, theme, stage, by)),
        _rounded(chance_today(assessment, theme, stage)),
    )


def _rounded(chance: float) -> float:
    """Return a chance in the digits it is kept in; a sum may exceed 1 by its last."""
    return min(round(float(chance), DECIMALS), 1.0)


def open_forecasts(forecasts: Iterable[Forecast], on: date) -> list[Forecast]:
    """Return those whose day lies ahead, the nearest first."""
    waiting = (f for f in forecasts if not f.has_come(on))
    return sorted(waiting, key=lambda f: (f.by, f.theme, f.on, f.id))


def scored(
    evidence: Evidence, on: date, stages_on: StagesOn | None = None
) -> list[ScoredForecast]:
    """Return those whose day has come by `on`, the latest first, with what came.

    One came true if the theme stood in its stage, or beyond, on its day: by ● as it
    is estimated on that day, from what happened by then, as it is known now.

    `stages_on` returns every theme's stage on a day, for whoever keeps them.
    """
    find = stages_on or partial(stages_by, known_by(evidence, on))
    come = [f for f in evidence.forecasts if f.has_come(on)]
    stages = {day: find(day) for day in {f.by for f in come}}
    latest_first = sorted(come, key=lambda f: (f.by, f.on, f.id), reverse=True)
    return [ScoredForecast(f, stages[f.by][f.theme] >= f.stage) for f in latest_first]


def known_by(evidence: Evidence, day: date) -> list[Reading]:
    """Return what the estimator is told of what happened by a day."""
    return to_readings(happened_by(evidence, day), catalogue(), evidence_weights())


def stages_by(readings: Iterable[Reading], day: date) -> Mapping[str, Stage]:
    """Return the stage in which each theme stood on a day, by that day's map.

    What is told of later days plays no part: what is told of one day is the same
    whether later ones are known or not.
    """
    known = [reading for reading in readings if reading.on <= day]
    positions = estimate(known, as_of=day).positions
    return {theme: position.stage for theme, position in positions.items()}
