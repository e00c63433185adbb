"""A movement in hundredths: what is shown of it adds up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from themewatch.domain.moved import Change, Moved
from themewatch.domain.note import Note
from themewatch.domain.rounding import HUNDREDTHS, rounded_to_sum

LEAST_SHOWN = 0.5 / HUNDREDTHS


class Part(StrEnum):
    """What a movement is the sum of, in the order it is told."""

    NEW_TESTS = "new-tests"
    NEW_VIEWS = "new-views"
    OLDER_TESTS = "older-tests"
    OLDER_VIEWS = "older-views"
    ELSEWHERE = "elsewhere"
    START = "start"


@dataclass(frozen=True, slots=True)
class MovedSum:
    """A movement as it is shown: `before` and all `parts` add up to `after`.

    The changes that are `listed` and the `others` add up to the parts of tests and
    views. Others are older ones whose effect hardly changed; `others_amount` is
    what they come to together.
    """

    before: float
    after: float
    parts: Mapping[Part, float]
    listed: tuple[tuple[Change, float], ...]
    others: int
    others_amount: float

    @property
    def has_news(self) -> bool:
        return any(change.is_new for change, _amount in self.listed)

    @property
    def has_moved(self) -> bool:
        return self.has_news or any(self.parts.values())

    def count(self, part: Part) -> int:
        """Return how many of the listed belong to a part."""
        return sum(part_of(change) is part for change, _amount in self.listed)


def part_of(change: Change) -> Part:
    """Return the part of a movement that a test or view belongs to."""
    if isinstance(change.record, Note):
        return Part.NEW_TESTS if change.is_new else Part.OLDER_TESTS
    return Part.NEW_VIEWS if change.is_new else Part.OLDER_VIEWS


def summed(moved: Moved) -> MovedSum:
    """Round a movement to hundredths that add up, part by part, piece by piece."""
    before, after = round(moved.before, 2), round(moved.after, 2)
    pieces: defaultdict[Part, list[Change]] = defaultdict(list)
    for change in moved.changes:
        pieces[part_of(change)].append(change)
    amounts = {part: _sum(pieces[part]) for part in Part}
    amounts |= {Part.ELSEWHERE: moved.elsewhere, Part.START: moved.start}
    rounded = rounded_to_sum(list(amounts.values()), after - before)
    parts = dict(zip(Part, rounded, strict=True))
    shown = [_shown(changes, parts[part]) for part, changes in pieces.items()]
    listed = [pair for pairs, _others in shown for pair in pairs]
    listed.sort(key=lambda pair: (-abs(pair[1]), -abs(pair[0].amount)))
    others_amount = sum(parts.values()) - parts[Part.ELSEWHERE] - parts[Part.START]
    others_amount -= sum(amount for _change, amount in listed)
    return MovedSum(
        before=before,
        after=after,
        parts=parts,
        listed=tuple(listed),
        others=sum(others for _pairs, others in shown),
        others_amount=round(others_amount, 2),
    )


def _shown(
    changes: Sequence[Change], total: float
) -> tuple[list[tuple[Change, float]], int]:
    """Return what of a part is listed, in hundredths, and how many others there are."""
    listed: list[Change] = []
    others: list[Change] = []
    for change in changes:
        is_listed = change.is_new or abs(change.amount) >= LEAST_SHOWN
        (listed if is_listed else others).append(change)
    amounts = [c.amount for c in listed] + ([_sum(others)] if others else [])
    rounded = rounded_to_sum(amounts, total)[: len(listed)]
    return list(zip(listed, rounded, strict=True)), len(others)


def _sum(changes: Iterable[Change]) -> float:
    return sum(change.amount for change in changes)
