"""Lay closed months beside each other: each with its last report."""

from collections.abc import Sequence
from dataclasses import dataclass

from themewatch.domain.journal import Journal
from themewatch.domain.journal_report import Report
from themewatch.domain.month_facts import MonthFacts, facts_of
from themewatch.domain.person import Role
from themewatch.domain.theme import Theme
from themewatch.services.own_name import require_own
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage import journals
from themewatch.storage.engine import Session


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """A closed month: what its last report says, and what its entries come to."""

    journal: Journal
    theme: Theme
    report: Report
    facts: MonthFacts


@needs(Role.CONTRIBUTOR)
def closed_months(session: Session, months: Sequence[Journal]) -> list[ClosedMonth]:
    """Return those of some journals that are closed, the one begun first first."""
    for journal in months:
        require_own(session, journal.person, "read a journal")
    return [
        ClosedMonth(
            journal=journal,
            theme=catalogue().theme(journal.theme),
            report=reports[-1],
            facts=facts_of(journal, journals.list_entries(session, journal.id)),
        )
        for journal in sorted(months, key=lambda j: (j.started_on, j.created_at))
        if journal.is_closed and (reports := journals.list_reports(session, journal.id))
    ]
