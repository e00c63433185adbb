"""What one more careful test would teach, before anybody does it."""

import numpy as np

from themewatch.estimation.field import row_of
from themewatch.estimation.fit import Fit
from themewatch.estimation.knots import Floats

CAREFUL_TEST_SD = 0.40  # a fixed test of ten tries or more


def variance_removed(fit: Fit, person: str | None, tool: str | None) -> Floats:
    """Return by how much each theme's variance would fall, in closed form.

    With h the test's row and e the position's: (hᵀΛ⁻¹e)² / (hᵀΛ⁻¹h + sd²). A
    person or tool not heard of yet (or None) brings an effect of its own, whose
    whole variance joins the test's.
    """
    today = fit.field.knots.days[fit.field.knots.now]
    positions = np.array(
        [row_of(fit.field, theme, today) for theme in range(fit.field.themes)]
    ).T
    noise = CAREFUL_TEST_SD**2
    tests = positions.copy()
    for index, sd in _effects_of(fit, person, tool):
        if index is None:
            noise += sd**2
        else:
            tests[index] = 1.0
    solved = fit.solver.solve(tests)
    with_position = np.sum(positions * solved, axis=0)
    with_itself = np.sum(tests * solved, axis=0)
    removed: Floats = with_position**2 / (with_itself + noise)
    return removed


def _effects_of(
    fit: Fit, person: str | None, tool: str | None
) -> list[tuple[int | None, float]]:
    """Return where the effects stand (None if new) and how far they typically go."""
    s, first = fit.field.settings, fit.field.effects.start
    if not s.effects:
        return []
    return [
        (_place(fit.rows.people, person, first), s.person_sd),
        (_place(fit.rows.tools, tool, first + fit.field.people), s.tool_sd),
    ]


def _place(names: tuple[str, ...], name: str | None, first: int) -> int | None:
    return first + names.index(name) if name in names else None
