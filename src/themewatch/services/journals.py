"""Begin a month with a theme, change it, extend it: each person their own.

Who asks for a journal of somebody else is told that there is none.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from themewatch.domain.journal import Journal, month_from
from themewatch.domain.journal_changes import change_problems
from themewatch.domain.journal_checks import journal_problems
from themewatch.domain.person import Role
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.services.meanwhile import changed_meanwhile
from themewatch.services.own_name import own
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage import journals
from themewatch.storage.engine import Session
from themewatch.storage.ids import new_id as new_id


@needs(Role.CONTRIBUTOR)
@own
def begin_journal(session: Session, journal: Journal, *, today: date) -> None:
    """Keep a new journal, and make it the one its person is reminded of.

    Pressing twice begins it once: its id is minted before.

    Raises:
        InputError: With everything there is to put right.
    """
    _check(journal, today)
    if journals.add_journal(session, journal):
        journals.choose_current(session, journal.person, journal.id)


def new_journal(
    *, person: str, theme: str, started_on: date, now: datetime, **fields: Any
) -> Journal:
    """Return a journal of one calendar month that is not kept yet."""
    return Journal(
        id=fields.pop("id", None) or new_id(),
        person=person,
        theme=theme,
        started_on=started_on,
        ends_on=month_from(started_on),
        created_at=now,
        **fields,
    )


def continued(
    before: Journal, questions: str, *, started_on: date, now: datetime
) -> Journal:
    """Return a new month with the same theme, fixed tests and open questions."""
    return new_journal(
        person=before.person,
        theme=before.theme,
        started_on=started_on,
        now=now,
        why=before.why,
        tests=tuple(replace(test, id=new_id()) for test in before.tests),
        questions=questions,
        continues=before.id,
    )


@needs(Role.CONTRIBUTOR)
@own
def get_own_journal(session: Session, journal_id: str, person: str) -> Journal:
    """Return a person's own journal; raises NotFoundError, also for others'."""
    return _own(journals.find_journal(session, journal_id), person)


@needs(Role.CONTRIBUTOR)
@own
def lock_own_journal(session: Session, journal: Journal) -> Journal:
    """Return a journal as it stands now; nobody else changes it meanwhile.

    Raises:
        NotFoundError: There is no such journal of its person's.
    """
    found = journals.find_journal(session, journal.id, lock=True)
    return _own(found, journal.person)


def _own(journal: Journal | None, person: str) -> Journal:
    if journal is None or not person or journal.person != person:
        raise NotFoundError("There is no such journal of yours: choose one that is.")
    return journal


@needs(Role.CONTRIBUTOR)
@own
def list_own_journals(session: Session, person: str) -> Sequence[Journal]:
    """Return a person's journals, the one begun last first."""
    return journals.list_journals(session, person) if person else ()


@needs(Role.CONTRIBUTOR)
@own
def find_current_journal(session: Session, person: str) -> Journal | None:
    """Return the open journal a person chose, else the one they began last."""
    still_open = [j for j in list_own_journals(session, person) if not j.is_closed]
    chosen = journals.find_current(session, person) if still_open else None
    return next((j for j in still_open if j.id == chosen), next(iter(still_open), None))


@needs(Role.CONTRIBUTOR)
@own
def choose_current_journal(session: Session, journal: Journal) -> None:
    """Remind its person of this journal on every page."""
    journals.choose_current(session, journal.person, journal.id)


@needs(Role.CONTRIBUTOR)
@own
def change_journal(session: Session, changed: Journal, *, today: date) -> Journal:
    """Keep an open journal as it was changed; returns it with its new version.

    Raises:
        ConflictError: It was changed in another window, or is closed.
        InputError: With everything there is to put right.
    """
    before = lock_own_journal(session, changed)
    refuse_closed(before)
    refuse_closed(changed)
    if before.version != changed.version:
        raise changed_meanwhile("This journal", before, changed)
    # The day it began may lie ahead of whoever has flown west since.
    problems = journal_problems(changed, catalogue(), max(today, before.started_on))
    written = journals.list_entries(session, before.id)
    if found := [*problems, *change_problems(before, changed, written)]:
        raise InputError(*found)
    return journals.edit_journal(session, changed)


@needs(Role.CONTRIBUTOR)
@own
def reopen_journal(session: Session, journal: Journal) -> Journal:
    """Open a closed journal again; the closed version stays as it was."""
    if not journal.is_closed:
        raise ConflictError("This journal is open already.")
    return journals.edit_journal(session, replace(journal, closed_at=None))


def refuse_closed(journal: Journal) -> None:
    """Raise ConflictError for a journal that is closed."""
    if journal.is_closed:
        raise ConflictError("This journal is closed: reopen it to write into it.")


def _check(journal: Journal, today: date) -> None:
    if found := list(journal_problems(journal, catalogue(), today)):
        raise InputError(*found)
