"""What all evidence has in common: it is never rewritten, and lives on two clocks.

A correction is a new record that supersedes an older one; a take-back and its
reversal are events of their own. So what was known on any past day can be told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file kept with a record: its content's hash, and what to call it."""

    sha256: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A take-back, or the reversal of one (`is_reversal`)."""

    at: datetime
    is_reversal: bool = False
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One piece of evidence, as it was recorded."""

    id: str
    recorded_at: datetime
    supersedes: str | None = None
    link: str | None = None
    source: str | None = None
    files: tuple[FileRef, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()

    def is_withdrawn(self, at: datetime | None = None) -> bool:
        """Say whether its last withdrawal (by then) still stands."""
        events = [w for w in self.withdrawals if at is None or w.at <= at]
        return bool(events) and not max(events, key=lambda w: w.at).is_reversal


R = TypeVar("R", bound=Record)


def live(records: Iterable[R], at: datetime | None = None) -> list[R]:
    """Keep the records that stand at an instant (None: by all we know).

    A record stands if it was recorded by then, no successor was, and its last
    withdrawal by then, if any, had been reversed. So taking back a correction
    takes back the whole chain: what it superseded stays superseded.
    """
    return [r for r in newest_versions(records, at) if not r.is_withdrawn(at)]


def newest_versions(records: Iterable[R], at: datetime | None = None) -> list[R]:
    """Keep the last version of each record known at an instant, taken back or not."""
    known = [r for r in records if at is None or r.recorded_at <= at]
    superseded = {r.supersedes for r in known}
    return [r for r in known if r.id not in superseded]


def roots(records: Iterable[Record]) -> dict[str, str]:
    """Map each record's id to the id of the first of its chain.

    Others refer to a chain by any of its ids; the first one is its name.
    """
    parents = {r.id: r.supersedes for r in records}
    names: dict[str, str] = {}
    for record_id in parents:
        path = [record_id]
        while path[-1] not in names and (parent := parents.get(path[-1])) is not None:
            path.append(parent)
        names |= dict.fromkeys(path, names.get(path[-1], path[-1]))
    return {record_id: names[record_id] for record_id in parents}


def chain(records: Iterable[R], record_id: str) -> list[R]:
    """Return every version of one record, the first one first."""
    by_id = {r.id: r for r in records}
    corrections = {r.supersedes: r for r in by_id.values() if r.supersedes}
    name = roots(by_id.values()).get(record_id, record_id)
    version = by_id.get(name) or corrections.get(name)
    versions = []
    while version is not None:
        versions.append(version)
        version = corrections.get(version.id)
    return versions
