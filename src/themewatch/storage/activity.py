"""Who did what, and when: lines are added, and never changed or removed."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, or_, select

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
    session: Session, sought: Sought, *, limit: int | None = 50, offset: int = 0
) -> list[Activity]:
    """Return the lines that are sought, the latest first; all without a limit."""
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


def count_activity(session: Session, sought: Sought) -> int:
    query = select(func.count()).select_from(activity).where(*_conditions(sought))
    return session.scalar(query) or 0


def list_who_acted(session: Session, acts: Collection[Act] = ()) -> list[str]:
    """Return the names of everybody who did something, or one of these, in order."""
    conditions = _conditions(Sought(acts=tuple(acts)))
    query = select(activity.c.person).where(*conditions).distinct()
    return sorted(session.scalars(query), key=str.casefold)


def find_doers(session: Session, act: Act, subjects: Collection[str]) -> dict[str, str]:
    """Return who did this to each of some subjects, where somebody is known to have.

    Names that are empty are left out: the house did it, or whoever gave none.
    """
    query = select(activity.c.subject, activity.c.person).where(
        activity.c.act == act, activity.c.subject.in_(subjects), activity.c.person != ""
    )
    return {row.subject: row.person for row in session.execute(query)}


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.person is not None:
        yield activity.c.person == sought.person
    if sought.acts:
        yield activity.c.act.in_(sought.acts)
    if sought.subject is not None:
        yield activity.c.subject == sought.subject
    if sought.text:
        yield or_(*_bearing(sought.text))
    if sought.since is not None:
        yield activity.c.at >= sought.since
    if sought.before is not None:
        yield activity.c.at < sought.before


def _bearing(text: str) -> Iterator[ColumnElement[bool]]:
    """Look for a text in words and ids; a slug is found by its words, too."""
    for column in (activity.c.about, activity.c.subject):
        for said in {text, text.replace(" ", "-")}:
            yield column.icontains(said, autoescape=True)
