"""Evidence on the scale, as the estimator sees it, and what it refuses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from themewatch.errors import InputError

REQUIRED = ["id", "theme", "on", "value", "sd"]
OPTIONAL = ["person", "tool"]
LEAST_SD = 1e-6  # surer than that, sums of squares lose all other readings


@dataclass(frozen=True, slots=True)
class Reading:
    """One piece of evidence: it puts a theme at `value` on a day, give or take `sd`."""

    id: str
    theme: str
    on: date
    value: float
    sd: float
    person: str | None = None
    tool: str | None = None


def checked(
    readings: Iterable[Reading] | pd.DataFrame, themes: Sequence[str]
) -> pd.DataFrame:
    """Return the readings as one frame, each known to stand.

    Args:
        readings: Readings, or a frame with their fields as columns, where
            `person` and `tool` may be left out.
        themes: The slugs a reading may speak of.

    Returns:
        A frame of `REQUIRED` and `OPTIONAL` columns, `on` as datetime64.

    Raises:
        InputError: With one sentence for each thing wrong with a reading.
    """
    given = readings if isinstance(readings, pd.DataFrame) else _as_frame(readings)
    frame = _typed(given)
    _refuse_faults(frame, themes)
    return frame


def _as_frame(readings: Iterable[Reading]) -> pd.DataFrame:
    rows = list(readings)
    return pd.DataFrame(
        {name: [getattr(row, name) for row in rows] for name in REQUIRED + OPTIONAL}
    )


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    missing = [name for name in REQUIRED if name not in frame.columns]
    if missing:
        raise InputError(f"Readings lack the columns {', '.join(missing)}; add them.")
    columns: dict[str, object] = {name: frame[name] for name in REQUIRED}
    for name in ("value", "sd"):
        columns[name] = pd.to_numeric(frame[name], errors="coerce").astype(float)
    if not pd.api.types.is_datetime64_dtype(frame["on"].dtype):
        columns["on"] = pd.to_datetime(frame["on"], errors="coerce")
    for name in OPTIONAL:
        columns[name] = frame.get(name)
    return pd.DataFrame(columns, index=frame.index)


def _refuse_faults(frame: pd.DataFrame, themes: Sequence[str]) -> None:
    known = pd.Index(themes).get_indexer(pd.Index(frame["theme"])) >= 0
    faults = {
        "has no id; give it one": frame["id"].isna(),
        "is given twice; give each reading once": frame["id"].duplicated(),
        f"has no known theme; use one of {', '.join(themes)}": ~known,
        "has no date; give the day it speaks of": frame["on"].isna(),
        "has no value; give a number": ~np.isfinite(frame["value"]),
        "has no usable sd; give a number above 0": ~frame["sd"].between(
            LEAST_SD, np.inf, inclusive="left"
        ),
    }
    problems = [
        f"Reading {reading_id} {fault}."
        for fault, is_faulty in faults.items()
        for reading_id in frame.loc[is_faulty, "id"]
    ]
    if problems:
        raise InputError(*problems)
