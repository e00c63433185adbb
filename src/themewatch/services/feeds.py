"""Follow sources of news: add, pause, remove, and see how they fare.

Nothing here asks the network: a feed that is due is looked at by whoever ingests next.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from themewatch.domain.about import joined
from themewatch.domain.activity import Act, Subject
from themewatch.domain.feed import Feed, Fetch
from themewatch.domain.person import Role
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.ingest.outcome import at_offer, without_memory
from themewatch.services.feed_address import feed_address
from themewatch.services.own_name import own
from themewatch.services.rights import needs
from themewatch.storage import feeds
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session
from themewatch.storage.house import INGEST_RAN_AT, find_fact
from themewatch.storage.ids import new_id

QUIET_FOR = timedelta(hours=2)
"""When no ingest ran for so long, the inbox says how to start it."""
_COUNTED = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed, and how many entries it publishes a week, of the last four."""

    feed: Feed
    entries_a_week: float


@needs(Role.CONTRIBUTOR)
def list_feeds(session: Session, *, now: datetime) -> list[Followed]:
    """Return the feeds that are followed, by name."""
    counts = feeds.count_entries(session, now - _COUNTED)
    found = sorted(feeds.list_feeds(session), key=lambda f: (f.name.casefold(), f.id))
    return [Followed(f, counts.get(f.id, 0) / (_COUNTED.days / 7)) for f in found]


@needs(Role.CONTRIBUTOR)
def get_feed(session: Session, feed_id: str) -> Feed:
    """Return a feed that is followed; raises NotFoundError."""
    return feeds.get_feed(session, feed_id)


@needs(Role.CONTRIBUTOR)
def get_feed_at(session: Session, address: str) -> Feed:
    """Return the feed that is followed at an address, or the one of a site there.

    Raises:
        NotFoundError: None is, or several are.
    """
    followed = feeds.list_feeds(session)
    spellings = (address.strip(), feed_address(address))
    found = [feed for feed in followed if feed.address in spellings]
    found = found or [feed for feed in followed if _was_at(feed, spellings[-1])]
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(feed.address for feed in found)
        raise NotFoundError(f"Several feeds of {address} are followed: name {named}.")
    raise NotFoundError(
        f"{address} is not followed: `themewatch feeds list` says what is."
    )


@needs(Role.CONTRIBUTOR)
def find_next(session: Session) -> Feed | None:
    """Return the feed that is due next, None if none is followed or all are paused."""
    asked = [feed for feed in feeds.list_feeds(session) if feed.paused_at is None]
    return min(asked, key=lambda feed: feed.due_at, default=None)


@needs(Role.CONTRIBUTOR)
def list_fetches(session: Session, feed_id: str) -> Sequence[Fetch]:
    """Return the last 50 looks at a feed, the last first."""
    return feeds.list_fetches(session, feed_id)


@needs(Role.CONTRIBUTOR)
def last_ingest_at(session: Session) -> datetime | None:
    """Return when news were last looked for, None if never."""
    fact = find_fact(session, INGEST_RAN_AT)
    return None if fact is None else datetime.fromisoformat(fact)


@needs(Role.ADMIN)
@own
def add_feed(
    session: Session, address: str, *, by: str, now: datetime, title: str = ""
) -> Feed:
    """Follow a feed, or the feed of a site; it is due at once.

    One that was removed comes back with all that came from it. `title` is what it is
    called until it answers.

    Raises:
        InputError: That is no address.
        ConflictError: It is followed already.
    """
    feed = follow(session, address, by=by, now=now, title=title)
    _log(session, Act.FEED_ADDED, feed, now)
    return feed


@needs(Role.ADMIN)
@own
def follow(
    session: Session, address: str, *, by: str, now: datetime, title: str
) -> Feed:
    """Follow a feed as `add_feed` does, for whoever tells of many at once."""
    address = feed_address(address)
    known = feeds.find_feed_at(session, address)
    if known is not None:
        return _bring_back(session, known, now)
    feed = Feed(
        id=new_id(),
        address=address,
        added_at=now,
        due_at=now,
        added_by=by or None,
        title=title,
    )
    feeds.add_feed(session, feed)
    return feed


