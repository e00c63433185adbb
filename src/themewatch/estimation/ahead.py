"""Where a theme goes from the day of an estimate on, in closed form.

Nothing is known of days to come, so they need no knots: the walk goes on from
today's position by today's drift, and its doubt grows as the walk's does.
"""

import numpy as np

from themewatch.estimation.fit import Fit
from themewatch.estimation.knots import DAYS_A_YEAR, Floats, Ints


def days_ahead(fit: Fit, until: int) -> Ints:
    """Return the days from `as_of` to a later one, at the distance of knots.

    They are those of the knots that an estimate with that horizon would have.
    """
    today = fit.field.knots.days[fit.field.knots.now]
    weeks = np.arange(today, until, fit.field.settings.knot_days)
    return np.append(weeks, until)


def walk_on(fit: Fit, theme: int, days: Ints) -> tuple[Floats, Floats]:
    """Return the mean and the sd of a theme's position on days from `as_of` on.

    With x the position today, d the drift and Δ the years ahead, the mean is
    x + d·Δ and the variance var(x) + 2Δ·cov(x, d) + Δ²·var(d) + v²·Δ.
    """
    field = fit.field
    ahead = (days - field.knots.days[field.knots.now]) / DAYS_A_YEAR
    units = np.zeros((field.size, 2))
    units[theme * len(field.knots) + field.knots.now, 0] = 1.0
    units[field.positions + theme, 1] = 1.0
    x, d = units.T @ fit.distances
    (var_x, cov), (_cov, var_d) = units.T @ fit.solver.solve(units)
    variance = var_x + 2 * ahead * cov + ahead**2 * var_d
    variance += field.settings.volatility**2 * ahead
    return field.settings.first_mean + x + d * ahead, np.sqrt(variance)
