"""Whether forecasts keep their word: of those said at 80 %, about 80 % come true.

A forecast is one sentence: "This theme stands in that stage, or beyond, by then",
with the chance the estimator gives it. It is made in worlds whose future is known,
3, 6 and 12 months ahead, for every theme and every stage but the first.

Fair worlds are drawn from what the model itself believes, so whatever is off there
is an error of ours: once with normal noise, once with the far-off notes and people
of Student's t. The others are those of `benchmarks.worlds`, which the model does not
know. "No change" is the chance that the theme stands in that stage today.

    python -m benchmarks.forecasts
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import product

import numpy as np

from benchmarks.fair_worlds import TODAY, fair_world
from benchmarks.worlds import FIRST_DAY, HARSH, ORDINARY, Floats, Kind, World, world
from themewatch.domain.stage import SCALE_END, Stage
from themewatch.domain.theme import SLUGS
from themewatch.estimation import EstimationSettings, estimate

AHEAD = (91, 182, 364)  # days: 3, 6 and 12 months
STAGES = (Stage.GROWING, Stage.MATURING, Stage.MATURE)
SAID, ALLOWED, FEWEST = (0.75, 0.85), (0.74, 0.86), 1000
TENTHS = [(tenth / 10, (tenth + 1) / 10) for tenth in range(10)]

STUDENT = EstimationSettings(first_sd=1.0)  # so that most themes are on the scale
NORMAL = replace(STUDENT, nu=None)


@dataclass(frozen=True, slots=True)
class Worlds:
    """Worlds to forecast in, on which days, and with which constants."""

    name: str
    draw: Callable[[int], World]
    asked_on: tuple[date, ...]
    settings: EstimationSettings
    count: int
    is_fair: bool


def fair(name: str, settings: EstimationSettings) -> Worlds:
    draw = partial(fair_world, settings=settings)
    return Worlds(name, draw, (TODAY,), settings, count=400, is_fair=True)


def _other(name: str, kind: Kind) -> Worlds:
    days = tuple(FIRST_DAY + timedelta(days=day) for day in (120, 240, 360))
    draw = partial(world, kind=kind)
    return Worlds(name, draw, days, EstimationSettings(), count=120, is_fair=False)


KINDS = (
    fair("fair, normal", NORMAL),
    fair("fair, Student's t", STUDENT),
    _other("a class", ORDINARY),
    _other("few testers", HARSH),
)


@dataclass(frozen=True, slots=True)
class Forecasts:
    """What was said, and what came of it; arrays of one length."""

    chance: Floats
    unchanged: Floats
    came_true: Floats

    def __len__(self) -> int:
        return len(self.chance)

    def said(self, low: float, high: float) -> "Forecasts":
        """Keep those whose chance lies between; the last tenth holds 1 too."""
        kept = (low <= self.chance) & (self.chance < high + (high == 1))
        return Forecasts(self.chance[kept], self.unchanged[kept], self.came_true[kept])

    @property
    def share_true(self) -> float:
        return float(self.came_true.mean())

    @property
    def brier(self) -> tuple[float, float]:
        """Ours, and that of no change."""
        missed = np.array([self.chance, self.unchanged]) - self.came_true
        ours, unchanged = np.mean(missed**2, axis=1).tolist()
        return ours, unchanged

    @property
    def is_calibrated(self) -> bool:
        return ALLOWED[0] <= self.said(*SAID).share_true <= ALLOWED[1]


def forecasts(worlds: Worlds, seeds: Iterable[int]) -> Forecasts:
    """Forecast wherever a theme then stands on the scale, as all the maps have it."""
    rows = [row for seed in seeds for row in _in_world(worlds, worlds.draw(seed))]
    return Forecasts(*np.array(rows, dtype=float).T)


def _in_world(worlds: Worlds, one: World) -> Iterator[tuple[float, float, bool]]:
    for today in worlds.asked_on:
        now = estimate(one.readings, as_of=today, settings=worlds.settings)
        for theme, stage in product(SLUGS, STAGES):
            unchanged = now.chance(theme, stage, today)
            for days in AHEAD:
                by = today + timedelta(days=days)
                then = one.truth[SLUGS.index(theme), (by - FIRST_DAY).days]
                if 0 <= then <= SCALE_END:
                    yield now.chance(theme, stage, by), unchanged, then >= stage


def main() -> None:
    found = {kind: forecasts(kind, range(kind.count)) for kind in KINDS}
    for line in _table(found):
        print(line)
    fair = [said for kind, said in found.items() if kind.is_fair]
    holds = all(s.is_calibrated and len(s.said(*SAID)) >= FEWEST for s in fair)
    print(f"In fair worlds {ALLOWED[0]:.0%} to {ALLOWED[1]:.0%} of those said at about")
    print(f"80% must come true, of {FEWEST} or more: {'yes' if holds else 'NO'}")
    sys.exit(not holds)


def _table(found: dict[Worlds, Forecasts]) -> Iterator[str]:
    yield _row("worlds", (kind.name for kind in found))
    yield _row("forecasts", map(len, found.values()))
    yield _row("said at 75 to 85%", (len(said.said(*SAID)) for said in found.values()))
    yield _row("  came true", _true(found, *SAID))
    yield _row("Brier score", (f"{said.brier[0]:.3f}" for said in found.values()))
    yield _row("  of no change", (f"{said.brier[1]:.3f}" for said in found.values()))
    yield "came true, of those"
    for low, high in TENTHS:
        yield _row(f"  said at {low:.0%} to {high:.0%}", _true(found, low, high))


def _true(found: dict[Worlds, Forecasts], low: float, high: float) -> Iterator[str]:
    return (f"{said.said(low, high).share_true:.1%}" for said in found.values())


def _row(name: str, cells: Iterable[object]) -> str:
    return f"{name:24}" + "".join(f"{cell!s:>19}" for cell in cells)


if __name__ == "__main__":
    main()
