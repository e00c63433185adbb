"""How far people and tools sit above the rest, as a frame."""

import numpy as np
import pandas as pd

from themewatch.estimation.fit import Fit
from themewatch.estimation.knots import Ints


def effects_of(fit: Fit) -> pd.DataFrame:
    """Return each effect with its doubt: people by name, then tools by name."""
    rows, field = fit.rows, fit.field
    variance = np.diag(fit.solver.border_covariance())[field.themes :]
    counts = [_counts(rows.person, field.people), _counts(rows.tool, field.tools)]
    return pd.DataFrame(
        {
            "kind": ["person"] * field.people + ["tool"] * field.tools,
            "name": [*rows.people, *rows.tools],
            "mean": fit.distances[field.effects],
            "sd": np.sqrt(variance),
            "readings": np.concatenate(counts),
        }
    )


def _counts(codes: Ints, count: int) -> Ints:
    """Count the readings of each code; the one past the end stands for nobody."""
    return np.bincount(codes, minlength=count + 1)[:count]
