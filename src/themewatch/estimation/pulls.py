"""What each reading adds to a position, as a frame."""

import pandas as pd

from themewatch.estimation.field import expected
from themewatch.estimation.fit import Fit
from themewatch.estimation.knots import Floats

PRIOR = "prior"


def pulls_of(fit: Fit, toward: Floats) -> pd.DataFrame:
    """Return what was thought before, then the readings by id.

    A position's mean is linear in the values, so with h a reading's row it weighs
    λ·(hᵀΛ⁻¹e)/sd², and pulls by that times its distance from `first_mean`.

    Args:
        fit: The solution.
        toward: Λ⁻¹e, of the position e.
    """
    rows, start = fit.rows, fit.field.settings.first_mean
    weight = fit.weights * rows.precision * expected(fit.field, rows, toward)
    pull = weight * (rows.value - start)
    readings = pd.DataFrame({"reading": rows.ids, "weight": weight, "pull": pull})
    prior = {"reading": [PRIOR], "weight": [1 - weight.sum()], "pull": [start]}
    return pd.concat(
        [pd.DataFrame(prior), readings.sort_values("reading")], ignore_index=True
    )
