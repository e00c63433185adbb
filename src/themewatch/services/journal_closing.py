"""Close a month: its report for good, and the journal with it, or neither."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from themewatch.domain.evidence import Evidence
from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_report import (
    ClosingView,
    Figures,
    Report,
    Section,
    SectionName,
)
from themewatch.domain.marked_text import plain_lines
from themewatch.domain.person import Role
from themewatch.domain.record import Record
from themewatch.domain.rules import LONGEST_TEXT
from themewatch.domain.view import View
from themewatch.errors import InputError
from themewatch.reports.journal_cited import entry_label, ground_of
from themewatch.reports.journal_draft import draft_sections
from themewatch.services.journals import lock_own_journal, refuse_closed
from themewatch.services.log import log_record
from themewatch.services.meanwhile import changed_meanwhile
from themewatch.services.own_name import own
from themewatch.services.records import get_history
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage import journals
from themewatch.storage.engine import Session
from themewatch.storage.evidence import list_record_ids


@dataclass(frozen=True, slots=True)
class Closing:
    """What a month is closed with.

    `view` was asked before the estimate was shown; where its `view` names a record,
    that is minted already and counts the placing on the shared map.
    """

    view: ClosingView
    sections: tuple[Section, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Since:
    """How much of the evidence under a closed report was changed after it."""

    taken_back: int = 0
    corrected: int = 0

    def __bool__(self) -> bool:
        return self.taken_back + self.corrected > 0


def draft_report(
    journal: Journal, entries: Sequence[Entry], figures: Figures, view: ClosingView
) -> tuple[Section, ...]:
    """Draft every part of a month's report from what stands in the journal."""
    theme = catalogue().theme(journal.theme)
    return draft_sections(ground_of(journal, theme, entries, figures, view))


@needs(Role.CONTRIBUTOR)
@own
def close_journal(
    session: Session, journal: Journal, closing: Closing, at: Moment
) -> Report:
    """Close a journal with its report, which stands from then on.

    Raises:
        ConflictError: It was changed or closed in another window.
        InputError: With everything there is to put right.
        NotFoundError: There is no such journal of its person's.
    """
    there = lock_own_journal(session, journal)
    refuse_closed(there)
    if there.version != journal.version:
        raise changed_meanwhile("This journal", there, journal)
    if found := list(_problems(closing)):
        raise InputError(*found)
    if closing.view.view is not None:
        log_record(session, _view_of(journal, closing.view, closing.view.view, at))
    report = Report(
        journal=journal.id,
        month=journal,
        number=journals.next_report_number(session, journal.id),
        closed_at=at.now,
        closed_on=at.today,
        view=closing.view,
        sections=tuple(s for s in closing.sections if s.text.strip()),
        figures=closing.figures,
    )
    journals.edit_journal(session, replace(journal, closed_at=at.now))
    journals.add_report(session, report)
    return report


@needs(Role.CONTRIBUTOR)
@own
def list_reports(session: Session, journal: Journal) -> Sequence[Report]:
    """Return the closed versions of a journal, the first one first."""
    return journals.list_reports(session, journal.id)


@needs(Role.CONTRIBUTOR)
def changed_since(session: Session, evidence: Evidence, report: Report) -> Since:
    """Count what was taken back or corrected of the evidence under a report.

    Evidence that was never in this database, as after an import, counts as neither.
    """
    standing = {record.id for record in (*evidence.notes, *evidence.views)}
    gone = set(report.figures.evidence) - standing
    known = gone & list_record_ids(session) if gone else set()
    latest: list[Record] = [get_history(session, name).latest for name in known]
    taken_back = sum(record.is_withdrawn() for record in latest)
    return Since(taken_back, len(latest) - taken_back)


def _problems(closing: Closing) -> Sequence[str]:
    texts = {section.title: section.text for section in closing.sections}
    texts["The reason"] = closing.view.reason
    return [
        f"{title} is longer than {LONGEST_TEXT} characters: shorten it."
        for title, text in texts.items()
        if len(text) > LONGEST_TEXT
    ]


def _view_of(journal: Journal, view: ClosingView, view_id: str, at: Moment) -> View:
    return View(
        id=view_id,
        recorded_at=at.now,
        theme=journal.theme,
        person=journal.person,
        on=at.today,
        position=view.position,
        confidence=view.confidence,
        reason=view.reason,
    )


def entry_labels(journal: Journal, entries: Sequence[Entry]) -> dict[str, str]:
    """Name the entries in which something was noted: day, and a run or first words."""
    theme = catalogue().theme(journal.theme)
    return {e.id: entry_label(e, theme) for e in entries if e.is_noted}


@needs(Role.CONTRIBUTOR)
@own
def open_questions(session: Session, journal: Journal) -> str:
    """Return what a month left open, a line each: what its last report says of it.

    One that was never closed says it itself.
    """
    for report in reversed(journals.list_reports(session, journal.id)):
        for section in report.sections:
            if section.name is SectionName.QUESTIONS:
                return plain_lines(section.text)
        return ""
    return journal.questions
