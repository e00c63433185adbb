"""People and their roles, and the sign-ins that were ended.

Whoever changes a person names the version they saw; the latest one wins nothing
silently.
"""

from dataclasses import asdict, fields, replace
from datetime import datetime

from sqlalchemy import func, insert, select, update

from themewatch.domain.person import Person
from themewatch.storage.engine import Session
from themewatch.storage.team_tables import ended_sign_ins, people

_COLUMNS = [people.c[field.name] for field in fields(Person)]


def list_people(session: Session) -> list[Person]:
    """Return everybody, in the order of their names."""
    query = select(*_COLUMNS).order_by(func.lower(people.c.name))
    return [Person(*row) for row in session.execute(query)]


def find_person(session: Session, person_id: str) -> Person | None:
    return _find(session, people.c.id == person_id)


def find_by_subject(session: Session, issuer: str, subject: str) -> Person | None:
    """Return who the provider of sign-in knows under this name of its own."""
    return _find(session, people.c.issuer == issuer, people.c.subject == subject)


def find_by_feed_key(session: Session, key: str) -> Person | None:
    return _find(session, people.c.feed_key == key)


def add_person(session: Session, person: Person) -> None:
    session.execute(insert(people).values(asdict(person)))


def change_person(session: Session, person: Person) -> Person | None:
    """Keep a person as changed over the version that was seen.

    Returns:
        The person with their new version, or None where somebody else was quicker.
    """
    newer = replace(person, version=person.version + 1)
    is_seen = (people.c.id == person.id, people.c.version == person.version)
    done = session.execute(update(people).where(*is_seen).values(asdict(newer)))
    return newer if done.rowcount else None


def end_sign_in(
    session: Session, person_id: str, signed_in_at: datetime, at: datetime
) -> None:
    """Let one sign-in end; ending it again changes nothing."""
    if not has_ended(session, person_id, signed_in_at):
        row = {"person": person_id, "signed_in_at": signed_in_at, "ended_at": at}
        session.execute(insert(ended_sign_ins).values(row))


def has_ended(session: Session, person_id: str, signed_in_at: datetime) -> bool:
    """Say whether this one sign-in was ended."""
    query = select(ended_sign_ins.c.ended_at).where(
        ended_sign_ins.c.person == person_id,
        ended_sign_ins.c.signed_in_at == signed_in_at,
    )
    return session.execute(query).first() is not None


def _find(session: Session, *wanted: object) -> Person | None:
    row = session.execute(select(*_COLUMNS).where(*wanted)).one_or_none()  # type: ignore[arg-type]
    return None if row is None else Person(*row)
