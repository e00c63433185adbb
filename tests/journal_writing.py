"""What people do with a journal."""

from dataclasses import replace
from datetime import timedelta

from tests.factories import NOW
from tests.journaling import AT, TODAY, a_journal, a_run, an_entry
from themewatch.domain.journal import Moment
from themewatch.services.evidence import get_evidence
from themewatch.services.journal_entries import write_entry
from themewatch.services.journals import begin_journal
from themewatch.storage import journals

LATER = Moment(NOW + timedelta(hours=1), TODAY)


def begun(session, **changes):
    journal = a_journal(**changes)
    begin_journal(session, journal, today=TODAY)
    return journal


def written(session, journal, *, shared=True, **changes):
    """Write an entry with one run, shared or not."""
    run = changes.pop("run", None) or a_run()
    entry = an_entry(journal, runs=(run,), **changes)
    return write_entry(session, journal, entry, {run.id} if shared else (), AT)


def rewritten(session, journal, entry, *, shared=True, at=LATER, **changes):
    """Change the one run of an entry."""
    [run] = entry.runs
    changed = replace(entry, runs=(replace(run, **changes),))
    return write_entry(session, journal, changed, {run.id} if shared else (), at)


def notes(session):
    """Return the notes that stand."""
    return get_evidence(session).notes


def closed(session, journal):
    return journals.edit_journal(session, replace(journal, closed_at=NOW))
