"""Who did what, and when: lines are added, and never changed or removed."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, insert, or_, select

from themewatch.domain.activity import Act, Activity, Sought, Subject
from themewatch.storage.acting import actor_of
from themewatch.storage.engine import Session
from themewatch.storage.ids import new_id
from themewatch.storage.team_tables import activity


def add_activity(
    session: Session, act: Act, at: datetime, subject: Subject | None = None
) -> None:
    """Add a line: whoever acts in the session did this."""
    add_activities(session, act, at, [subject or Subject()])


def add_activities(
    session: Session, act: Act, at: datetime, subjects: Iterable[Subject]
) -> None:
    """Add a line for each of several things to which the same was done at once."""
    actor = actor_of(session)
    lines = [
        {
            "id": new_id(),
            "at": at,
            "person": actor.name if actor else "",
            "act": act,
            "kind": subject.kind,
            "subject": subject.id,
            "about": subject.about,
        }
        for subject in subjects
    ]
    if lines:
        session.execute(insert(activity), lines)


def list_activity(
    session: Session, sought: Sought, *, limit: int = 50, offset: int = 0
) -> list[Activity]:
    """Return the lines that are sought, the latest first."""
    query = (
        select(activity)
        .where(*_conditions(sought))
        .order_by(activity.c.at.desc(), activity.c.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return [
        Activity(
            row.id,
            row.at,
            row.person,
            row.act,
            Subject(row.kind, row.subject, row.about),
        )
        for row in session.execute(query)
    ]


def list_who_acted(session: Session) -> list[str]:
    """Return the names of everybody who did something, in order."""
    query = select(activity.c.person).distinct().order_by(activity.c.person)
    return list(session.scalars(query))


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.person is not None:
        yield activity.c.person == sought.person
    if sought.acts:
        yield activity.c.act.in_(sought.acts)
    if sought.subject is not None:
        yield activity.c.subject == sought.subject
    if sought.text:
        columns = (activity.c.about, activity.c.subject)
        yield or_(*(c.icontains(sought.text, autoescape=True) for c in columns))
    if sought.since is not None:
        yield activity.c.at >= sought.since
    if sought.before is not None:
        yield activity.c.at < sought.before
