"""Editions as they were published: rows that are added and never changed.

Figures and evidence lie apart, so that a list of editions, or a theme's steps through
them, need not read every piece of evidence there ever was.
"""

from datetime import datetime

from sqlalchemy import func, insert, select

from themewatch.domain.edition import Edition, EditionHead, Ground
from themewatch.errors import NotFoundError
from themewatch.storage.engine import Session
from themewatch.storage.journal_bodies import from_body, to_body
from themewatch.storage.team_tables import editions


def add_edition(session: Session, edition: Edition, ground: Ground) -> None:
    """Keep an edition for good; whoever calls has locked evidence."""
    names = (
        *("number", "title", "as_of", "published_at", "published_by"),
        *("review", "evidence_version"),
    )
    row = {name: getattr(edition, name) for name in names}
    bodies = {"body": to_body(edition), "ground": to_body(ground)}
    session.execute(insert(editions).values(**row, **bodies))


def last_number(session: Session) -> int:
    """Return the number of the last edition, 0 before the first."""
    return session.scalar(select(func.max(editions.c.number))) or 0


def find_edition(session: Session, number: int) -> Edition | None:
    query = select(editions.c.body).where(editions.c.number == number)
    body = session.scalar(query)
    return None if body is None else from_body(body, Edition)


def get_edition(session: Session, number: int) -> Edition:
    """Return an edition; raises NotFoundError."""
    edition = find_edition(session, number)
    if edition is None:
        raise NotFoundError(_no_such(number, last_number(session)))
    return edition


def get_ground(session: Session, number: int) -> Ground:
    """Return the evidence an edition rests on; raises NotFoundError."""
    query = select(editions.c.ground).where(editions.c.number == number)
    ground = session.scalar(query)
    if ground is None:
        raise NotFoundError(_no_such(number, last_number(session)))
    return from_body(ground, Ground)


def list_editions(session: Session) -> list[Edition]:
    """Return every edition, the newest first."""
    bodies = session.scalars(select(editions.c.body).order_by(editions.c.number.desc()))
    return [from_body(body, Edition) for body in bodies]


def list_heads(session: Session) -> list[EditionHead]:
    """Return what a list tells of each edition, the newest first."""
    table = editions
    columns = (
        *(table.c.number, table.c.title, table.c.as_of),
        *(table.c.published_at, table.c.published_by, table.c.review),
    )
    query = select(*columns).order_by(table.c.number.desc())
    return [EditionHead(*row) for row in session.execute(query)]


def last_published_at(session: Session) -> datetime | None:
    """Return when the last edition was published."""
    query = select(editions.c.published_at).order_by(editions.c.number.desc())
    at: datetime | None = session.scalar(query.limit(1))
    return at


def _no_such(number: int, last: int) -> str:
    if not last:
        return "No edition was published yet: publish one on the Editions page."
    return f"There is no edition {number}: choose one from 1 to {last}."
