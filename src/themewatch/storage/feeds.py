"""Feeds as people keep them; what a look at one gave is written in `looks`."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from themewatch.domain.feed import Feed, Fetch, Move, Validators
from themewatch.errors import ConflictError, NotFoundError
from themewatch.storage.engine import Session
from themewatch.storage.news_tables import entries, feeds, fetches

_NESTED = ("validators", "move")
_PLAIN = [field.name for field in fields(Feed) if field.name not in _NESTED]
FOLLOWED = feeds.c.removed_at.is_(None)


def list_feeds(session: Session) -> list[Feed]:
    """Return the feeds that are followed, paused ones too."""
    return [feed_of(row) for row in session.execute(select(feeds).where(FOLLOWED))]


def get_feed(session: Session, feed_id: str) -> Feed:
    """Return a feed that is followed; raises NotFoundError."""
    return _get(session, feed_id, lock=False)


def find_feed_at(session: Session, address: str) -> Feed | None:
    """Return the feed at an address, also one that was removed."""
    row = session.execute(select(feeds).where(feeds.c.address == address)).one_or_none()
    return None if row is None else feed_of(row)


def is_followed(session: Session, feed_id: str) -> bool:
    query = select(feeds.c.id).where(feeds.c.id == feed_id, FOLLOWED)
    return session.scalar(query) is not None


def add_feed(session: Session, feed: Feed) -> None:
    """Add a feed; raises ConflictError if there is one at its address."""
    if find_feed_at(session, feed.address) is not None:
        raise ConflictError(f"{feed.address} is followed already.")
    session.execute(insert(feeds).values(row_of(feed)))


def lock_feed(session: Session, feed_id: str, version: int) -> Feed:
    """Return a feed that nobody else can edit until this session ends.

    Raises:
        NotFoundError: It is not followed.
        ConflictError: Somebody edited it since it was seen.
    """
    feed = _get(session, feed_id, lock=True)
    if feed.version != version:
        raise ConflictError(
            f"{feed.name} was changed meanwhile: it is {_state(feed)} now, and nothing "
            "of yours was kept. Look at it again."
        )
    return feed


def _state(feed: Feed) -> str:
    return "paused" if feed.paused_at is not None else f"asked at {feed.address}"


def edit_feed(session: Session, feed: Feed) -> None:
    """Keep a feed that was locked as a person changed it."""
    values = {**row_of(feed), "version": feed.version + 1}
    session.execute(update(feeds).where(feeds.c.id == feed.id).values(values))


def remove_feed(session: Session, feed_id: str, now: datetime) -> None:
    """Follow a feed no longer; it and what came from it are kept."""
    gone = {"removed_at": now, "version": feeds.c.version + 1}
    session.execute(update(feeds).where(feeds.c.id == feed_id).values(gone))


def bring_back_feed(session: Session, feed_id: str, now: datetime) -> None:
    """Follow a feed again that was removed; it is new, and due at once."""
    gone = ("removed_at", "paused_at", "paused_because", "lease_token", "leased_until")
    back = {"is_new": True, "due_at": now, "version": feeds.c.version + 1}
    values = {**dict.fromkeys(gone), **back}
    session.execute(update(feeds).where(feeds.c.id == feed_id).values(values))


def make_due(session: Session, ids: Collection[str], now: datetime) -> None:
    """Let feeds be asked at once; whoever edits them need not know."""
    session.execute(update(feeds).where(feeds.c.id.in_(ids)).values(due_at=now))


def list_fetches(session: Session, feed_id: str) -> list[Fetch]:
    """Return the looks at a feed that are still logged, the last first."""
    names = [field.name for field in fields(Fetch)]
    query = (
        select(*(fetches.c[name] for name in names))
        .where(fetches.c.feed == feed_id)
        .order_by(fetches.c.at.desc())
    )
    return [Fetch(**row._mapping) for row in session.execute(query)]  # noqa: SLF001  public in SQLAlchemy


def count_entries(session: Session, since: datetime) -> Mapping[str, int]:
    """Return how many entries appeared in each feed since then."""
    query = (
        select(entries.c.feed, func.count())
        .where(entries.c.dated_at >= since)
        .group_by(entries.c.feed)
    )
    return {row.feed: row[1] for row in session.execute(query)}


def feed_of(row: Row[Any]) -> Feed:
    """Return a row of the table as a feed."""
    move = None
    if row.moved_to is not None:
        move = Move(to=row.moved_to, times=row.moved_times, since=row.moved_since)
    return Feed(
        **{name: getattr(row, name) for name in _PLAIN},
        validators=Validators(row.etag, row.last_modified),
        move=move,
    )


def row_of(feed: Feed) -> dict[str, Any]:
    """Return a feed as the columns it is kept in."""
    move = feed.move
    return {
        **{name: getattr(feed, name) for name in _PLAIN},
        "etag": feed.validators.etag,
        "last_modified": feed.validators.last_modified,
        "moved_to": move and move.to,
        "moved_times": move and move.times,
        "moved_since": move and move.since,
    }


def _get(session: Session, feed_id: str, *, lock: bool) -> Feed:
    query = select(feeds).where(feeds.c.id == feed_id, FOLLOWED)
    row = session.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no feed {feed_id!r}: it may have been removed.")
    return feed_of(row)