@needs(Role.ADMIN)
def pause(session: Session, feed_id: str, version: int, *, now: datetime) -> None:
    """Ask a feed no more until it is resumed; raises ConflictError, NotFoundError."""
    feed = feeds.lock_feed(session, feed_id, version)
    feeds.edit_feed(session, replace(feed, paused_at=now, paused_because=None))
    _log(session, Act.FEED_PAUSED, feed, now)


@needs(Role.ADMIN)
def resume(session: Session, feed_id: str, version: int, *, now: datetime) -> None:
    """Ask a feed again, at once and as a new one.

    Raises:
        ConflictError: Somebody edited it meanwhile.
        NotFoundError: It is not followed.
    """
    feed = feeds.lock_feed(session, feed_id, version)
    feeds.edit_feed(
        session,
        replace(
            feed,
            paused_at=None,
            paused_because=None,
            gone_at=None,
            is_new=True,
            due_at=now,
        ),
    )
    _log(session, Act.FEED_RESUMED, feed, now)


@needs(Role.ADMIN)
def remove(session: Session, feed_id: str, version: int, *, now: datetime) -> None:
    """Follow a feed no longer; what came from it stays.

    Raises:
        ConflictError: Somebody edited it meanwhile.
        NotFoundError: It is not followed.
    """
    feed = feeds.lock_feed(session, feed_id, version)
    feeds.remove_feed(session, feed.id, now)
    _log(session, Act.FEED_REMOVED, feed, now)


@needs(Role.ADMIN)
def refresh(session: Session, feed_ids: Sequence[str], *, now: datetime) -> None:
    """Make feeds due; those that are paused stay so."""
    feeds.make_due(session, feed_ids, now)


@needs(Role.ADMIN)
def undo_move(session: Session, feed_id: str, version: int, *, now: datetime) -> None:
    """Look for a feed where it was before a redirect was adopted, and adopt it no more.

    Raises:
        ConflictError: Somebody edited it meanwhile, or follows that address.
        InputError: It never moved.
    """
    feed = feeds.lock_feed(session, feed_id, version)
    if feed.former_address is None:
        raise InputError(f"{feed.name} is where it always was.")
    _refuse_taken(session, feed.former_address)
    back = replace(
        without_memory(feed),
        address=feed.former_address,
        former_address=None,
        refused_move=feed.address,
        due_at=now,
    )
    feeds.edit_feed(session, back)
    _log(session, Act.FEED_CHANGED, back, now)


@needs(Role.ADMIN)
def choose_offer(
    session: Session, feed_id: str, version: int, address: str, *, now: datetime
) -> None:
    """Follow one of the feeds that a page names, instead of the page.

    Raises:
        ConflictError: Somebody edited it meanwhile, or follows that address.
        InputError: The page does not name it.
    """
    feed = feeds.lock_feed(session, feed_id, version)
    if address not in feed.offers:
        raise InputError(f"{feed.name} does not name {address}: choose one it names.")
    _refuse_taken(session, address)
    feeds.edit_feed(session, at_offer(feed, address, now))
    _log(session, Act.FEED_CHANGED, replace(feed, address=address), now)


def _log(session: Session, act: Act, feed: Feed, now: datetime) -> None:
    """Keep what was done to a feed, under its name and address."""
    names = dict.fromkeys((feed.name, feed.address))
    add_activity(session, act, now, Subject("feed", feed.id, joined(*names)))


def _bring_back(session: Session, feed: Feed, now: datetime) -> Feed:
    if feeds.is_followed(session, feed.id):
        raise ConflictError(f"{feed.address} is followed already.")
    feeds.bring_back_feed(session, feed.id, now)
    back = feeds.get_feed(session, feed.id)
    if back.answered_at is None:
        # What a page gave to ask again with would hide what the page names.
        new = replace(without_memory(back), problem=None, offers=())
        feeds.edit_feed(session, new)
    return feeds.get_feed(session, feed.id)


def _was_at(feed: Feed, address: str) -> bool:
    """Say whether an address is the one of a feed's site, or one that it had."""
    known = (feed.site, feed.former_address)
    return address.rstrip("/") in [of.rstrip("/") for of in known if of]


def _refuse_taken(session: Session, address: str) -> None:
    if feeds.find_feed_at(session, address) is not None:
        raise ConflictError(f"{address} is followed already, or was: add it again.")
