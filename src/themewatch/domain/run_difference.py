"""What tells two runs of one fixed test apart, and whether it may be luck."""

from dataclasses import dataclass
from math import comb

from themewatch.domain.journal_entry import Run

LUCK = 0.2
"""A difference that luck alone brings at least this often is not yet one."""
_HAIR = 1 + 1e-9  # equal odds may differ in their last digit


@dataclass(frozen=True, slots=True)
class Shares:
    """How often each of two runs was usable, and how often luck brings as much."""

    one: float
    other: float
    luck: float

    @property
    def may_be_luck(self) -> bool:
        return self.luck >= LUCK


def usable_shares(one: Run, other: Run) -> Shares | None:
    """Return how often both were usable; None where tries were not counted.

    >>> from datetime import date
    >>> def run(usable): return Run(
    ...     id="", model="Veo", on=date(2026, 10, 9), tries=10, usable=usable)
    >>> usable_shares(run(1), run(9)).may_be_luck
    False
    >>> usable_shares(run(4), run(6)).may_be_luck
    True
    """
    if not (one.tries and other.tries):
        return None
    if one.usable is None or other.usable is None:
        return None
    luck = chance_of_as_much((one.usable, one.tries), (other.usable, other.tries))
    return Shares(one.usable / one.tries, other.usable / other.tries, luck)


def chance_of_as_much(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return how probable it is that luck parts two runs as far, were both alike.

    Fisher's exact test, two-sided: of all ways to spread the usable tries over both
    runs, the share of those that are no more probable than what was seen. Each pair
    is usable and tries.

    >>> chance_of_as_much((1, 2), (1, 2))
    1.0
    """
    (usable, tries), (others, other_tries) = one, other
    all_usable = usable + others
    ways = [
        comb(tries, here) * comb(other_tries, all_usable - here)
        for here in range(max(0, all_usable - other_tries), min(tries, all_usable) + 1)
    ]
    seen = comb(tries, usable) * comb(other_tries, others)
    return sum(way for way in ways if way <= seen * _HAIR) / sum(ways)


def change(one: float | None, other: float | None) -> float | None:
    """Return by which share the second of two amounts is more than the first.

    >>> change(0.4, 0.2), change(0.0, 1.0)
    (-0.5, None)
    """
    if not one or other is None:
        return None
    return other / one - 1
