"""What a person saw when testing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from themewatch.domain.record import Record


class Verdict(StrEnum):
    """How it went, in the words of the four stages and in their order."""

    BREAKS = "breaks"
    SOMETIMES = "sometimes"
    USUALLY = "usually"
    DEPENDABLE = "dependable"


class Rigor(StrEnum):
    """How thoroughly it was tried."""

    ONCE = "once"
    FEW = "few"
    FIXED = "fixed"


BEST_MARK = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """How well one dimension of a rubric held, 0 (fell apart) to 3 (held)."""

    dimension: str
    value: int


LEAST_TRIES = {Rigor.ONCE: 1, Rigor.FEW: 2, Rigor.FIXED: 5}
"""The fewest tries a rigor stands for, where nobody counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """What a person saw when testing a tool for a theme.

    `tool` is the name as it was typed; `release` the id of the release it is,
    once known. `price_usd` and `seconds` are per usable output. `marks` say what
    held and what did not, and move nothing.
    """

    theme: str
    person: str
    tested_on: date
    signal: str | None = None
    tool: str | None = None
    release: str | None = None
    tries: int | None = None
    acceptable: int | None = None
    verdict: Verdict | None = None
    rigor: Rigor = Rigor.ONCE
    observed: str = ""
    improvement: str = ""
    limits: str = ""
    price_usd: float | None = None
    seconds: float | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def has_counts(self) -> bool:
        return self.tries is not None and self.acceptable is not None

    @property
    def least_tries(self) -> int:
        """The tries that were counted, else the fewest its rigor stands for."""
        return self.tries if self.tries is not None else LEAST_TRIES[self.rigor]
