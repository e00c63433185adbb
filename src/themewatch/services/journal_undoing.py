"""Undo what somebody just did to an entry of their journal, and do it again."""

from collections.abc import Collection
from dataclasses import replace

from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import Entry
from themewatch.domain.person import Role
from themewatch.services.journal_entries import (
    put_back_entry,
    remove_entry,
    write_entry,
)
from themewatch.services.own_name import own
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.journals import get_entry


@needs(Role.CONTRIBUTOR)
@own
def set_back(
    session: Session,
    journal: Journal,
    entry: Entry,
    shared: Collection[str],
    at: Moment,
) -> Entry:
    """Make an entry stand as it stood before, and return it with its new version.

    Args:
        session: Writes.
        journal: The open journal it belongs to.
        entry: As it stood, `removed_at` set where it was not there; its `version` is
            that of what stands now, which nobody may have changed since.
        shared: The ids of the runs that counted on the shared map.
        at: The moment, and the person's day.

    Raises:
        ConflictError: It was changed in another window, or the journal is closed.
        InputError: It cannot stand in the journal any more.
    """
    if entry.removed_at is not None:
        return remove_entry(session, journal, entry, now=at.now)
    now = get_entry(session, entry.id)
    if now.removed_at is not None:
        now = put_back_entry(session, journal, entry)
        entry = replace(entry, version=now.version)
    return write_entry(session, journal, entry, shared, at)
