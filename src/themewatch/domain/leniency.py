"""How a person's results sit beside those of others on the same tools."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from themewatch.domain.evidence import Evidence
from themewatch.domain.note import Note

ENOUGH_NOTES = 10
LEVEL = 0.1  # stages: nobody would call less a difference


class Side(StrEnum):
    """On which side of others' results one's own lie."""

    ABOVE = "above"
    LEVEL = "level"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Leniency:
    """How far one's results lie above others' on the same tools, in stages.

    `sd` is the doubt of where one's own lie; `notes` are those on what others
    tested too, of which it speaks.
    """

    mean: float
    sd: float
    notes: int

    @property
    def side(self) -> Side:
        """The side that is worth saying: neither a trifle nor within the doubt.

        >>> Leniency(0.3, 0.1, 12).side, Leniency(0.3, 0.4, 12).side
        (<Side.ABOVE: 'above'>, <Side.LEVEL: 'level'>)
        """
        if abs(self.mean) < max(LEVEL, self.sd):
            return Side.LEVEL
        return Side.ABOVE if self.mean > 0 else Side.BELOW


def others_on_the_same(
    evidence: Evidence, notes: Sequence[Note], person: str
) -> list[frozenset[str]]:
    """Return who else tested the same tool for the same theme, note by note.

    It speaks of a person's notes on what others tested too, and of no others.
    """
    testers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    tested = [(n.theme, n.person, tool) for n in notes if (tool := evidence.tool_of(n))]
    for theme, tester, tool in tested:
        testers[theme, tool].add(tester)
    return [
        frozenset(others)
        for theme, tester, tool in tested
        if tester == person and (others := testers[theme, tool] - {person})
    ]
