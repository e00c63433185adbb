"""People and their roles, and the sign-ins that were ended.

Whoever changes a person names the version they saw; the latest one wins nothing
silently.
"""

from dataclasses import asdict, fields, replace
from datetime import datetime

from sqlalchemy import Column, ColumnElement, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from themewatch.domain.person import Person, Role
from themewatch.storage.engine import Session
from themewatch.storage.team_tables import ended_sign_ins, people

_COLUMNS = [people.c[field.name] for field in fields(Person)]
_IS_ADMIN = (people.c.role == Role.ADMIN, people.c.issuer.is_not(None))


def list_people(session: Session) -> list[Person]:
    """Return everybody, in the order of their names."""
    query = select(*_COLUMNS).order_by(func.lower(people.c.name))
    return [Person(*row) for row in session.execute(query)]


def find_person(session: Session, person_id: str) -> Person | None:
    return _find(session, people.c.id == person_id)


def find_by_subject(session: Session, issuer: str, subject: str) -> Person | None:
    """Return who the provider of sign-in knows under this name of its own."""
    return _find(session, people.c.issuer == issuer, people.c.subject == subject)


def find_invited(session: Session, email: str) -> Person | None:
    """Return who was invited under a mail and has not come yet."""
    return _find(session, people.c.issuer.is_(None), _lower(people.c.email, email))


def is_known(session: Session, email: str) -> bool:
    """Say whether anybody has this mail."""
    query = select(people.c.id).where(_lower(people.c.email, email))
    return session.execute(query).first() is not None


def find_by_name(session: Session, name: str) -> Person | None:
    """Return who bears a name, in large letters or small."""
    query = select(*_COLUMNS).where(_lower(people.c.name, name))
    row = session.execute(query.limit(1)).first()
    return None if row is None else Person(*row)


def lock_admins(session: Session) -> list[Person]:
    """Return the admins who have come; nobody else unmakes one until this ends.

    On SQLite a writing session is alone from its beginning.
    """
    query = select(*_COLUMNS).where(*_IS_ADMIN).order_by(people.c.id)
    return [Person(*row) for row in session.execute(query.with_for_update())]


def has_admin(session: Session) -> bool:
    """Say whether an admin has come."""
    return session.execute(select(people.c.id).where(*_IS_ADMIN)).first() is not None


def find_by_feed_key(session: Session, key: str) -> Person | None:
    return _find(session, people.c.feed_key == key)


def add_person(session: Session, person: Person) -> bool:
    """Add somebody; returns False where their name or subject is taken."""
    on_sqlite = session.dialect.name == "sqlite"
    statement = (sqlite if on_sqlite else postgresql).insert(people)
    once = statement.values(asdict(person)).on_conflict_do_nothing()
    return session.scalar(once.returning(people.c.id)) is not None


def keep_seen(session: Session, person_id: str, at: datetime) -> None:
    """Keep when somebody was here last; no reason to look at them anew."""
    query = update(people).where(people.c.id == person_id)
    session.execute(query.values(seen_at=at))


def change_person(session: Session, person: Person) -> Person | None:
    """Keep a person as changed over the version that was seen.

    Returns:
        The person with their new version, or None where somebody else was quicker.
    """
    newer = replace(person, version=person.version + 1)
    is_seen = (people.c.id == person.id, people.c.version == person.version)
    done = session.execute(update(people).where(*is_seen).values(asdict(newer)))
    return newer if done.rowcount else None


def remove_invited(session: Session, person: Person) -> bool:
    """Forget who was invited, as they were seen; False where they came or changed."""
    query = delete(people).where(
        people.c.id == person.id,
        people.c.version == person.version,
        people.c.issuer.is_(None),
    )
    return bool(session.execute(query).rowcount)


def end_sign_in(
    session: Session, person_id: str, signed_in_at: datetime, at: datetime
) -> None:
    """Let one sign-in end; ending it again changes nothing."""
    on_sqlite = session.dialect.name == "sqlite"
    statement = (sqlite if on_sqlite else postgresql).insert(ended_sign_ins)
    row = {"person": person_id, "signed_in_at": signed_in_at, "ended_at": at}
    session.execute(statement.values(row).on_conflict_do_nothing())


def has_ended(session: Session, person_id: str, signed_in_at: datetime) -> bool:
    """Say whether this one sign-in was ended."""
    query = select(ended_sign_ins.c.ended_at).where(
        ended_sign_ins.c.person == person_id,
        ended_sign_ins.c.signed_in_at == signed_in_at,
    )
    return session.execute(query).first() is not None


def is_over(session: Session, person: Person, signed_in_at: datetime) -> bool:
    """Say whether a sign-in has ended, alone or with all of the person's."""
    if person.signed_out_at is not None and signed_in_at <= person.signed_out_at:
        return True
    return has_ended(session, person.id, signed_in_at)


def _lower(column: Column[str], text: str) -> ColumnElement[bool]:
    return func.lower(column) == func.lower(text)


def _find(session: Session, *wanted: object) -> Person | None:
    row = session.execute(select(*_COLUMNS).where(*wanted)).one_or_none()  # type: ignore[arg-type]
    return None if row is None else Person(*row)
