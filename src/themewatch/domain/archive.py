"""What an archive of everything brings to a place that holds things already."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that did not come: another one is here under its key.

    `is_other` says that it is here itself, with other content, which stays; else
    something that only one row may have, such as a name, is another row's here.
    """

    table: str
    key: str
    is_other: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """What an archive brings, or would bring.

    `records` are new pieces of evidence by kind, `rows` everything else that is new by
    table, `files` attachments. `there` counts what was here already, `taken_back`
    those pieces of evidence that got a take-back or its reversal.
    """

    made_at: datetime
    records: Mapping[str, int]
    rows: Mapping[str, int]
    files: int
    there: int
    taken_back: int
    conflicts: tuple[Conflict, ...]

    @property
    def is_anything(self) -> bool:
        return any((*self.records.values(), *self.rows.values())) or bool(
            self.files or self.taken_back
        )
