"""10 000 pieces of evidence as a file to import: as many as five busy years bring.

9 000 notes and 1 000 views by 200 people; half of the 100 tools are releases that
are shipped, the others are names people typed.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np

from themewatch.domain.lines import HEADER, record_to_line
from themewatch.domain.note import Note, Rigor, Verdict
from themewatch.domain.record import Record
from themewatch.domain.release import Release
from themewatch.domain.theme import Theme
from themewatch.domain.view import Confidence, View
from themewatch.services.reference import catalogue, shipped_records

NOTES, VIEWS, PEOPLE, RELEASES = 9_000, 1_000, 200, 50
DAYS = 5 * 365
SENTENCE = (
    "The jacket keeps its colour in the wide shot but turns grey once the camera "
    "comes close; hands and lettering stay as asked, the cut lands off the beat."
)


def write_evidence(path: Path, last_day: date) -> None:
    """Write the file; everything in it happened in the five years to a day."""
    lines = [HEADER, *map(record_to_line, _records(last_day))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _records(last_day: date) -> Iterator[Record]:
    rng = np.random.default_rng(10_000)
    newest = [r.id for r in shipped_records() if isinstance(r, Release)]
    releases = newest[-RELEASES:]
    for number in range(NOTES):
        yield note_on(rng, day_before(rng, last_day), _id(number), releases)
    for number in range(NOTES, NOTES + VIEWS):
        yield _view(rng, day_before(rng, last_day), _id(number))


def note_on(
    rng: np.random.Generator, on: date, record_id: str, releases: list[str]
) -> Note:
    """Return a note on one of the releases, or on a tool that somebody typed."""
    tool = int(rng.integers(2 * len(releases)))
    tries = int(rng.integers(1, 13))
    theme = _theme(rng)
    return Note(
        id=record_id,
        recorded_at=noon(on),
        theme=theme.slug,
        signal=str(rng.choice([signal.slug for signal in theme.signals])),
        person=_person(rng),
        tested_on=on,
        release=releases[tool] if tool < len(releases) else None,
        tool=None if tool < len(releases) else f"Tool {tool}",
        **_result(rng, tries),
        observed=sentence(rng),
        improvement=sentence(rng) if rng.random() < 0.3 else "",
        limits=sentence(rng) if rng.random() < 0.3 else "",
    )


def _result(rng: np.random.Generator, tries: int) -> dict[str, Any]:
    """Counts in half of the notes, a verdict in the others."""
    if rng.random() < 0.5:
        return {"tries": tries, "acceptable": int(rng.binomial(tries, 0.6))}
    rigor = Rigor.FIXED if tries >= 5 else Rigor.FEW if tries > 1 else Rigor.ONCE
    return {"verdict": Verdict(rng.choice(list(Verdict))), "rigor": rigor}


def _view(rng: np.random.Generator, on: date, record_id: str) -> View:
    return View(
        id=record_id,
        recorded_at=noon(on),
        theme=_theme(rng).slug,
        person=_person(rng),
        on=on,
        position=round(float(rng.uniform(0.2, 3.8)), 2),
        confidence=Confidence(rng.choice(list(Confidence))),
        reason=sentence(rng),
    )


def _theme(rng: np.random.Generator) -> Theme:
    themes = list(catalogue())
    return themes[rng.integers(len(themes))]


def _person(rng: np.random.Generator) -> str:
    return f"Tester {rng.integers(PEOPLE)}"


def day_before(rng: np.random.Generator, last_day: date) -> date:
    return last_day - timedelta(days=int(rng.integers(1, DAYS)))


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def sentence(rng: np.random.Generator) -> str:
    return " ".join(rng.choice(SENTENCE.split(), 12))


def _id(number: int) -> str:
    return str(UUID(int=number, version=4))


def imported_evidence(home: Path) -> None:
    """Import it into the database of a folder, as anybody would."""
    file = home / "evidence.jsonl"
    write_evidence(file, datetime.now(UTC).date())
    import_file(home, file)


def import_file(home: Path, file: Path) -> None:
    """Import a file into the database of a folder."""
    command = [sys.executable, "-m", "themewatch", "import", str(file)]
    database = ["--database", str(home / "themewatch.sqlite")]
    subprocess.run([*command, *database], check=True, capture_output=True)
