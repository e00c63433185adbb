"""Whose turn it is to look at a feed, and what the look gave.

The row of a feed is the job: who claims it holds a lease for three minutes, and what
the look gave is only written while the lease is still held.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Executable,
    Table,
    bindparam,
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

_BY_PEOPLE = {"id", "added_at", "added_by", "paused_at", "paused_because", "version"}
"""What a look leaves alone, because somebody may have changed it meanwhile."""


class DueFeed(NamedTuple):
    """A feed that may be looked at."""

    id: str
    address: str


def list_due(session: Session, now: datetime) -> list[DueFeed]:
    """Return the feeds whose time has come, the longest waiting first."""
    query = (
        select(feeds.c.id, feeds.c.address)
        .where(
            FOLLOWED,
            _is_free(now),
            feeds.c.paused_at.is_(None),
            feeds.c.due_at <= now,
        )
        .order_by(feeds.c.due_at)
    )
    return [DueFeed(*row) for row in session.execute(query)]


def claim_feeds(
    session: Session, ids: Sequence[str], token: str, now: datetime
) -> list[Feed]:
    """Take the lease of those feeds that nobody else holds, or take it anew."""
    query = (
        select(feeds)
        .where(feeds.c.id.in_(ids), FOLLOWED, or_(_is_mine(token), _is_free(now)))
        .with_for_update(skip_locked=True)
    )
    claimed = [feed_of(row) for row in session.execute(query)]
    lease = {"lease_token": token, "leased_until": now + LEASE}
    mine = feeds.c.id.in_([feed.id for feed in claimed])
    session.execute(update(feeds).where(mine).values(lease))
    return claimed


def finish_look(session: Session, before: Feed, after: Feed, token: str) -> bool:
    """Keep what became of a feed and let go of it; first of all that is written.

    Returns:
        False, and nothing was kept, if the lease was lost or the feed is elsewhere.
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


def _is_mine(token: str) -> ColumnElement[bool]:
    return feeds.c.lease_token == token


# Prepared once: the path of a feed that did not change is as short as it can be.
_LOOKED_AT = [
    column
    for column in feeds.c
    if column.name not in _BY_PEOPLE
    and column.name not in ("removed_at", "lease_token", "leased_until")
]
_FINISH = (
    update(feeds)
    .where(
        feeds.c.id == bindparam("of"),
        feeds.c.lease_token == bindparam("token"),
        feeds.c.address == bindparam("at_address"),
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
