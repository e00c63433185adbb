"""How long an estimate takes, against reading the same readings from SQLite.

Both are timed in one run, alternating, so that the machine's speed and its other
work fall on both. "200 people and tools" is taken as 200 of each.

    python -m benchmarks.estimation [--quick]
"""

import argparse
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
import pandas as pd

from themewatch.domain.theme import SLUGS
from themewatch.estimation import estimate

FIRST_DAY = pd.Timestamp("2021-01-01")
AS_OF = date(2026, 1, 1)
DAYS = 1826
ALLOWED = {10_000: 10.0, 1_000_000: 1.0}


def readings(count: int) -> pd.DataFrame:
    rng = np.random.default_rng(count)
    return pd.DataFrame(
        {
            "id": [
                f"01985f3a-7c1e-7{n % 4096:03x}-8a5b-{n:012x}" for n in range(count)
            ],
            "theme": rng.choice(SLUGS, count),
            "on": FIRST_DAY + pd.to_timedelta(rng.integers(0, DAYS, count), unit="D"),
            "value": rng.uniform(0, 4, count).round(2),
            "sd": rng.choice([0.4, 0.45, 0.6, 0.8], count),
            "person": rng.choice([f"person {n}" for n in range(200)], count),
            "tool": rng.choice([f"tool {n}" for n in range(200)], count),
        }
    )


def times(database: Path, repeats: int) -> tuple[float, float]:
    """Return the median seconds of reading the frame, and of estimating from it."""
    reading, estimating = [], []
    with closing(sqlite3.connect(database)) as connection:
        for _ in range(repeats):
            start = perf_counter()
            frame = pd.read_sql("SELECT * FROM reading", connection, parse_dates=["on"])
            read = perf_counter()
            _ = estimate(frame, as_of=AS_OF).positions
            reading.append(read - start)
            estimating.append(perf_counter() - read)
    return median(reading), median(estimating)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="repeat less often")
    repeats = 3 if parser.parse_args().quick else 9
    for count, allowed in ALLOWED.items():
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder, "readings.db")
            with closing(sqlite3.connect(database)) as connection:
                readings(count).to_sql("reading", connection, index=False)
            read, estimated = times(database, repeats)
        print(
            f"{count:>9,} readings: read {read:.3f} s, estimate {estimated:.3f} s, "
            f"ratio {estimated / read:.2f} (at most {allowed:g})"
        )


if __name__ == "__main__":
    main()
