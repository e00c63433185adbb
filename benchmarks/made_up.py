"""Made-up releases, claims and test notes, valid as anybody's, whose truth is known."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import numpy as np

from benchmarks.worlds import FIRST_DAY, Floats, paths
from themewatch.domain.claim import Claim
from themewatch.domain.note import Note
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage
from themewatch.services.reference import catalogue, evidence_weights

RECORDED_AT = datetime(2026, 2, 1, 12, tzinfo=UTC)
LENIENT, SHARES = (0.0, 0.7, -0.5), (0.6, 0.25, 0.15)
NONSENSE = 0.1  # of all notes: they have nothing to do with the truth


class Subject(NamedTuple):
    """What a claim or a test speaks of."""

    theme: str
    signal: str | None
    release: str | None


def a_release(name: str, released_on: date, vendor: str = "A vendor") -> Release:
    return Release(
        id=name,
        recorded_at=RECORDED_AT,
        model=name,
        vendor=vendor,
        released_on=released_on,
    )


def a_claim(name: str, subject: Subject, stage: Stage) -> Claim:
    fields = subject._asdict()
    return Claim(id=name, recorded_at=RECORDED_AT, claimed_stage=stage, **fields)


def a_note(
    name: str, subject: Subject, person: str, on: date, counts: tuple[int, int]
) -> Note:
    """Return the note of a test; its counts are usable outputs, of how many tries."""
    return Note(
        id=name,
        recorded_at=RECORDED_AT,
        person=person,
        tested_on=on,
        acceptable=counts[0],
        tries=counts[1],
        **subject._asdict(),
    )


def on_day(day: int) -> date:
    """Return a day counted from that of the course's map."""
    return FIRST_DAY + timedelta(days=day)


def true_paths(rng: np.random.Generator) -> Floats:
    """Draw where themes truly stand, from about where the course's map draws them."""
    first = np.array([theme.baseline for theme in catalogue()])
    first += rng.normal(0, evidence_weights().baseline_sd, len(first))
    drawn = paths(rng)
    truth: Floats = np.clip(drawn - drawn[:, :1] + first[:, np.newaxis], 0.1, 3.9)
    return truth


def people(rng: np.random.Generator, count: int) -> dict[str, float]:
    """Return how far the results of each person lie above the truth, by name."""
    own = rng.choice(LENIENT, count, p=SHARES) + rng.uniform(-0.15, 0.15, count)
    return {f"person-{number}": float(one) for number, one in enumerate(own)}


def usable(rng: np.random.Generator, place: float, tries: int) -> tuple[int, int]:
    """Draw how many of some tries are usable of a tool at a place on the scale.

    By the curve that counts are read back through; now and then it is nonsense.
    """
    weights = evidence_weights()
    told = rng.uniform(0, 4) if rng.random() < NONSENSE else place
    chance = 1 / (1 + np.exp(-weights.count_slope * (told - weights.count_middle)))
    return int(rng.binomial(tries, chance)), tries
