"""Say both versions of what two people changed at once: what stands, and one's own."""

from typing import Any

from themewatch.charts.field_names import JOURNAL_FIELDS, RECORD_FIELDS, field_name
from themewatch.domain.differences import differences
from themewatch.domain.kinds import kind_of
from themewatch.domain.person import Role
from themewatch.domain.record import Record
from themewatch.errors import ConflictError
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.evidence import find_successor, get_record

_MOST = 4
"""So many fields are told one by one."""
_KEPT = "What you typed is kept here."


@needs(Role.CONTRIBUTOR)
def corrected_meanwhile(session: Session, yours: Record) -> ConflictError | None:
    """Return what to tell whoever corrects what was corrected since, if it was."""
    latest = None
    successor = yours.supersedes and find_successor(session, yours.supersedes)
    while successor:
        latest = get_record(session, successor)
        successor = find_successor(session, latest.id)
    if latest is None:
        return None
    both = both_versions(latest, yours)
    return ConflictError(
        f"This {kind_of(yours)} was corrected meanwhile. {both} {_KEPT} "
        "Open the latest version to go on from it."
    )


def changed_meanwhile(what: str, theirs: Any, yours: Any) -> ConflictError:
    """Return what to tell whoever changes what another window changed since."""
    return ConflictError(
        f"{what} was changed in another window meanwhile. "
        f"{both_versions(theirs, yours)} {_KEPT} Open it anew to go on from that."
    )


def both_versions(theirs: Any, yours: Any) -> str:
    """Say in a sentence where what stands differs from what one typed oneself."""
    found = list(differences(theirs, yours))
    if not found:
        return "It says the same as yours."
    names = RECORD_FIELDS if isinstance(theirs, Record) else JOURNAL_FIELDS
    told = [
        f"{field_name(d.field, names)}: now {d.theirs}, yours {d.yours}"
        for d in found[:_MOST]
    ]
    if len(found) > _MOST:
        told.append(f"and {len(found) - _MOST} fields more differ")
    return f"{'; '.join(told)}."
