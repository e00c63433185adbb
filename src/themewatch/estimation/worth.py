"""What one more careful test would teach, before anybody does it."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from themewatch.estimation.fit import Fit
from themewatch.estimation.knots import Floats

CAREFUL_TEST_SD = 0.40  # a fixed test of ten tries or more

Test: TypeAlias = tuple[str | None, float]
"""A tool, None for a new one, and the sd of a test of it."""


def variance_removed(
    fit: Fit, toward: Floats, person: str | None, tests: Sequence[Test]
) -> Floats:
    """Return by how much each theme's variance would fall, in closed form.

    With h the test's row and e the position's: (hᵀΛ⁻¹e)² / (hᵀΛ⁻¹h + sd²). A
    person or tool not heard of yet (or None) brings an effect of its own, whose
    whole variance joins the test's.

    Args:
        fit: The solution.
        toward: Λ⁻¹e, of the positions e today, (unknowns, themes).
        person: Who would test.
        tests: What would be tested.

    Returns:
        An array of (themes, tests).
    """
    field, s = fit.field, fit.field.settings
    nobody = field.people + field.tools
    place = {name: field.people + code for code, name in enumerate(fit.rows.tools)}
    tool = np.array([place.get(name or "", nobody) for name, _sd in tests], dtype=int)
    who = fit.rows.people.index(person) if person in fit.rows.people else nobody
    noise = np.array([sd**2 for _name, sd in tests])
    if s.effects:
        noise += np.where(tool == nobody, s.tool_sd**2, 0.0)
        noise += s.person_sd**2 if who == nobody else 0.0
    among = fit.solver.border_covariance()[field.themes :, field.themes :]
    among = np.pad(among, (0, 1))  # nobody's row and column
    joint = np.vstack([toward[field.effects], np.zeros(field.themes)])
    beside = joint[who][:, np.newaxis] + joint[tool].T
    effects = among[who, who] + among[tool, tool] + 2 * among[who, tool]
    with_position = variance_of(fit, toward)[:, np.newaxis] + beside
    removed: Floats = with_position**2 / (with_position + beside + effects + noise)
    return removed


def share_removed(
    fit: Fit, toward: Floats, person: str | None, tests: Sequence[Test]
) -> Floats:
    """Return by which share each theme's sd would fall, (themes, tests)."""
    removed = variance_removed(fit, toward, person, tests)
    left = 1 - removed / variance_of(fit, toward)[:, np.newaxis]
    return 1 - np.sqrt(np.maximum(left, 0.0))


def variance_of(fit: Fit, toward: Floats) -> Floats:
    """Return each theme's variance today, which is a knot."""
    themes, knots = np.arange(fit.field.themes), fit.field.knots
    variance: Floats = toward[themes * len(knots) + knots.now, themes]
    return variance
