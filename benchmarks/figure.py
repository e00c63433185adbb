"""A measured figure, its peer beside it, and what it may be at most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

HEADS = ("figure", "ours", "peer", "ratio", "bound", "holds")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured of ours and, alternating with it, of the peer.

    The bound is on the medians' ratio where `unit_of_bound` is "×", else on ours;
    None is no bound, for what is told but not promised.
    """

    name: str
    unit: str
    ours: Sequence[float]
    peer: Sequence[float]
    at_most: float | None
    unit_of_bound: str = "×"

    @property
    def ratio(self) -> float:
        return median(self.ours) / median(self.peer)

    @property
    def holds(self) -> bool:
        if self.at_most is None:
            return True
        bounded = self.ratio if self.unit_of_bound == "×" else median(self.ours)
        return bounded <= self.at_most

    def cells(self) -> tuple[str, ...]:
        return (
            self.name,
            _spread(self.ours, self.unit),
            _spread(self.peer, self.unit),
            f"{self.ratio:.2f} ×",
            *self._bound(),
        )

    def _bound(self) -> tuple[str, str]:
        if self.at_most is None:
            return "none", ""
        return f"{self.at_most:g} {self.unit_of_bound}", "yes" if self.holds else "NO"


def table(figures: Iterable[Figure]) -> str:
    """Lay the figures out, a line each."""
    rows = [HEADS, *(figure.cells() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )


def _spread(values: Sequence[float], unit: str) -> str:
    middle = f"{_number(median(values))} {unit}"
    if len(values) == 1:
        return middle
    return f"{middle} ({_number(min(values))} to {_number(max(values))})"


def _number(value: float) -> str:
    """Three figures that count.

    >>> _number(0.5), _number(1.234), _number(262.4)
    ('0.5', '1.23', '262')
    """
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
