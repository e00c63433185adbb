"""A dated thing to watch: a ruling, a standard, a promised release."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from themewatch.domain.record import Record


class Subject(StrEnum):
    """What kind of thing is awaited."""

    RULING = "ruling"
    STANDARD = "standard"
    PROMISE = "promise"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint(Record):
    """Something to watch for, and what came of it once it is known.

    Without a `theme` it bears on all of them; without `due_on` its day is open.
    What came of it is a correction that gives `settled_on` and `result`.
    """

    title: str
    subject: Subject
    person: str
    theme: str | None = None
    due_on: date | None = None
    text: str = ""
    settled_on: date | None = None
    result: str = ""

    @property
    def is_settled(self) -> bool:
        return self.settled_on is not None

    @property
    def shown_on(self) -> date | None:
        """The day it stands on in a time line: when it was settled, else is due."""
        return self.settled_on or self.due_on

    def is_due(self, on: date) -> bool:
        """Say whether its day has come and nobody has said what came of it."""
        return not self.is_settled and self.due_on is not None and self.due_on <= on

    def bears_on(self, theme: str) -> bool:
        return self.theme in (None, theme)
