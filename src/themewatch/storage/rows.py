"""Records as rows, and rows as records: a column bears the name of its field."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, insert, select

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import Claim
from themewatch.domain.forecast import Forecast
from themewatch.domain.kinds import kind_of
from themewatch.domain.note import Note
from themewatch.domain.override import Override
from themewatch.domain.record import FileRef, Record, Withdrawal
from themewatch.domain.release import Release
from themewatch.domain.view import View
from themewatch.storage import tables
from themewatch.storage.engine import Session

R = TypeVar("R", bound=Record)

TABLES: Mapping[type[Record], Table] = {
    Release: tables.releases,
    Claim: tables.claims,
    Note: tables.notes,
    View: tables.views,
    Override: tables.overrides,
    Checkpoint: tables.checkpoints,
    Forecast: tables.forecasts,
}
_SHARED = [column for column in tables.records.c if column.name != "kind"]


def read_records(
    session: Session, record_type: type[R], record_id: str | None = None
) -> list[R]:
    """Return all records of a type, or the one of that id, oldest first."""
    table = TABLES[record_type]
    columns = [*_SHARED, *(column for column in table.c if column.name != "id")]
    names = [column.name for column in columns]
    wanted = _wanted(table, record_id)
    query = select(*columns).join_from(
        table, tables.records, table.c.id == tables.records.c.id
    )
    rows = session.execute(query.where(*wanted)).all()
    files = _files(session, table, wanted)
    withdrawals = _withdrawals(session, table, wanted)
    found = [
        record_type(
            **dict(zip(names, row, strict=True)),
            files=tuple(files.get(row[0], ())),
            withdrawals=tuple(withdrawals.get(row[0], ())),
        )
        for row in rows
    ]
    # Not ORDER BY: databases differ in how they order text.
    return sorted(found, key=attrgetter("recorded_at", "id"))


def insert_records(session: Session, records: Iterable[Record]) -> None:
    """Add records with their files and withdrawals, in one statement a table."""
    by_table: defaultdict[Table, list[Record]] = defaultdict(list)
    for record in records:
        by_table[tables.records].append(record)
        by_table[TABLES[type(record)]].append(record)
    for table, its_records in by_table.items():
        _insert(session, table, [_row(table, record) for record in its_records])
    everything = by_table[tables.records]
    _insert(session, tables.files, [row for r in everything for row in _file_rows(r)])
    insert_withdrawals(session, {r.id: r.withdrawals for r in everything})


def insert_withdrawals(
    session: Session, by_record: Mapping[str, Iterable[Withdrawal]]
) -> None:
    rows = [
        {"record_id": record_id, "at": w.at, "is_reversal": w.is_reversal, "by": w.by}
        for record_id, events in by_record.items()
        for w in events
    ]
    _insert(session, tables.withdrawals, rows)


def _insert(session: Session, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert(table), rows)


def _row(table: Table, record: Record) -> dict[str, Any]:
    names = [column.name for column in table.c]
    row = {name: getattr(record, name, None) for name in names}
    return {**row, "kind": kind_of(record)} if table is tables.records else row


def _file_rows(record: Record) -> list[dict[str, Any]]:
    return [
        {
            "record_id": record.id,
            "place": place,
            "sha256": ref.sha256,
            "name": ref.name,
            "media_type": ref.media_type,
            "size": ref.size,
        }
        for place, ref in enumerate(record.files)
    ]


def _wanted(table: Table, record_id: str | None) -> list[ColumnElement[bool]]:
    return [] if record_id is None else [table.c.id == record_id]


def _files(
    session: Session, table: Table, wanted: list[ColumnElement[bool]]
) -> dict[str, list[FileRef]]:
    files = tables.files.c
    query = (
        select(files.record_id, files.sha256, files.name, files.media_type, files.size)
        .join_from(tables.files, table, files.record_id == table.c.id)
        .where(*wanted)
        .order_by(files.place)
    )
    found: defaultdict[str, list[FileRef]] = defaultdict(list)
    for record_id, *fields in session.execute(query):
        found[record_id].append(FileRef(*fields))
    return found


def _withdrawals(
    session: Session, table: Table, wanted: list[ColumnElement[bool]]
) -> dict[str, list[Withdrawal]]:
    events = tables.withdrawals.c
    query = (
        select(events.record_id, events.at, events.is_reversal, events.by)
        .join_from(tables.withdrawals, table, events.record_id == table.c.id)
        .where(*wanted)
        .order_by(events.at)
    )
    found: defaultdict[str, list[Withdrawal]] = defaultdict(list)
    for record_id, *fields in session.execute(query):
        found[record_id].append(Withdrawal(*fields))
    return found
