"""10 000 claims of 500 releases by 25 vendors, and 10 000 notes, as a file.

Half of the notes are on half of the releases, the others on tools people typed.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from benchmarks.evidence import DAYS, day_before, noon, note_on, sentence
from themewatch.domain.claim import Claim
from themewatch.domain.lines import HEADER, record_to_line
from themewatch.domain.record import Record
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage
from themewatch.services.reference import catalogue

CLAIMS, NOTES, RELEASES, VENDORS = 10_000, 10_000, 500, 25


def write_claims(path: Path, last_day: date) -> None:
    """Write the file; everything in it happened in the five years to a day."""
    lines = [HEADER, *map(record_to_line, _records(last_day))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _records(last_day: date) -> Iterator[Record]:
    rng = np.random.default_rng(20_000)
    releases = [_release(rng, number, last_day) for number in range(RELEASES)]
    yield from releases
    for number in range(CLAIMS):
        yield _claim(rng, number, releases[number % RELEASES])
    tested = [release.id for release in releases[: RELEASES // 2]]
    for number in range(NOTES):
        yield note_on(rng, day_before(rng, last_day), f"n{number}", tested)


def _release(rng: np.random.Generator, number: int, last_day: date) -> Release:
    on = last_day - timedelta(days=int(rng.integers(1, DAYS)))
    return Release(
        id=f"model-{number}",
        recorded_at=noon(on),
        model=f"Model {number}",
        vendor=f"Vendor {number % VENDORS}",
        released_on=on,
    )


def _claim(rng: np.random.Generator, number: int, release: Release) -> Claim:
    themes = list(catalogue())
    theme = themes[rng.integers(len(themes))]
    signals = [None, *(signal.slug for signal in theme.signals)]
    return Claim(
        id=f"c{number}",
        recorded_at=release.recorded_at,
        release=release.id,
        theme=theme.slug,
        signal=signals[rng.integers(len(signals))],
        claimed_stage=Stage(int(rng.integers(len(Stage)))),
        text=sentence(rng),
    )
