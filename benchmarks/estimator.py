"""The time of an estimate, against reading its evidence from SQLite, as figures."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.estimation import ALLOWED, readings, times
from benchmarks.figure import Figure

REPEATS = 5


def measure() -> Iterator[Figure]:
    for count, allowed in ALLOWED.items():
        with TemporaryDirectory() as folder:
            database = Path(folder, "readings.db")
            with closing(sqlite3.connect(database)) as connection:
                readings(count).to_sql("reading", connection, index=False)
            read, estimated = times(database, REPEATS)
        yield Figure(
            f"estimate of {count:,} readings", "s", [estimated], [read], allowed
        )
