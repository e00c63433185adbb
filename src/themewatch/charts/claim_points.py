"""Claimed against tested as pure values: one mark a claim, before anything is drawn.

x is what vendors say and y what tests show, both from 0 to 4, one unit a stage. A
claim names a whole stage, so all of a stage's marks stand in the middle of its column
and make room for each other sideways, within it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from themewatch.charts.geometry import on_scale
from themewatch.domain.claim import HELD_WITHIN, Outcome
from themewatch.domain.judging import JudgedClaim

MOST_POINTS = 200
WIDEST = 0.4  # stages to either side: beyond lies the next column
DIGITS = 3


@dataclass(frozen=True, slots=True)
class MarkSize:
    """How much room a mark takes, in stages across and up."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ClaimPoint:
    """One tested claim and where its mark stands."""

    judged: JudgedClaim
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ClaimCloud:
    """The marks of the newest tested claims, and how many tested ones there are.

    `reached` of them are such that tests reach the stage claimed; `lead` is how far
    all of them stand ahead of tests on average, None without any.
    """

    points: tuple[ClaimPoint, ...]
    tested: int
    reached: int
    lead: float | None

    @property
    def left_out(self) -> int:
        return self.tested - len(self.points)

    def of(self, outcome: Outcome) -> list[ClaimPoint]:
        return [p for p in self.points if p.judged.outcome is outcome]


def claim_cloud(judged: Iterable[JudgedClaim], size: MarkSize) -> ClaimCloud:
    """Place a mark for each tested claim, at most MOST_POINTS."""
    tested = [j for j in judged if j.lead is not None]
    leads = [j.lead for j in tested if j.lead is not None]
    return ClaimCloud(
        points=tuple(_placed(_newest(tested), size)),
        tested=len(tested),
        reached=sum(lead <= HELD_WITHIN for lead in leads),
        lead=fmean(leads) if leads else None,
    )


def _newest(judged: Iterable[JudgedClaim]) -> list[JudgedClaim]:
    newest = sorted(judged, key=lambda j: (j.on, j.claim.id), reverse=True)
    return newest[:MOST_POINTS]


def _placed(judged: Iterable[JudgedClaim], size: MarkSize) -> Iterable[ClaimPoint]:
    columns: defaultdict[float, list[tuple[float, JudgedClaim]]] = defaultdict(list)
    for j in judged:
        if j.claim.claimed_stage is not None and j.tested is not None:
            columns[j.claim.claimed_stage.midpoint].append((_drawn(j.tested.value), j))
    for middle, column in sorted(columns.items()):
        column.sort(key=lambda mark: (mark[0], mark[1].claim.id))
        offsets = sideways([y for y, _j in column], size)
        for (y, j), offset in zip(column, offsets, strict=True):
            yield ClaimPoint(j, round(middle + offset, DIGITS), y)


def _drawn(value: float) -> float:
    return round(on_scale(value), DIGITS)


def sideways(heights: Sequence[float], size: MarkSize) -> list[float]:
    """Return how far each mark of a column steps aside so that none hides another.

    Each in turn takes the free place nearest the middle. Where none is left, it
    takes the one where it hides fewest.

    >>> sideways([1.0, 1.0, 2.0, 1.0], MarkSize(0.1, 0.1))
    [0.0, 0.1, 0.0, -0.1]
    """
    places = _places(size.width)
    taken: list[tuple[float, float]] = []
    for height in heights:
        near = [x for x, y in taken if abs(y - height) < size.height]
        crowd = {x: near.count(x) for x in places}
        taken.append((min(places, key=crowd.__getitem__), height))
    return [x for x, _y in taken]


def _places(width: float) -> list[float]:
    """Return where a mark may stand, from the middle outwards."""
    steps = range(1, int(WIDEST / width) + 1)
    beside = (round(side * step * width, DIGITS) for step in steps for side in (1, -1))
    return [0.0, *beside]
