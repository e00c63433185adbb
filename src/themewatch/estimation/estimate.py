"""Where every theme stands, how sure that is, and what holds it there."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from themewatch.domain.stage import Position, Stage
from themewatch.errors import InputError
from themewatch.estimation.ahead import days_ahead, walk_on
from themewatch.estimation.effects import effects_of
from themewatch.estimation.field import row_of
from themewatch.estimation.fit import Fit
from themewatch.estimation.knots import Floats, Ints, day_number
from themewatch.estimation.pulls import pulls_of
from themewatch.estimation.settings import EstimationSettings
from themewatch.estimation.truncated import likely_range, stage_probabilities
from themewatch.estimation.worth import (
    CAREFUL_TEST_SD,
    share_removed,
    variance_removed,
)


class Estimate:
    """What readings up to `as_of` say, and what can be asked of it.

    Variances are worked out when they are first asked for.
    """

    def __init__(self, fit: Fit, themes: tuple[str, ...], as_of: date) -> None:
        self._fit = fit
        self.themes = themes
        self.as_of = as_of

    @property
    def settings(self) -> EstimationSettings:
        return self._fit.field.settings

    @property
    def first_day(self) -> date:
        """The day of the earliest reading, where every path begins."""
        return self._days[0]

    @property
    def horizon(self) -> date:
        """The last day of every path."""
        return self._days[-1]

    @cached_property
    def positions(self) -> dict[str, Position]:
        """Where each theme stands on `as_of`."""
        means = self._mean(self._today)
        sds = np.sqrt(np.sum(self._today * self._toward_today, axis=0))
        lows, highs = likely_range(means, sds)
        rows = zip(self.themes, means, sds, lows, highs, strict=True)
        return {
            theme: Position(
                mean=float(mean),
                sd=float(sd),
                low=float(low),
                high=float(high),
                stage=Stage.at(mean),
                stage_probabilities=stage_probabilities(mean, sd),
            )
            for theme, mean, sd, low, high in rows
        }

    def path(self, theme: str) -> pd.DataFrame:
        """Return a theme's position at every knot, the past as it is seen now.

        Returns:
            `on` (datetime64), `mean`, `sd`, `low`, `high`; to the horizon.
        """
        knots = len(self._days)
        first = self._index(theme) * knots
        units = np.eye(self._fit.field.size, knots, -first)
        days = self._fit.field.knots.days
        return _as_path(days, self._mean(units), self._sd(units))

    def forecast(self, theme: str, until: date) -> pd.DataFrame:
        """Return a theme's position from `as_of` on, if it goes on as it has.

        The same as the path of an estimate with that horizon, without solving anew.

        Returns:
            `on` (datetime64), `mean`, `sd`, `low`, `high`: each week, and the last day.

        Raises:
            InputError: If that day lies before `as_of`.

        >>> from themewatch.estimation import Reading, estimate
        >>> day = date(2026, 5, 4)
        >>> note = Reading("a", "lower-cost", day, 1.9, sd=0.3)
        >>> ahead = estimate([note], as_of=day).forecast("lower-cost", date(2027, 5, 4))
        >>> ahead["sd"].iloc[[0, 26, -1]].round(2).tolist()
        [0.27, 0.47, 0.64]
        """
        if until < self.as_of:
            raise InputError(f"{until} lies before {self.as_of}; choose a later day.")
        days = days_ahead(self._fit, day_number(until))
        return _as_path(days, *walk_on(self._fit, self._index(theme), days))

    def pulls(self, theme: str) -> pd.DataFrame:
        """Return what holds a theme where it stands on `as_of`.

        A reading pulls by its weight times how far it lies from what was thought
        before any evidence. Readings of other themes pull too, through people
        and tools they share with this one.

        Returns:
            `reading`, `weight`, `pull`; the first row is "prior", the others
            follow by id. Weights sum to 1, and pulls to the position's mean.

        >>> from themewatch.estimation import Reading, estimate
        >>> day = date(2026, 5, 4)
        >>> notes = [Reading(i, "lower-cost", day, 2.5, sd=0.4) for i in ("a", "b")]
        >>> estimate(notes, as_of=day).pulls("lower-cost").round(2)
          reading  weight  pull
        0   prior     0.0   1.5
        1       a     0.5   0.5
        2       b     0.5   0.5
        """
        return pulls_of(self._fit, self._toward_today[:, self._index(theme)])

    @cached_property
    def effects(self) -> pd.DataFrame:
        """How far each person and tool sits above the rest.

        Returns:
            `kind` (person or tool), `name`, `mean`, `sd` and the number of
            `readings` up to `as_of`, by kind and name.
        """
        return effects_of(self._fit)

    def chance(self, theme: str, stage: Stage, by: date) -> float:
        """Return how probable it is that a theme stands in a stage, or beyond, then.

        A day after `as_of` is forecast, however far ahead.

        Raises:
            InputError: If the estimate does not reach back to that day.

        >>> from themewatch.estimation import Reading, estimate
        >>> day, later = date(2026, 5, 4), date(2027, 5, 4)
        >>> note = Reading("a", "lower-cost", day, 1.9, sd=0.3)
        >>> now = estimate([note], as_of=day)
        >>> round(now.chance("lower-cost", Stage.MATURING, later), 2)
        0.44
        """
        if by > self.as_of:
            day = np.array([day_number(by)])
            mean, sd = walk_on(self._fit, self._index(theme), day)
        else:
            row = self._row(theme, by)[:, np.newaxis]
            mean, sd = self._mean(row), self._sd(row)
        probabilities = stage_probabilities(float(mean[0]), float(sd[0]))
        return sum(p for other, p in probabilities.items() if other >= stage)

    def worth_testing(
        self, person: str | None = None, *, tool: str | None = None
    ) -> dict[str, float]:
        """Return the variance one more careful test would remove, most first.

        Args:
            person: Who would test; None, or somebody new, has a leniency nobody
                knows yet, so their test teaches less.
            tool: What would be tested; None, or a new one, likewise.
        """
        test = [(tool, CAREFUL_TEST_SD)]
        removed = variance_removed(self._fit, self._toward_today, person, test)
        worth = dict(zip(self.themes, removed[:, 0].tolist(), strict=True))
        return dict(sorted(worth.items(), key=lambda pair: -pair[1]))

    def surer(
        self, person: str | None, tools: Mapping[str | None, float]
    ) -> dict[str, dict[str | None, float]]:
        """Return the share of each theme's doubt that a test of a tool would take.

        Args:
            person: Who would test, as in `worth_testing`.
            tools: What would be tested (None for a new tool), each with the sd
                of such a test.

        Returns:
            By theme and tool: 0.33 where the test would make us a third surer.

        >>> from themewatch.estimation import Reading, estimate
        >>> day = date(2026, 5, 4)
        >>> note = Reading("a", "lower-cost", day, 1.9, sd=0.8, tool="Veo")
        >>> now = estimate([note], as_of=day)
        >>> surer = now.surer(None, {None: 0.4, "Veo": 0.4})["lower-cost"]
        >>> {tool: round(share, 2) for tool, share in surer.items()}
        {None: 0.38, 'Veo': 0.32}
        """
        tests = list(tools.items())
        shares = share_removed(self._fit, self._toward_today, person, tests).tolist()
        return {
            theme: dict(zip(tools, row, strict=True))
            for theme, row in zip(self.themes, shares, strict=True)
        }

    def sd_of_change(self, theme: str, since: date) -> float:
        """Return the doubt of `x(as_of) − x(since)`, both seen with all readings.

        Raises:
            InputError: If the estimate does not reach back to that day.
        """
        row = self._row(theme, self.as_of) - self._row(theme, since)
        return float(self._sd(row[:, np.newaxis])[0])

    def has_readings(self, theme: str) -> bool:
        return bool(np.any(self._fit.rows.theme == self._index(theme)))

    @cached_property
    def _today(self) -> Floats:
        """The rows that read off each theme's position on `as_of`, as columns."""
        return np.array([self._row(theme, self.as_of) for theme in self.themes]).T

    @cached_property
    def _toward_today(self) -> Floats:
        """Λ⁻¹e for each theme: how all unknowns lean on its position."""
        return self._fit.solver.solve(self._today)

    @cached_property
    def _days(self) -> list[date]:
        days: list[date] = self._fit.field.knots.days.astype("datetime64[D]").tolist()
        return days

    def _index(self, theme: str) -> int:
        if theme not in self.themes:
            known = ", ".join(self.themes)
            raise InputError(f"There is no theme {theme!r}; there are {known}.")
        return self.themes.index(theme)

    def _row(self, theme: str, day: date) -> Floats:
        if not self.first_day <= day <= self.horizon:
            raise InputError(
                f"The estimate runs from {self.first_day} to {self.horizon}; "
                f"{day} lies outside."
            )
        return row_of(self._fit.field, self._index(theme), day_number(day))

    def _mean(self, rows: Floats) -> Floats:
        return self.settings.first_mean + rows.T @ self._fit.distances

    def _sd(self, rows: Floats) -> Floats:
        variance: Floats = np.sum(rows * self._fit.solver.solve(rows), axis=0)
        return np.sqrt(variance)


def _as_path(days: Ints, mean: Floats, sd: Floats) -> pd.DataFrame:
    low, high = likely_range(mean, sd)
    on = pd.to_datetime(days.astype("datetime64[D]").astype("datetime64[s]"))
    return pd.DataFrame({"on": on, "mean": mean, "sd": sd, "low": low, "high": high})
