"""A person's own placing of a theme."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from themewatch.domain.record import Record


class Confidence(StrEnum):
    """How sure somebody is of a placing or a labelling."""

    SURE = "sure"
    FAIR = "fair"
    GUESS = "guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Record):
    """A person's own placing of a theme, 0 to 4."""

    theme: str
    person: str
    on: date
    position: float
    confidence: Confidence
    reason: str = ""
