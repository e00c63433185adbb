"""Journals as their people keep them: edited in place, never silently overwritten."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Table, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_report import Report
from themewatch.errors import ConflictError, NotFoundError
from themewatch.storage.engine import Session
from themewatch.storage.journal_bodies import from_body, to_body
from themewatch.storage.journal_tables import (
    current_journals,
    journal_entries,
    journal_reports,
    journals,
)


def add_journal(session: Session, journal: Journal) -> bool:
    """Keep a new journal; returns False where it is there already, as it was."""
    statement = insert_into(session, journals).values(_journal_row(journal))
    once = statement.on_conflict_do_nothing().returning(journals.c.id)
    return session.scalar(once) is not None


def get_journal(session: Session, journal_id: str) -> Journal:
    """Return a journal; raises NotFoundError."""
    journal = find_journal(session, journal_id)
    if journal is None:
        raise NotFoundError("There is no such journal: choose one of yours.")
    return journal


def find_journal(
    session: Session, journal_id: str, *, lock: bool = False
) -> Journal | None:
    """Return a journal, or None.

    Once locked nobody else can change it until this session ends; on SQLite a writing
    session is alone from its beginning. Whoever writes into a journal locks it first,
    so that nothing enters one that is being closed.
    """
    query = select(journals.c.body).where(journals.c.id == journal_id)
    body = session.scalar(query.with_for_update() if lock else query)
    return None if body is None else from_body(body, Journal)


def list_journals(session: Session, person: str | None = None) -> list[Journal]:
    """Return a person's journals, or everybody's, the one begun last first."""
    wanted = [] if person is None else [journals.c.person == person]
    bodies = session.scalars(select(journals.c.body).where(*wanted))
    found = [from_body(body, Journal) for body in bodies]
    return sorted(found, key=lambda j: (j.started_on, j.created_at), reverse=True)


def edit_journal(session: Session, journal: Journal) -> Journal:
    """Keep a journal as its person changed it, and return it with its new version.

    Raises:
        ConflictError: It was changed in another window since `journal.version`.
        NotFoundError: There is no such journal.
    """
    newer = replace(journal, version=journal.version + 1)
    _replace(session, journals, _journal_row(newer), journal.version)
    return newer


def add_entry(session: Session, entry: Entry) -> None:
    session.execute(insert(journal_entries).values(_entry_row(entry)))


def find_entry(session: Session, entry_id: str) -> Entry | None:
    """Return an entry, also one that was removed."""
    query = select(journal_entries.c.body).where(journal_entries.c.id == entry_id)
    body = session.scalar(query)
    return None if body is None else from_body(body, Entry)


def get_entry(session: Session, entry_id: str) -> Entry:
    """Return an entry, also one that was removed; raises NotFoundError."""
    entry = find_entry(session, entry_id)
    if entry is None:
        raise NotFoundError("There is no such entry: open one from its journal.")
    return entry


def list_entries(
    session: Session, journal_id: str, *, with_removed: bool = False
) -> list[Entry]:
    """Return the entries of a journal by day, those of a day as they were written."""
    table = journal_entries
    wanted = [table.c.journal == journal_id]
    if not with_removed:
        wanted.append(table.c.removed_at.is_(None))
    bodies = session.scalars(select(table.c.body).where(*wanted))
    found = [from_body(body, Entry) for body in bodies]
    return sorted(found, key=lambda e: (e.on, e.written_at, e.id))


def edit_entry(session: Session, entry: Entry) -> Entry:
    """Keep an entry as its person changed it, and return it with its new version.

    Raises:
        ConflictError: It was changed in another window since `entry.version`.
        NotFoundError: There is no such entry.
    """
    newer = replace(entry, version=entry.version + 1)
    _replace(session, journal_entries, _entry_row(newer), entry.version)
    return newer


def add_report(session: Session, report: Report) -> None:
    """Keep a closed version for good."""
    session.execute(insert(journal_reports).values(_report_row(report)))


def list_reports(session: Session, journal_id: str) -> list[Report]:
    """Return the closed versions of a journal, the first one first."""
    table = journal_reports
    query = select(table.c.body).where(table.c.journal == journal_id)
    bodies = session.scalars(query.order_by(table.c.number))
    return [from_body(body, Report) for body in bodies]


def next_report_number(session: Session, journal_id: str) -> int:
    table = journal_reports
    query = select(func.max(table.c.number)).where(table.c.journal == journal_id)
    return (session.scalar(query) or 0) + 1


def find_current(session: Session, person: str) -> str | None:
    """Return the id of the journal a person chose to be reminded of."""
    table = current_journals
    return session.scalar(select(table.c.journal).where(table.c.person == person))


def choose_current(session: Session, person: str, journal_id: str) -> None:
    statement = insert_into(session, current_journals)
    session.execute(
        statement.values(person=person, journal=journal_id).on_conflict_do_update(
            index_elements=[current_journals.c.person], set_={"journal": journal_id}
        )
    )


def add_all(
    session: Session,
    journal: Journal,
    entries: Iterable[Entry],
    reports: Sequence[Report],
) -> None:
    """Add a journal with everything in it; whoever calls has checked it.

    Raises:
        ConflictError: It is there already.
    """
    if not add_journal(session, journal):
        raise ConflictError("This journal is here already: open that one.")
    for entry in entries:
        add_entry(session, entry)
    for report in reports:
        add_report(session, report)


def insert_into(session: Session, table: Table) -> Any:
    """Return an insert that can be told what to do where the row is there already."""
    on_sqlite = session.dialect.name == "sqlite"
    return (sqlite if on_sqlite else postgresql).insert(table)


def _replace(session: Session, table: Table, row: dict[str, object], seen: int) -> None:
    """Put a row in its place if nobody has since the version that was seen."""
    here = table.c.id == row["id"]
    changed = session.execute(
        update(table).where(here, table.c.version == seen).values(row)
    )
    if changed.rowcount:
        return
    if session.scalar(select(table.c.id).where(here)) is None:
        raise NotFoundError("It is not there any more: look at the journal again.")
    raise ConflictError(
        "This was changed in another window meanwhile: look at it again. "
        "What you typed is kept here."
    )


def _journal_row(journal: Journal) -> dict[str, object]:
    names = ("id", "person", "theme", "started_on", "closed_at", "version")
    row = {name: getattr(journal, name) for name in names}
    return {**row, "body": to_body(journal)}


def _entry_row(entry: Entry) -> dict[str, object]:
    names = ("id", "journal", "on", "kind", "removed_at", "version")
    row = {name: getattr(entry, name) for name in names}
    return {**row, "body": to_body(entry)}


def _report_row(report: Report) -> dict[str, object]:
    names = ("journal", "number", "closed_at")
    row = {name: getattr(report, name) for name in names}
    return {**row, "body": to_body(report)}
