"""What is kept of feeds' entries, as far as knowing them again needs."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, case, func, or_, select, update

from themewatch.domain.entry import DocumentEntry
from themewatch.domain.identity import Identified, Known, Linked
from themewatch.storage.engine import Session
from themewatch.storage.news_tables import entries, entry_revisions

_DAY = timedelta(days=1)


def list_known(
    session: Session, feed_id: str, found: Sequence[Identified], now: datetime
) -> list[Known]:
    """Return the entries of a feed that share a key or an alias with one found."""
    keys, aliases = [f.key for f in found], [f.alias for f in found]
    asked = {"feed": feed_id, "keys": keys, "aliases": aliases, "since": now - _DAY}
    return [Known(*row) for row in session.execute(_KNOWN, asked)]


def list_documents(session: Session, feed_id: str) -> dict[str, DocumentEntry]:
    """Return all that is kept of a feed as its document had it, by entry."""
    e = entries.c
    query = select(e.id, e.raw_id, e.link, e.title, e.text).where(e.feed == feed_id)
    return {
        row.id: DocumentEntry(
            raw_id=row.raw_id, link=row.link, title=row.title, text=row.text
        )
        for row in session.execute(query)
    }


def change_keys(session: Session, keys: Mapping[str, str]) -> None:
    """Let entries be known by other keys."""
    rows = [{"of": entry, "new_key": key} for entry, key in keys.items()]
    if rows:
        changed = update(entries).where(entries.c.id == bindparam("of"))
        session.execute(changed.values(key=bindparam("new_key")), rows)


def list_linked(
    session: Session, links: Collection[str], feed_id: str
) -> dict[str, Linked]:
    """Return what is kept under each of these canonical links, seen from a feed."""
    rows = session.execute(_LINKED, {"links": list(links), "feed": feed_id})
    return {
        link: Linked(first, is_shared=first != last, is_own=bool(own))
        for link, first, last, own in rows
    }


# Prepared once, for speed: every document that changed asks these.
_REVISIONS = (
    select(func.count())
    .where(
        entry_revisions.c.entry == entries.c.id,
        entry_revisions.c.at > bindparam("since"),
    )
    .scalar_subquery()
)
_IN_FEED = entries.c.feed == bindparam("feed")  # said twice: each finds its index
_KNOWN = select(
    entries.c.id,
    entries.c.key,
    entries.c.alias,
    entries.c.content_hash,
    _REVISIONS,
    entries.c.is_volatile,
).where(
    or_(
        and_(_IN_FEED, entries.c.key.in_(bindparam("keys", expanding=True))),
        and_(_IN_FEED, entries.c.alias.in_(bindparam("aliases", expanding=True))),
    )
)
_LINKED = (
    select(
        entries.c.canonical_link,
        func.min(entries.c.story),
        func.max(entries.c.story),
        func.sum(case((_IN_FEED, 1), else_=0)),
    )
    .where(entries.c.canonical_link.in_(bindparam("links", expanding=True)))
    .group_by(entries.c.canonical_link)
)
