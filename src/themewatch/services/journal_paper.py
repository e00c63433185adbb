"""Gather a month to write it down: a closed version, or as far as it has come."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from themewatch.domain.evidence import Evidence
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_parcel import refs_of
from themewatch.domain.journal_report import Figures, Report
from themewatch.domain.person import Role
from themewatch.errors import NotFoundError
from themewatch.reports.journal_paper import Paper as Paper
from themewatch.services.assessment import assess
from themewatch.services.evidence import get_evidence
from themewatch.services.journal_closing import changed_since, list_reports
from themewatch.services.journal_figures import month_end, month_figures
from themewatch.services.journal_pictures import pictures_of
from themewatch.services.own_name import own
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage import attachments, journals
from themewatch.storage.engine import Session


@needs(Role.CONTRIBUTOR)
@own
def get_paper(
    session: Session,
    home: Path,
    journal: Journal,
    *,
    today: date,
    number: int | None = None,
) -> Paper:
    """Return a month ready to be written down, without its images.

    Args:
        session: Reads.
        home: The folder of attachments.
        journal: Somebody's own.
        today: The person's day, to which figures reach where it was never closed.
        number: Which closed version; None is the last one, if there is any.

    Raises:
        NotFoundError: There is no such version.
    """
    reports = list_reports(session, journal)
    report = _chosen(reports, number)
    entries = journals.list_entries(session, journal.id)
    evidence = get_evidence(session)
    if report is None:
        figures = _figures(evidence, journal, entries, today)
        return _paper(home, journal, entries, report=None, figures=figures)
    since = changed_since(session, evidence, report)
    return _paper(
        home,
        report.month,
        entries,
        report=report,
        figures=report.figures,
        taken_back=since.taken_back,
        corrected=since.corrected,
        is_latest=journal.is_closed and report is reports[-1],
    )


def with_pictures(paper: Paper, home: Path) -> Paper:
    """Return it with its images, at the size of a page."""
    return replace(paper, pictures=dict(pictures_of(home, refs_of(paper.entries))))


def _chosen(reports: Sequence[Report], number: int | None) -> Report | None:
    if number is None:
        return reports[-1] if reports else None
    for report in reports:
        if report.number == number:
            return report
    raise NotFoundError(f"There is no closed version {number} of this journal.")


def _figures(
    evidence: Evidence, journal: Journal, entries: Sequence[Entry], today: date
) -> Figures:
    assessment = assess(evidence, as_of=month_end(journal, today))
    return month_figures(assessment, journal, entries)


def _paper(
    home: Path,
    journal: Journal,
    entries: Sequence[Entry],
    **about: Any,
) -> Paper:
    """Put a paper together; files that are not on this machine are named."""
    return Paper(
        journal=journal,
        theme=catalogue().theme(journal.theme),
        entries=entries,
        missing=frozenset(
            ref.sha256
            for ref in refs_of(entries)
            if attachments.find(home, ref) is None
        ),
        **about,
    )
