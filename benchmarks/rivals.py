"""Simpler estimators, one theme at a time, given the constants that suit them best.

All of them see the readings' own doubts and none of them knows people or tools.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Series:
    """Readings theme by theme, padded to one length; days without one are inf.

    `day`, `value`, `variance` are (series, readings), by day; `asked_on` (asked)
    and `truth` (series, asked) say what is to be found.
    """

    day: Floats
    value: Floats
    variance: Floats
    asked_on: Floats
    truth: Floats


def as_series(lanes: list[pd.DataFrame], asked_on: list[int], truth: Floats) -> Series:
    """Pad readings (`day`, `value`, `sd`) of many themes to one length."""
    shape = len(lanes), max(map(len, lanes))
    day, value, sd = np.full(shape, np.inf), np.zeros(shape), np.ones(shape)
    for row, given in enumerate(lanes):
        lane = given.sort_values("day", kind="stable")
        for padded, name in ((day, "day"), (value, "value"), (sd, "sd")):
            padded[row, : len(lane)] = lane[name]
    return Series(day, value, sd**2, np.array(asked_on, dtype=float), truth)


@dataclass(frozen=True, slots=True)
class Rival:
    """A tuned estimator, and how far off it was: (series, asked)."""

    name: str
    error: Floats

    @property
    def rms(self) -> float:
        return float(np.sqrt(np.mean(self.error**2)))


def best_average(series: Series) -> Rival:
    """The best of plain and weighed means over a window, or fading with age."""
    rivals = (
        Rival(f"{kind} mean, {days} days, weights sd^-{power}", error)
        for kind, days, power in product(
            ("moving", "fading"), (7, 14, 28, 45, 60, 90, 120, 180, 270, 400), (0, 1, 2)
        )
        for error in [_average(series, kind, days, power) - series.truth]
    )
    return min(rivals, key=lambda rival: rival.rms)


def _average(series: Series, kind: str, days: float, power: int) -> Floats:
    """Return means as of each day asked for; the latest reading where none counts."""
    age = series.asked_on[:, np.newaxis] - series.day[:, np.newaxis, :]
    with_latest = np.where(age < 0, np.inf, age)
    youngest = with_latest.min(axis=2, keepdims=True)
    if kind == "moving":
        counts = with_latest <= np.maximum(days, youngest)
        weight = counts.astype(float)
    else:
        weight = np.exp(-(with_latest - youngest) / days)
    weight = weight * series.variance[:, np.newaxis, :] ** (-power / 2)
    total = np.sum(weight * series.value[:, np.newaxis, :], axis=2)
    mean: Floats = total / weight.sum(axis=2)
    return mean


def best_filter(series: Series) -> Rival:
    """The best Kalman filter of a level that wanders, with or without a slope."""
    volatility = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1.0, 1.3)
    doubt = (0.7, 1.0, 1.4, 2.0, 2.8, 4.0)
    slope = (0.0, 0.3, 0.7, 1.2, 2.0)  # stages a year, per square root of a year
    constants = np.array(list(product(volatility, doubt, slope)))
    errors = _filter(series, *constants.T) - series.truth[..., np.newaxis]
    best = int(np.argmin(np.mean(errors**2, axis=(0, 1))))
    name = "Kalman filter, volatility {}, sd × {}, slope {}".format(*constants[best])
    return Rival(name, errors[..., best])


def _filter(series: Series, volatility: Floats, doubt: Floats, slope: Floats) -> Floats:
    """Return levels (series, asked, constants), each from readings by that day."""
    number, asked = series.truth.shape
    found = np.zeros((number, asked, len(volatility)))
    state = _State.unknown(number, slope)
    now, every = np.zeros(number), np.arange(number)
    days = np.hstack([series.day, np.tile(series.asked_on, (number, 1))])
    for event in np.argsort(days, axis=1, kind="stable").T:
        is_asked = event >= series.day.shape[1]
        reading, which = np.where(is_asked, 0, event), event - series.day.shape[1]
        then = np.where(np.isinf(days[every, event]), now, days[every, event])
        years = ((then - now) / DAYS_A_YEAR)[:, np.newaxis]
        state, now = state.later(years, volatility, slope), then
        found[every[is_asked], which[is_asked]] = state.level[is_asked]
        noise = series.variance[every, reading][:, np.newaxis] * doubt**2
        noise[is_asked | np.isinf(days[every, event])] = np.inf
        state = state.told(series.value[every, reading][:, np.newaxis], noise)
    return found


@dataclass(frozen=True, slots=True)
class _State:
    """A level and its slope, and their covariance: (series, constants) each."""

    level: Floats
    slope: Floats
    var: Floats
    cov: Floats
    var_slope: Floats

    @classmethod
    def unknown(cls, number: int, slope: Floats) -> "_State":
        zero = np.zeros((number, len(slope)))
        return cls(zero + 1.5, zero, zero + 100, zero, zero + slope**2)

    def later(self, years: Floats, volatility: Floats, slope: Floats) -> "_State":
        wandered = volatility**2 * years + self.var_slope * years**2
        return _State(
            level=self.level + self.slope * years,
            slope=self.slope,
            var=self.var + 2 * self.cov * years + wandered,
            cov=self.cov + self.var_slope * years,
            var_slope=self.var_slope + slope**2 * years,
        )

    def told(self, value: Floats, noise: Floats) -> "_State":
        gain, gain_slope = self.var / (self.var + noise), self.cov / (self.var + noise)
        missed = value - self.level
        return _State(
            level=self.level + gain * missed,
            slope=self.slope + gain_slope * missed,
            var=(1 - gain) * self.var,
            cov=(1 - gain) * self.cov,
            var_slope=self.var_slope - gain_slope * self.cov,
        )
