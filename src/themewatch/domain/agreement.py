"""How far votes agree: the share of them that lie near the median vote.

The median is a vote somebody cast. Between two in the middle a number nobody gave
would lie near both camps and call them agreed, so the one that more votes lie near
is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_high, median_low

NEAR = 0.5  # stages
ENOUGH = 0.7
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Agreement:
    """`near` of `votes` lie within half a stage of `median`; `apart` is their span."""

    votes: int
    near: int
    median: float
    apart: float

    @property
    def share(self) -> float:
        return self.near / self.votes

    @property
    def asks_for_another(self) -> bool:
        """Whether a second round is worth offering: under 70 % agree."""
        return self.votes > 1 and self.share < ENOUGH


def agreement(places: Sequence[float]) -> Agreement | None:
    """Return how far votes agree, None where there are none.

    >>> three_of_four = agreement([1.5, 1.8, 1.2, 2.9])
    >>> three_of_four.near, three_of_four.share, three_of_four.asks_for_another
    (3, 0.75, False)
    >>> agreement([0.5, 1.5]).share, agreement([0.5, 1.0]).share
    (0.5, 1.0)
    >>> agreement([]) is None
    True
    """
    if not places:
        return None
    near, median = max(
        (_near(middle, places), middle)
        for middle in (median_low(places), median_high(places))
    )
    return Agreement(len(places), near, median, max(places) - min(places))


def _near(middle: float, places: Sequence[float]) -> int:
    return sum(abs(place - middle) <= NEAR + _ROUNDING for place in places)
