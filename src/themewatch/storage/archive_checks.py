"""Rows from elsewhere that this program can read: nothing in them surprises a page."""

from collections.abc import Iterator, Mapping

from sqlalchemy import RowMapping, Table, select

from themewatch.domain.edition import Edition, Ground
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_report import Report
from themewatch.domain.review import Decision, Review
from themewatch.errors import InputError
from themewatch.storage import journal_tables, team_tables
from themewatch.storage.engine import Session
from themewatch.storage.journal_bodies import from_body
from themewatch.storage.tables import metadata

BODIES: Mapping[Table, Mapping[str, type]] = {
    journal_tables.journals: {"body": Journal},
    journal_tables.journal_entries: {"body": Entry},
    journal_tables.journal_reports: {"body": Report},
    team_tables.reviews: {"body": Review},
    team_tables.review_decisions: {"body": Decision},
    team_tables.editions: {"body": Edition, "ground": Ground},
}
"""What the bodies of tables are; a draft's is whatever its form made of it."""
_BATCH = 500


def check_readable(session: Session) -> None:
    """Read every row of a place in the newest form as pages do.

    Raises:
        InputError: Something in a row is nothing that this program knows.
    """
    for table in metadata.sorted_tables:
        try:
            _read_all(session, table)
        except (KeyError, ValueError, TypeError) as error:
            raise _unknown(table, str(error)) from error
        except InputError as error:
            raise _unknown(table, error.problems[0]) from error


def _read_all(session: Session, table: Table) -> None:
    bodies = BODIES.get(table, {})
    for row in _rows(session, table):
        for column, kind in bodies.items():
            from_body(row[column], kind)


def _rows(session: Session, table: Table) -> Iterator[RowMapping]:
    streamed = {"stream_results": True, "yield_per": _BATCH}
    yield from session.execute(select(table), execution_options=streamed).mappings()


def _unknown(table: Table, what: str) -> InputError:
    return InputError(
        f"A row of {table.name} in the archive is none that this themewatch knows "
        f"({what[:100].rstrip('.')}): if a newer one made it, install that first."
    )
