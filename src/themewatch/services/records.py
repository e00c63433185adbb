"""One piece of evidence with everything that happened to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from themewatch.domain.kinds import kind_of
from themewatch.domain.record import Record, chain
from themewatch.errors import NotFoundError
from themewatch.storage import evidence
from themewatch.storage.engine import Session


class EventKind(StrEnum):
    """What can happen to a piece of evidence."""

    RECORDED = "recorded"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken-back"
    PUT_BACK = "put-back"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to it; `record` is the version of that moment."""

    at: datetime
    kind: EventKind
    by: str | None
    record: Record


@dataclass(frozen=True, slots=True)
class History:
    """Every version of a record, the first one first."""

    versions: tuple[Record, ...]

    @property
    def latest(self) -> Record:
        return self.versions[-1]

    @property
    def kind(self) -> str:
        return kind_of(self.latest)

    @property
    def events(self) -> list[Event]:
        """What happened, the latest first."""
        return sorted(self._events(), key=lambda e: e.at, reverse=True)

    def _events(self) -> Iterator[Event]:
        for version in self.versions:
            is_first = version.supersedes is None
            kind = EventKind.RECORDED if is_first else EventKind.CORRECTED
            # Who corrected it is kept nowhere: the note stays its tester's.
            person = getattr(version, "person", None) if is_first else None
            yield Event(version.recorded_at, kind, person, version)
            for w in version.withdrawals:
                kind = EventKind.PUT_BACK if w.is_reversal else EventKind.TAKEN_BACK
                yield Event(w.at, kind, w.by, version)


def get_history(session: Session, record_id: str) -> History:
    """Return the history of a record, asked for by the id of any version.

    Raises:
        NotFoundError: There is no such record.
    """
    if not record_id:
        raise NotFoundError("The address names no record: open one from its theme.")
    record = evidence.get_record(session, record_id)
    everything = evidence.list_records(session, type(record))
    return History(tuple(chain(everything, record.id)))
