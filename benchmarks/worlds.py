"""Made-up worlds unlike the model, on which the estimator is held against others.

Themes rise along S-curves or in steps; some people are lenient or harsh, and each
follows a few themes only; tools come and go; one note in ten has nothing to do with
the truth; half of the notes are verdicts, so in the middle of a stage. The estimator
runs with its own constants, its rivals with those that suit these very worlds best.

    python -m benchmarks.worlds
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.rivals import as_series, best_average, best_filter
from themewatch.domain.theme import SLUGS
from themewatch.estimation import estimate

Floats = NDArray[np.float64]
Row = dict[str, object]

FIRST_DAY = date(2026, 2, 1)
DAYS = 730
ASKED_ON = [120, 240, 360, 480, 600, 730]  # days at which everybody is asked
Z90 = 1.645


@dataclass(frozen=True, slots=True)
class Kind:
    """How many test how much, and how suddenly themes change; upper ends excluded."""

    name: str
    people: tuple[int, int]
    follows: tuple[int, int]
    steps: tuple[int, int]
    step: tuple[float, float]


ORDINARY = Kind("a class that tests", (8, 17), (2, 5), (1, 4), (-0.3, 0.8))
HARSH = Kind("few testers, sudden change", (5, 13), (1, 4), (1, 5), (-0.3, 1.0))


@dataclass(frozen=True, slots=True)
class World:
    """The readings of two years, and where the themes truly stood (theme, day)."""

    readings: pd.DataFrame
    truth: Floats


def world(seed: int, kind: Kind = ORDINARY) -> World:
    rng = np.random.default_rng(seed)
    truth = paths(rng, kind)
    notes = pd.DataFrame([*_baseline(rng, truth), *_notes(rng, truth, kind)])
    notes["on"] = pd.Timestamp(FIRST_DAY) + pd.to_timedelta(notes["day"], unit="D")
    notes["theme"] = np.array(SLUGS)[notes["lane"]]
    notes["id"] = [f"note-{number}" for number in range(len(notes))]
    return World(notes, truth)


def paths(rng: np.random.Generator, kind: Kind = ORDINARY) -> Floats:
    """Return where the themes truly stand on each day, (theme, day)."""
    return np.array(
        [_s_curve(rng) if rng.random() < 0.5 else _steps(rng, kind) for _ in SLUGS]
    )


def _s_curve(rng: np.random.Generator) -> Floats:
    low, rise = rng.uniform(0.3, 2.0), rng.uniform(0.5, 2.2)
    middle, width = rng.uniform(0, DAYS), rng.uniform(20, 120)
    way = 1 / (1 + np.exp(-(np.arange(DAYS + 1) - middle) / width))
    level: Floats = np.minimum(low + rise * way, 3.9)
    return level


def _steps(rng: np.random.Generator, kind: Kind) -> Floats:
    level = np.full(DAYS + 1, rng.uniform(0.3, 2.2))
    for _ in range(rng.integers(*kind.steps)):
        level[rng.integers(DAYS) :] += rng.uniform(*kind.step)
    clipped: Floats = np.clip(level, 0.1, 3.9)
    return clipped


def _baseline(rng: np.random.Generator, truth: Floats) -> Iterator[Row]:
    for lane, level in enumerate(truth[:, 0]):
        yield {"lane": lane, "day": 0, "value": rng.normal(level, 0.3), "sd": 0.3}


def _notes(rng: np.random.Generator, truth: Floats, kind: Kind) -> Iterator[Row]:
    tools = rng.integers(8, 17)
    born, age = rng.uniform(-200, DAYS, tools), rng.uniform(90, 400, tools)
    better = rng.uniform(-0.6, 0.6, tools)
    busy = rng.uniform(0.3, 1.5)
    for person in range(rng.integers(*kind.people)):
        lenient = rng.choice([0.0, 0.7, -0.5], p=[0.6, 0.25, 0.15])
        lenient += rng.uniform(-0.15, 0.15)
        follows = rng.choice(len(SLUGS), rng.integers(*kind.follows), replace=False)
        joined = int(rng.uniform(0, 0.6 * DAYS)) if rng.random() < 0.5 else 0
        count = rng.poisson(busy * rng.uniform(0.1, 1.0) * (DAYS - joined) / 7)
        for day in rng.integers(joined, DAYS + 1, count):
            lane = rng.choice(follows)
            alive = np.flatnonzero((born <= day) & (day < born + age))
            tool = rng.choice(alive) if len(alive) and rng.random() < 0.9 else None
            told = truth[lane, day] + lenient + (0 if tool is None else better[tool])
            note = {"lane": lane, "day": day, "person": f"person-{person}"}
            yield {
                **note,
                "tool": None if tool is None else f"tool-{tool}",
                **_result(rng, told),
            }


def _result(rng: np.random.Generator, told: float) -> Row:
    sd = rng.choice([0.8, 0.6, 0.4], p=[0.4, 0.35, 0.25])
    value = rng.normal(told, sd) if rng.random() < 0.9 else rng.uniform(0, 4)
    value = np.clip(value, 0.05, 3.95)
    is_verdict = rng.random() < 0.5
    return {"value": np.floor(value) + 0.5 if is_verdict else value, "sd": sd}


@dataclass(frozen=True, slots=True)
class Score:
    """How the estimator did against its rivals, pooled over worlds, themes and days.

    `covered_80` is that of the range as shown, `covered_90` of mean ± 1.645 sd.
    """

    worlds: int
    readings: int
    rms: float
    rivals: dict[str, float]
    covered_90: float
    covered_80: float

    @property
    def ratio(self) -> float:
        """The error as a share of the best rival's."""
        return self.rms / min(self.rivals.values())


def score(seeds: range, kind: Kind = ORDINARY) -> Score:
    worlds = [world(seed, kind) for seed in seeds]
    truth = np.array([one.truth[:, ASKED_ON] for one in worlds])
    found = np.array([_estimated(one) for one in worlds])
    mean, sd, low, high = np.moveaxis(found, -1, 0)
    lanes = [lane for one in worlds for _, lane in one.readings.groupby("lane")]
    series = as_series(lanes, ASKED_ON, truth.reshape(len(lanes), len(ASKED_ON)))
    rivals = best_filter(series), best_average(series)
    return Score(
        worlds=len(worlds),
        readings=sum(len(one.readings) for one in worlds),
        rms=float(np.sqrt(np.mean((mean - truth) ** 2))),
        rivals={rival.name: rival.rms for rival in rivals},
        covered_90=float(np.mean(np.abs(mean - truth) <= Z90 * sd)),
        covered_80=float(np.mean((low <= truth) & (truth <= high))),
    )


def _estimated(one: World) -> Floats:
    """Return mean, sd, low and high of (theme, day asked)."""
    found = [
        estimate(one.readings, as_of=FIRST_DAY + timedelta(days=days)).positions
        for days in ASKED_ON
    ]
    return np.array(
        [
            [(p.mean, p.sd, p.low, p.high) for p in (at[slug] for at in found)]
            for slug in SLUGS
        ]
    )


def main() -> None:
    for kind in (ORDINARY, HARSH):
        result = score(range(96), kind)
        print(f"{kind.name}: {result.worlds} worlds, {result.readings} readings")
        print(f"  rms {result.rms:.3f}  themewatch")
        for name, rms in result.rivals.items():
            print(f"  rms {rms:.3f}  {name}")
        print(f"  error as a share of the best rival's: {result.ratio:.3f}")
        print(f"  9 in 10 covers {result.covered_90:.1%}")
        print(f"  8 in 10, as shown, covers {result.covered_80:.1%}")


if __name__ == "__main__":
    main()
