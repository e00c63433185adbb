"""Rows of any form of the database as plain values, the same from both systems.

Tables are asked of the database itself and not of the code, so that an older form is
read and written as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Column, MetaData, Table, func, insert, select

from themewatch.errors import InputError
from themewatch.storage import journal_tables, news_tables, tables, team_tables
from themewatch.storage.engine import Session

Row = dict[str, Any]
"""A row by its columns: text, numbers, true and false, and null."""

BATCH = 500
_SPOKEN_OF = (tables, news_tables, journal_tables, team_tables)
OURS = frozenset(_SPOKEN_OF[0].metadata.tables)
"""Every table of ours, all modules that speak of them being imported here."""


def tables_of(session: Session) -> tuple[Table, ...]:
    """Return our tables as the database has them, what is referred to first."""
    found = MetaData()
    found.reflect(session, only=lambda name, _: name in OURS)
    return tuple(found.sorted_tables)


def count_rows(session: Session, table: Table) -> int:
    return session.execute(select(func.count()).select_from(table)).scalar_one()


def read_rows(session: Session, table: Table) -> Iterator[Row]:
    """Yield the rows of a table by their key, few of them in memory at once."""
    query = select(table).order_by(*table.primary_key.columns)
    streamed = {"stream_results": True, "yield_per": BATCH}
    names = [column.name for column in table.c]
    for row in session.execute(query, execution_options=streamed):
        yield dict(zip(names, map(to_plain, row), strict=True))


def insert_rows(session: Session, table: Table, rows: Iterable[Row]) -> None:
    """Add rows as they are.

    Raises:
        InputError: A row has other columns than the table, or other values.
    """
    readers = {column.name: _reader(column) for column in table.c}
    is_server = session.dialect.name == "postgresql"
    waiting = (_without_nul(row) for row in rows) if is_server else iter(rows)
    while batch := list(islice(waiting, BATCH)):
        session.execute(insert(table), [_typed(table, readers, row) for row in batch])


def _without_nul(row: Row) -> Row:
    """Return a row whose texts PostgreSQL takes: SQLite alone keeps such characters."""
    return {
        name: value.replace("\0", "\ufffd") if isinstance(value, str) else value
        for name, value in row.items()
    }


def to_plain(value: Any) -> Any:
    """Return a value as it stands in an archive.

    >>> to_plain(datetime(2026, 11, 28, 9, 30)), to_plain(date(2026, 11, 28))
    ('2026-11-28T09:30:00Z', '2026-11-28')
    """
    if isinstance(value, datetime):  # SQLite gives it without its zone
        in_utc = value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
        return in_utc.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def typed_row(table: Table, row: Mapping[str, Any]) -> Row:
    """Return a plain row as the database takes it; raises InputError."""
    return _typed(table, {column.name: _reader(column) for column in table.c}, row)


def _typed(
    table: Table, readers: Mapping[str, Callable[[Any], Any]], row: Mapping[str, Any]
) -> Row:
    if row.keys() != readers.keys():
        raise InputError(f"A row of {table.name} has other columns than it should.")
    try:
        return {name: read(row[name]) for name, read in readers.items()}
    except ValueError as error:
        raise InputError(f"A row of {table.name} cannot be read: {error}.") from error


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    """Return what reads a plain value of a column; it raises ValueError."""
    read = _READERS[column.type.python_type]

    def reading(value: Any) -> Any:
        if value is not None:
            return read(value)
        if not column.nullable:
            raise ValueError(f"{column.name} is missing")
        return None

    return reading


def _exactly(kind: type) -> Callable[[Any], Any]:
    def reading(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{value!r:.40} is no {kind.__name__}")
        return value

    return reading


def _number(value: Any) -> float:
    if type(value) not in {int, float}:
        raise ValueError(f"{value!r:.40} is no number")
    return float(value)


def _instant(value: Any) -> datetime:
    at = datetime.fromisoformat(_exactly(str)(value))
    if at.tzinfo is None:
        raise ValueError(f"{value!r:.40} has no zone")
    return at.astimezone(UTC)


def _day(value: Any) -> date:
    return date.fromisoformat(_exactly(str)(value))


_READERS: Mapping[type, Callable[[Any], Any]] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    float: _number,
    datetime: _instant,
    date: _day,
}
