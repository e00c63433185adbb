"""One piece of evidence with everything that happened to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from themewatch.domain.activity import Act
from themewatch.domain.kinds import kind_of
from themewatch.domain.person import Role
from themewatch.domain.record import Record, chain
from themewatch.errors import NotFoundError
from themewatch.services.rights import needs
from themewatch.storage import evidence
from themewatch.storage.activity import find_doers
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
    """Every version of a record, the first one first.

    `doers` are who logged or corrected a version, by its id, where that is known.
    """

    versions: tuple[Record, ...]
    doers: Mapping[str, str] = field(default_factory=dict)

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
            # A correction is not its tester's doing: the note stays theirs.
            named = getattr(version, "person", None) if is_first else None
            by = named or self.doers.get(version.id)
            yield Event(version.recorded_at, kind, by, version)
            for w in version.withdrawals:
                kind = EventKind.PUT_BACK if w.is_reversal else EventKind.TAKEN_BACK
                yield Event(w.at, kind, w.by, version)


@needs(Role.VIEWER)
def get_history(session: Session, record_id: str) -> History:
    """Return the history of a record, asked for by the id of any version.

    Raises:
        NotFoundError: There is no such record.
    """
    if not record_id:
        raise NotFoundError("The address names no record: open one from its theme.")
    record = evidence.get_record(session, record_id)
    everything = evidence.list_records(session, type(record))
    versions = tuple(chain(everything, record.id))
    ids = [version.id for version in versions]
    doers = find_doers(session, Act.CORRECTED, ids)
    return History(versions, find_doers(session, Act.RECORDED, ids) | doers)
