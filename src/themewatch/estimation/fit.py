"""The least-squares solution, with readings and effects weighed by Student's t."""

from dataclasses import dataclass

import numpy as np

from themewatch.estimation.field import Field, equations, expected
from themewatch.estimation.knots import Floats
from themewatch.estimation.rows import Rows
from themewatch.estimation.system import Solver


@dataclass(frozen=True, slots=True)
class Fit:
    """The solution of the last round.

    `distances` are the unknowns' means, told from `first_mean`; `weights` are
    the readings' λ that Λ (in `solver`) was built with.
    """

    field: Field
    rows: Rows
    weights: Floats
    solver: Solver
    distances: Floats


def fit(field: Field, rows: Rows) -> Fit:
    """Solve with every weight at 1, then reweigh and solve anew, `rounds` times.

    The number is fixed and each run starts from 1, so neither order nor history
    matters. Λ is built with the weights of the last reweighing, and the means are
    its own solution: what readings add therefore sums to them exactly.
    """
    effect_sd, nu = field.effect_sd, field.settings.nu
    solved = _solve(field, rows, np.ones(len(rows)), np.ones(len(effect_sd)))
    if nu is None:
        return solved
    for _ in range(field.settings.rounds):
        missed = rows.value - field.settings.first_mean
        missed -= expected(field, rows, solved.distances)
        weights = student_weight(missed**2 * rows.precision, nu)
        effects = solved.distances[field.effects]
        effect_weights = student_weight((effects / effect_sd) ** 2, nu)
        solved = _solve(field, rows, weights, effect_weights)
    return solved


def student_weight(squared: Floats, nu: float) -> Floats:
    """Return λ of squared standardised residuals: far off, hardly trusted.

    >>> student_weight(np.array([0.0, 1.0, 25.0]), nu=5).tolist()
    [1.2, 1.0, 0.2]
    """
    return (nu + 1) / (nu + squared)


def _solve(field: Field, rows: Rows, weights: Floats, effect_weights: Floats) -> Fit:
    system = equations(field, rows, weights, effect_weights)
    solver = Solver(system)
    return Fit(field, rows, weights, solver, solver.solve(system.rhs))
