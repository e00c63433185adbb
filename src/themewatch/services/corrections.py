"""Undo a correction by saying again what stood before it."""

from dataclasses import replace
from datetime import datetime

from themewatch.domain.person import Role
from themewatch.errors import InputError
from themewatch.services.log import log_record, new_id
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.evidence import get_record


@needs(Role.CONTRIBUTOR)
def correct_back(session: Session, correction: str, *, now: datetime) -> str:
    """Add a version like the one that was corrected, and return its id.

    Taking a correction back would take back the whole record. Done again to what it
    added, this says the correction anew: so it is its own undoing.

    Raises:
        NotFoundError: There is no such record.
        InputError: It corrects nothing.
        ConflictError: It was corrected or taken back since.
    """
    latest = get_record(session, correction)
    if latest.supersedes is None:
        raise InputError("It corrects nothing: take it back instead.")
    former = get_record(session, latest.supersedes)
    again = replace(
        former,
        id=new_id(),
        recorded_at=now,
        supersedes=latest.id,
        withdrawals=(),
    )
    log_record(session, again)
    return again.id
