"""Write into a journal, change and remove what was written, count a result or not.

A journal is locked before it is written into, and read again: the one that a window
holds may be old, and closed since.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_checks import entry_problems
from themewatch.domain.journal_entry import Entry, Run
from themewatch.domain.person import Role
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.services.journal_counting import Counting
from themewatch.services.journals import (
    get_own_journal,
    lock_own_journal,
    refuse_closed,
)
from themewatch.services.meanwhile import changed_meanwhile
from themewatch.services.own_name import own
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage import journals
from themewatch.storage.engine import Session
from themewatch.storage.journal_notes import list_counted


@needs(Role.CONTRIBUTOR)
@own
def list_own_entries(session: Session, journal: Journal) -> Sequence[Entry]:
    """Return what stands in a journal, by day.

    A run bears a note only while that counts: one whose note was taken back on its
    own page is private again.
    """
    return _as_counted(session, journals.list_entries(session, journal.id))


@needs(Role.CONTRIBUTOR)
@own
def get_own_entry(session: Session, entry_id: str, person: str) -> Entry:
    """Return an entry of a person's own journal, also one that was removed.

    Raises:
        NotFoundError: There is none, or it is somebody else's.
    """
    entry = journals.get_entry(session, entry_id)
    get_own_journal(session, entry.journal, person)
    return _as_counted(session, [entry])[0]


@needs(Role.CONTRIBUTOR)
@own
def write_entry(
    session: Session,
    journal: Journal,
    entry: Entry,
    shared: Collection[str],
    at: Moment,
) -> Entry:
    """Keep a new entry, or a changed one; returns it as it was kept.

    Args:
        session: Writes.
        journal: The open journal it belongs to.
        entry: With `version` as it was seen; a new one is kept once, however often
            its button is pressed.
        shared: The ids of the runs that count on the shared map; others are private.
        at: The moment, and the person's day.

    Raises:
        ConflictError: It was changed or removed in another window, or the journal is
            closed.
        InputError: With everything there is to put right.
        NotFoundError: There is no such journal of this person's.
    """
    journal = _opened(session, journal, entry)
    known = _known(session, entry)
    latest = _latest_day(known, at.today)
    if found := list(entry_problems(entry, journal, catalogue(), latest)):
        raise InputError(*found)
    counting = Counting(session, journal, at.now)
    runs = tuple(_counted(counting, known, entry.runs, shared))
    if known is None:
        entry = replace(entry, runs=runs, removed_at=None, version=1)
        journals.add_entry(session, entry)
        return entry
    entry = replace(entry, runs=runs, written_at=known.written_at, removed_at=None)
    return known if entry == known else journals.edit_entry(session, entry)


@needs(Role.CONTRIBUTOR)
@own
def remove_entry(
    session: Session, journal: Journal, entry: Entry, *, now: datetime
) -> Entry:
    """Remove an entry, and take its results off the shared map; it can be put back.

    Raises:
        ConflictError: It was changed or removed in another window, or the journal is
            closed.
        NotFoundError: There is no such entry of this person's.
    """
    journal = _opened(session, journal, entry)
    known = _known(session, entry)
    if known is None:
        raise NotFoundError("It is not there any more: look at the journal again.")
    counting = Counting(session, journal, now)
    for run in known.runs:
        counting.take_off(run)
    return journals.edit_entry(session, replace(known, removed_at=now))


@needs(Role.CONTRIBUTOR)
@own
def put_back_entry(session: Session, journal: Journal, entry: Entry) -> Entry:
    """Put back what was removed; its results stay private until they are shared.

    Raises:
        ConflictError: It was put back already, or the journal is closed.
        InputError: Its day lies outside the journal by now.
        NotFoundError: There is no such entry of this person's.
    """
    journal = _opened(session, journal, entry)
    known = journals.get_entry(session, entry.id)
    if known.removed_at is None:
        raise ConflictError("This entry is there: it was put back already.")
    if not journal.holds(known.on):
        raise InputError(
            f"The journal does not hold {known.on} any more: extend it first."
        )
    runs = tuple(replace(run, note=None) for run in known.runs)
    back = replace(known, runs=runs, removed_at=None, version=entry.version)
    return journals.edit_entry(session, back)


def _opened(session: Session, journal: Journal, entry: Entry) -> Journal:
    """Return the journal of an entry as it is now, open and locked."""
    journal = lock_own_journal(session, journal)
    refuse_closed(journal)
    if entry.journal != journal.id:
        raise NotFoundError("There is no such entry in this journal.")
    return journal


def _known(session: Session, entry: Entry) -> Entry | None:
    """Return an entry as it was kept and seen, None if it is new."""
    known = journals.find_entry(session, entry.id)
    if known is None:
        return None
    if known.journal != entry.journal:
        raise NotFoundError("There is no such entry in this journal.")
    if known.removed_at is not None:
        raise ConflictError(
            "This entry was removed meanwhile: put it back to change it. What you "
            "typed is kept here."
        )
    if known.version != entry.version:
        raise changed_meanwhile("This entry", known, entry)
    return known


def _latest_day(known: Entry | None, today: date) -> date:
    """Return the last day that has come, also for whoever has flown west since."""
    if known is None or not known.is_noted:
        return today
    return max([today, known.on, *(run.on for run in known.runs)])


def _counted(
    counting: Counting,
    known: Entry | None,
    runs: Sequence[Run],
    shared: Collection[str],
) -> Iterator[Run]:
    """Yield the runs as they count or not; those left out count no longer."""
    before = {run.id: run for run in known.runs} if known else {}
    for run in runs:
        was = before.pop(run.id, None)
        if run.id in shared:
            yield counting.count(run, was)
        else:
            counting.take_off(was)
            yield replace(run, note=None)
    for lost in before.values():
        counting.take_off(lost)


def _as_counted(session: Session, entries: Sequence[Entry]) -> Sequence[Entry]:
    """Leave out the notes of runs that do not count any more."""
    ids = {run.note for entry in entries for run in entry.runs if run.note}
    gone = ids - list_counted(session, ids)
    if not gone:
        return entries
    return [
        replace(
            entry,
            runs=tuple(
                replace(run, note=None) if run.note in gone else run
                for run in entry.runs
            ),
        )
        for entry in entries
    ]
