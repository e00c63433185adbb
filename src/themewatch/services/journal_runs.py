"""The runs of a journal, whichever entry they stand in."""

from collections.abc import Sequence

from themewatch.domain.journal import Journal
from themewatch.domain.month_facts import Ran
from themewatch.domain.person import Role
from themewatch.services.journal_entries import list_own_entries
from themewatch.services.own_name import own
from themewatch.services.rights import needs
from themewatch.storage.engine import Session


@needs(Role.CONTRIBUTOR)
@own
def list_runs(session: Session, journal: Journal) -> Sequence[Ran]:
    """Return every run with its entry, by the day it was run."""
    entries = list_own_entries(session, journal)
    found = [Ran(run, entry.id) for entry in entries for run in entry.runs]
    return sorted(found, key=lambda ran: ran.run.on)
