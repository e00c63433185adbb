"""The names under which something lies: evidence, votes, journals, what was typed."""

from collections.abc import Iterator

from sqlalchemy import Column, Select, func, select, union

from themewatch.storage.engine import Session
from themewatch.storage.journal_tables import current_journals, drafts, journals
from themewatch.storage.tables import checkpoints, forecasts, notes, overrides, views
from themewatch.storage.team_tables import ballots, people

_BORNE: tuple[Column[str], ...] = tuple(
    table.c.person
    for table in (
        *(notes, views, overrides, checkpoints, forecasts),
        *(ballots, journals, current_journals),
    )
)
_TYPED: Column[str] = drafts.c.person


def is_name_used(session: Session, name: str) -> bool:
    """Say whether something lies under a name, in large letters or small."""
    return any(_is_borne(session, column, name) for column in _BORNE)


def is_typed_under(session: Session, name: str) -> bool:
    """Say whether somebody of that name has typed what is not saved yet."""
    return _is_borne(session, _TYPED, name)


def list_unowned_names(session: Session) -> list[str]:
    """Return the names under which something lies that belongs to no person."""
    owned = {name.lower() for name in session.scalars(select(people.c.name))}
    names = {str(name) for (name,) in session.execute(union(*_names()))}
    return sorted(name for name in names if name and name.lower() not in owned)


def _is_borne(session: Session, column: Column[str], name: str) -> bool:
    query = select(column).where(func.lower(column) == func.lower(name))
    return session.execute(query.limit(1)).first() is not None


def _names() -> Iterator[Select[tuple[str]]]:
    for column in _BORNE:
        yield select(column)
