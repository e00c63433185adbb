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
    """How far one's results lie above others', in stages, with the doubt of that.

    `notes` are those on what others tested too, of which it speaks.
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


def overlapping_notes(
    evidence: Evidence, notes: Sequence[Note], person: str
) -> list[Note]:
    """Return a person's notes on tools that others tested for the same theme."""
    testers: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for note in notes:
        testers[note.theme, evidence.tool_of(note)].add(note.person)
    return [
        note
        for note in notes
        if note.person == person
        and (tool := evidence.tool_of(note)) is not None
        and len(testers[note.theme, tool]) > 1
    ]
