"""Bring lists of feeds in and take them along (OPML), and the list to start with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from themewatch.domain.about import counted
from themewatch.domain.activity import Act, Subject
from themewatch.domain.feed import Feed
from themewatch.domain.person import Role
from themewatch.errors import ConflictError, InputError
from themewatch.ingest.opml import OpmlRow, read_opml, write_opml
from themewatch.resources import data_file
from themewatch.services.feeds import follow
from themewatch.services.own_name import own
from themewatch.services.rights import needs
from themewatch.storage import feeds
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session

STARTERS = "feeds.opml"


class RowState(StrEnum):
    """What became of a row of a list."""

    ADDED = "added"
    THERE = "there"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row of a list, and what became of it; `problem` says what is wrong with it."""

    line: int
    name: str
    state: RowState
    problem: str | None = None


@needs(Role.ADMIN)
@own
def import_feeds(
    session: Session, opml: bytes, *, by: str, now: datetime
) -> list[ImportedRow]:
    """Follow every feed of a list that can be; a bad row stops none of the others."""
    rows = [_imported(session, row, by, now) for row in read_opml(opml)]
    added = sum(row.state is RowState.ADDED for row in rows)
    about = counted({"feed": added})
    add_activity(session, Act.IMPORTED, now, Subject("feeds", about=about))
    return rows


@needs(Role.CONTRIBUTOR)
def export_feeds(session: Session) -> str:
    """Return the feeds that are followed as a list that other readers take."""
    followed = sorted(feeds.list_feeds(session), key=lambda f: f.name.casefold())
    return write_opml(_rows(followed))


@needs(Role.ADMIN)
@own
def add_starters(session: Session, *, by: str, now: datetime) -> list[ImportedRow]:
    """Follow the sources that are shipped; raises ReferenceDataError."""
    return import_feeds(session, data_file(STARTERS).read_bytes(), by=by, now=now)


def list_starters() -> Sequence[OpmlRow]:
    """Return the sources that are shipped; raises ReferenceDataError."""
    return read_opml(data_file(STARTERS).read_bytes())


def _imported(session: Session, row: OpmlRow, by: str, now: datetime) -> ImportedRow:
    name = row.title or row.address or ""
    if row.address is None or row.problem is not None:
        return ImportedRow(row.line, name, RowState.WRONG, row.problem)
    try:
        follow(session, row.address, by=by, now=now, title=row.title)
    except ConflictError:
        return ImportedRow(row.line, name, RowState.THERE)
    except InputError as error:
        return ImportedRow(row.line, name, RowState.WRONG, str(error))
    return ImportedRow(row.line, name, RowState.ADDED)


def _rows(followed: Sequence[Feed]) -> Iterator[OpmlRow]:
    for feed in followed:
        yield OpmlRow(line=0, address=feed.address, title=feed.name, site=feed.site)
