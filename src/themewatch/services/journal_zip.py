"""Take a journal along with everything in it, and bring it in elsewhere.

Results that count on the shared map travel with `export` and `import` of evidence;
a journal names their notes, and where those are not there its results stay private.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from themewatch.domain.journal import Journal
from themewatch.domain.journal_parcel import (
    Parcel,
    differences,
    parcel_problems,
    refs_of,
)
from themewatch.domain.person import Role
from themewatch.errors import ConflictError, InputError
from themewatch.reports.journal_html import journal_html
from themewatch.reports.journal_markdown import journal_markdown
from themewatch.reports.journal_paper import Paper
from themewatch.services.house import House
from themewatch.services.journal_paper import with_pictures
from themewatch.services.own_name import own, require_own
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage import attachments, journals
from themewatch.storage.engine import Session
from themewatch.storage.journal_boxes import MARKDOWN, PAGE, place_of, write_box
from themewatch.storage.journal_notes import list_counted
from themewatch.storage.opened_boxes import contents, opened, read_parcel

DAY = timedelta(days=1)
MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What an import brought.

    `private` counts the results that counted on a shared map whose notes are not
    here; `missing` are names of files that were not there when it was packed.
    """

    journal: Journal
    is_new: bool
    entries: int
    reports: int
    files: int
    private: int
    missing: tuple[str, ...]


@needs(Role.CONTRIBUTOR)
def export_journal(session: Session, home: Path, paper: Paper, out: BinaryIO) -> None:
    """Write a journal with its entries, closed versions and files as a zip.

    Args:
        session: Reads.
        home: The folder of attachments.
        paper: The month, whose report is there to read beside it.
        out: Where the zip goes, piece by piece.
    """
    journal = journals.get_journal(session, paper.journal.id)
    require_own(session, journal.person, "export a journal")
    parcel = _parcel(session, journal, tuple(sorted(paper.missing)))
    shown = with_pictures(paper, home)
    texts = {MARKDOWN: journal_markdown(paper, place_of), PAGE: journal_html(shown)}
    encoded = {name: text.encode("utf-8") for name, text in texts.items()}
    write_box(out, parcel, encoded, home)


@needs(Role.CONTRIBUTOR)
@own
def import_journal(
    house: House, file: BinaryIO, *, person: str, now: datetime
) -> BroughtIn:
    """Bring a journal in, or nothing of it; again it is no change.

    All of it is looked at before its files are kept, and these before the journal: a
    large zip keeps nobody from writing meanwhile.

    Args:
        house: Where it comes to.
        file: The zip.
        person: Whose journal it must be.
        now: The moment.

    Raises:
        InputError: With everything that is wrong with it.
        ConflictError: There is another journal under its id.
    """
    with opened(file) as box:
        parcel = read_parcel(box)
        _check(parcel, person, now)
        with house.reading() as session:
            _is_new(session, parcel)
        files = sum(1 for _whole in contents(box, parcel))
        for ref, content in contents(box, parcel):
            attachments.store(house.home, ref.name, content)
    with house.writing() as session:
        is_new = _is_new(session, parcel, lock=True)
        if is_new:
            journals.add_all(session, parcel.journal, parcel.entries, parcel.reports)
        return _brought_in(session, parcel, is_new=is_new, files=files)


def _parcel(session: Session, journal: Journal, missing: tuple[str, ...]) -> Parcel:
    return Parcel(
        journal=journal,
        entries=tuple(journals.list_entries(session, journal.id)),
        reports=tuple(journals.list_reports(session, journal.id)),
        missing=missing,
    )


def _check(parcel: Parcel, person: str, now: datetime) -> None:
    owner = parcel.journal.person
    if owner != person:
        raise InputError(
            f"This journal is {owner[:80]}'s: a journal is its person's own, so only "
            "they bring it in, under that name."
        )
    problems = list(parcel_problems(parcel, catalogue(), now.date() + DAY))
    if problems:
        raise InputError(*problems[:MOST_PROBLEMS])


def _is_new(session: Session, parcel: Parcel, *, lock: bool = False) -> bool:
    """Say whether nothing of it is here; raises ConflictError for anything else."""
    here = journals.find_journal(session, parcel.journal.id, lock=lock)
    if here is None:
        _refuse_taken(session, parcel)
        return True
    other = _parcel(session, here, parcel.missing)
    if found := differences(parcel, other):
        raise ConflictError(
            f"This journal is here already, and {' and '.join(found)} differ: nothing "
            "was brought in. Go on with the one that is here."
        )
    return False


def _refuse_taken(session: Session, parcel: Parcel) -> None:
    for entry in parcel.entries:
        if journals.find_entry(session, entry.id) is not None:
            raise ConflictError(
                f"The entry of {entry.on} is here already, in another journal: "
                "nothing was brought in."
            )


def _brought_in(
    session: Session, parcel: Parcel, *, is_new: bool, files: int
) -> BroughtIn:
    notes = [run.note for run in parcel.runs if run.note is not None]
    counted = list_counted(session, notes)
    names = {ref.sha256: ref.name for ref in refs_of(parcel.entries)}
    return BroughtIn(
        journal=parcel.journal,
        is_new=is_new,
        entries=len(parcel.entries),
        reports=len(parcel.reports),
        files=files,
        private=sum(note not in counted for note in notes),
        missing=tuple(names[sha] for sha in parcel.missing if sha in names),
    )
