"""Reminders of a journal to take into a calendar."""

from datetime import date, datetime

from themewatch.domain.journal import Journal
from themewatch.reports.journal_ics import reminders_ics
from themewatch.services.reference import catalogue


def reminders(journal: Journal, today: date, *, now: datetime) -> str:
    """Return the check-ins still to come and the last day, as a calendar file."""
    theme = catalogue().theme(journal.theme)
    return reminders_ics(journal, today, theme=theme, now=now)
