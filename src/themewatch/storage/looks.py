"""Whose turn it is to look at a feed, and what the look gave.

The row of a feed is the job: who claims it holds a lease for three minutes, and what
the look gave is only written while the lease is still held.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Executable,
    Table,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from themewatch.domain.feed import Feed, Fetch
from themewatch.storage.engine import Session
from themewatch.storage.feeds import FOLLOWED, feed_of, row_of
from themewatch.storage.news_tables import feeds, fetches

LEASE = timedelta(minutes=3)
LOGGED = 50

_BY_PEOPLE = {
    *("id", "added_at", "added_by", "version"),
    *("paused_at", "paused_because", "removed_at"),
}
_BY_OTHERS = {"key_level", "lease_token", "leased_until"}
"""What a look leaves alone: somebody may have changed it, or it has its own place."""


class DueFeed(NamedTuple):
    """A feed that may be looked at."""

    id: str
    address: str


class Held(NamedTuple):
    """How many feeds whose time has come others hold, and when the last is free.

    Whoever holds them looks at them now, or was killed.
    """

    feeds: int
    until: datetime


def list_due(session: Session, now: datetime) -> list[DueFeed]:
    """Return the feeds whose time has come, the longest waiting first."""
    query = (
        select(feeds.c.id, feeds.c.address)
        .where(*_is_due(now), _is_free(now))
        .order_by(feeds.c.due_at)
    )
    return [DueFeed(*row) for row in session.execute(query)]


def find_held(session: Session, now: datetime) -> Held | None:
    """Return what of the feeds whose time has come somebody holds, if anything."""
    query = select(func.count(), func.max(feeds.c.leased_until)).where(
        *_is_due(now), feeds.c.leased_until > now
    )
    count, until = session.execute(query).one()
    return Held(count, until) if count else None


def claim_feeds(
    session: Session, ids: Sequence[str], token: str, now: datetime
) -> list[Feed]:
    """Take the lease of those feeds that are due and nobody holds.

    Since they were listed others may have looked at them, or paused them.
    """
    query = (
        select(feeds)
        .where(feeds.c.id.in_(ids), *_is_due(now), _is_free(now))
        .with_for_update(skip_locked=True)
    )
    claimed = [feed_of(row) for row in session.execute(query)]
    lease = {"lease_token": token, "leased_until": now + LEASE}
    mine = feeds.c.id.in_([feed.id for feed in claimed])
    session.execute(update(feeds).where(mine).values(lease))
    return claimed


def release_feeds(session: Session, ids: Collection[str], token: str) -> None:
    """Let go of feeds that were claimed and not looked at."""
    held = update(feeds).where(feeds.c.id.in_(ids), feeds.c.lease_token == token)
    session.execute(held.values(lease_token=None, leased_until=None))


def finish_look(session: Session, before: Feed, after: Feed, token: str) -> bool:
    """Keep what became of a feed and let go of it; first of all that is written.

    Returns:
        False, and nothing was kept, if the lease was lost or the feed is elsewhere
        or followed no longer.
    """
    row = row_of(after)
    values = {f"new_{column.name}": row[column.name] for column in _LOOKED_AT}
    mine = {"of": before.id, "token": token, "at_address": before.address}
    if session.execute(_FINISH, values | mine).rowcount != 1:
        return False
    if (before.address, before.paused_at) != (after.address, after.paused_at):
        _edit(session, after)
    return True


def keep_level(session: Session, feed_id: str, level: int) -> None:
    """Let the entries of a feed have keys of another level from now on."""
    held = update(feeds).where(feeds.c.id == feed_id)
    session.execute(held.values(key_level=level))


def log_look(session: Session, feed: Feed, fetch: Fetch) -> None:
    """Log a look in the place of the one LOGGED looks before it."""
    row = {"feed": feed.id, "place": feed.looks % LOGGED, **asdict(fetch)}
    session.execute(_LOG[session.dialect.name], row)


def _edit(session: Session, feed: Feed) -> None:
    """Keep what only people change otherwise: whoever edits it now is told."""
    edited = update(feeds).where(feeds.c.id == feed.id)
    session.execute(
        edited.values(
            paused_at=feed.paused_at,
            paused_because=feed.paused_because,
            version=feeds.c.version + 1,
        )
    )


def _is_free(now: datetime) -> ColumnElement[bool]:
    return or_(feeds.c.leased_until.is_(None), feeds.c.leased_until <= now)


def _is_due(now: datetime) -> list[ColumnElement[bool]]:
    return [FOLLOWED, feeds.c.paused_at.is_(None), feeds.c.due_at <= now]


# Prepared once: the path of a feed that did not change is as short as it can be.
_LOOKED_AT = [c for c in feeds.c if c.name not in _BY_PEOPLE | _BY_OTHERS]
_FINISH = (
    update(feeds)
    .where(
        feeds.c.id == bindparam("of"),
        feeds.c.lease_token == bindparam("token"),
        feeds.c.address == bindparam("at_address"),
        FOLLOWED,
    )
    .values(
        {column: bindparam(f"new_{column.name}") for column in _LOOKED_AT}
        | {feeds.c.lease_token: None, feeds.c.leased_until: None}
    )
)


def _log_with(
    insert: Callable[[Table], sqlite.Insert] | Callable[[Table], postgresql.Insert],
) -> Executable:
    added = insert(fetches)
    logged = [column for column in fetches.c if not column.primary_key]
    return added.on_conflict_do_update(
        index_elements=fetches.primary_key.columns,
        set_={column.name: added.excluded[column.name] for column in logged},
    )


_LOG = {
    "sqlite": _log_with(sqlite.insert),
    "postgresql": _log_with(postgresql.insert),
}
