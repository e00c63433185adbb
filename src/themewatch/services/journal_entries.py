"""Write into a journal, change and remove what was written, count a result or not."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_checks import entry_problems
from themewatch.domain.journal_entry import Entry, Run
from themewatch.domain.journal_sharing import has_result, note_of
from themewatch.domain.note import Note
from themewatch.errors import ConflictError, InputError
from themewatch.services.journals import get_own_journal, refuse_closed
from themewatch.services.log import log_record, take_back
from themewatch.services.records import get_history
from themewatch.services.reference import catalogue
from themewatch.storage import journals
from themewatch.storage.engine import Session
from themewatch.storage.evidence import is_recorded
from themewatch.storage.ids import new_id


def list_own_entries(session: Session, journal: Journal) -> Sequence[Entry]:
    """Return what stands in a journal, by day."""
    return journals.list_entries(session, journal.id)


def get_own_entry(session: Session, entry_id: str, person: str) -> Entry:
    """Return an entry of a person's own journal, also one that was removed.

    Raises:
        NotFoundError: There is none, or it is somebody else's.
    """
    entry = journals.get_entry(session, entry_id)
    get_own_journal(session, entry.journal, person)
    return entry


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
        ConflictError: It was changed in another window, or the journal is closed.
        InputError: With everything there is to put right.
    """
    refuse_closed(journal)
    if found := list(entry_problems(entry, journal, catalogue(), at.today)):
        raise InputError(*found)
    known = journals.find_entry(session, entry.id)
    if known is not None and known.version != entry.version:
        raise ConflictError(
            "This entry was changed in another window meanwhile. What you typed is "
            "kept here; open the entry anew to see the other version."
        )
    notes = {run.id: run.note for run in known.runs} if known else {}
    runs = tuple(
        _counted(
            session,
            journal,
            replace(run, note=notes.get(run.id)),
            is_shared=run.id in shared,
            now=at.now,
        )
        for run in entry.runs
    )
    _withdraw_lost(session, journal, known, runs, at.now)
    entry = replace(entry, runs=runs)
    if known is None:
        journals.add_entry(session, entry)
        return entry
    return journals.edit_entry(session, entry)


def remove_entry(
    session: Session, journal: Journal, entry: Entry, *, now: datetime
) -> Entry:
    """Remove an entry, and take its results off the shared map; it can be put back."""
    refuse_closed(journal)
    for run in entry.runs:
        _take_off(session, journal, run.note, now)
    return journals.edit_entry(session, replace(entry, removed_at=now))


def put_back_entry(session: Session, journal: Journal, entry: Entry) -> Entry:
    """Put back what was removed; its results stay private until they are shared."""
    refuse_closed(journal)
    runs = tuple(replace(run, note=None) for run in entry.runs)
    return journals.edit_entry(session, replace(entry, runs=runs, removed_at=None))


def _counted(
    session: Session, journal: Journal, run: Run, *, is_shared: bool, now: datetime
) -> Run:
    """Make a run's note say what the run says, or take it back."""
    if not is_shared:
        _take_off(session, journal, run.note, now)
        return replace(run, note=None)
    if not has_result(run):
        raise InputError(
            "A result that counts on the shared map needs tries with how many were "
            "usable, or how it went in a word."
        )
    standing = _standing(session, run.note)
    note = note_of(
        journal,
        run,
        note_id=new_id(),
        now=now,
        corrects=standing.id if standing else None,
    )
    if standing is not None and _says_the_same(standing, note):
        return run
    log_record(session, note)
    return replace(run, note=note.id)


def _withdraw_lost(
    session: Session,
    journal: Journal,
    before: Entry | None,
    runs: Sequence[Run],
    now: datetime,
) -> None:
    """Take back the notes of runs that were left out."""
    stay = {run.id for run in runs}
    for run in before.runs if before else ():
        if run.id not in stay:
            _take_off(session, journal, run.note, now)


def _take_off(
    session: Session, journal: Journal, note_id: str | None, now: datetime
) -> None:
    if (standing := _standing(session, note_id)) is not None:
        take_back(session, standing.id, by=journal.person, now=now)


def _standing(session: Session, note_id: str | None) -> Note | None:
    """Return the last version of a note, unless somebody has taken it back."""
    if note_id is None or not is_recorded(session, note_id):
        return None
    latest = get_history(session, note_id).latest
    return latest if isinstance(latest, Note) and not latest.is_withdrawn() else None


def _says_the_same(one: Note, other: Note) -> bool:
    return one == replace(
        other,
        id=one.id,
        recorded_at=one.recorded_at,
        supersedes=one.supersedes,
        withdrawals=one.withdrawals,
    )
