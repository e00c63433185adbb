"""Who did what and when: read by everybody, and what people themselves did by admins.

A sign-in, a refusal and a change of what somebody may do are told to admins alone.
What a journal holds is nobody else's: no line tells of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from themewatch.domain.activity import OF_PEOPLE, OF_WORK, Act, Activity, Sought
from themewatch.domain.forecast import Forecast
from themewatch.domain.kinds import RECORD_KINDS
from themewatch.domain.person import Role
from themewatch.domain.record import Record
from themewatch.reports.activity_lines import FORMATS as FORMATS
from themewatch.services.own_name import may_change, person_of
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs, require
from themewatch.storage import activity
from themewatch.storage.acting import actor_of
from themewatch.storage.engine import Session
from themewatch.storage.evidence import find_successor, get_record, is_recorded

LINES_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Done:
    """A line, and whether whoever looks may put back what it tells was taken back."""

    line: Activity
    can_put_back: bool = False


@needs(Role.VIEWER)
def list_done(
    session: Session, sought: Sought, *, now: datetime, page: int = 1
) -> list[Done]:
    """Return a page of what is sought, the last first.

    Raises:
        ForbiddenError: What is sought is told to admins alone.
    """
    lines = activity.list_activity(
        session,
        _allowed(session, sought),
        limit=LINES_A_PAGE,
        offset=(page - 1) * LINES_A_PAGE,
    )
    return [Done(line, _can_put_back(session, line, now)) for line in lines]


@needs(Role.VIEWER)
def count_done(session: Session, sought: Sought) -> int:
    """Return how much there is of what is sought; raises as `list_done` does."""
    return activity.count_activity(session, _allowed(session, sought))


@needs(Role.VIEWER)
def list_doers(session: Session) -> list[str]:
    """Return the names of everybody who did what whoever looks may read."""
    return activity.list_who_acted(session, list_acts(session))


@needs(Role.VIEWER)
def list_acts(session: Session) -> Sequence[Act]:
    """Return what whoever looks may read of."""
    actor = actor_of(session)
    return tuple(Act) if actor is None or actor.may(Role.ADMIN) else OF_WORK


@needs(Role.VIEWER)
def write_history(session: Session, name: str, sought: Sought) -> str:
    """Write everything that is sought in one of FORMATS, the last first.

    Raises:
        ForbiddenError: What is sought is told to admins alone.
    """
    allowed = _allowed(session, sought)
    lines = activity.list_activity(session, allowed, limit=None)
    return FORMATS[name](lines, catalogue())


def _allowed(session: Session, sought: Sought) -> Sought:
    if not set(OF_PEOPLE).isdisjoint(sought.acts):
        require(session, Role.ADMIN, "read what people did")
    return replace(sought, acts=sought.acts or tuple(list_acts(session)))


def _can_put_back(session: Session, line: Activity, now: datetime) -> bool:
    """Say whether it tells of the last take-back of a record that may be put back."""
    subject = line.subject
    if line.act is not Act.TAKEN_BACK or subject.kind not in RECORD_KINDS:
        return False
    if not is_recorded(session, subject.id):
        return False
    record = get_record(session, subject.id)
    return (
        _was_last(record, line.at)
        and not (isinstance(record, Forecast) and record.is_fixed(now))
        and find_successor(session, record.id) is None
        and _may(session, record)
    )


def _was_last(record: Record, at: datetime) -> bool:
    return record.is_withdrawn() and max(w.at for w in record.withdrawals) == at


def _may(session: Session, record: Record) -> bool:
    actor = actor_of(session)
    return actor is None or may_change(actor, person_of(record))
