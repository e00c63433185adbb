"""Look at a feed, and keep what came of it: all of it, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from themewatch.domain.entry import FeedDocument
from themewatch.domain.feed import Feed, Fetch
from themewatch.domain.identity import Changes, Identified, KeyLevel, Placed
from themewatch.domain.person import Role
from themewatch.ingest.answer import Answer
from themewatch.ingest.body_hash import body_hash
from themewatch.ingest.clock import Clock
from themewatch.ingest.cluster import places
from themewatch.ingest.document import NotAFeed, Parser, read_document
from themewatch.ingest.fetch import Network
from themewatch.ingest.identify import compare, identify, key, key_level
from themewatch.ingest.outcome import (
    Look,
    after_failure,
    after_success,
    at_new_address,
    new_address,
)
from themewatch.services.rights import needs
from themewatch.storage import arrivals, entries, looks
from themewatch.storage.engine import Session
from themewatch.storage.feeds import find_feed_at
from themewatch.storage.ids import new_id
from themewatch.storage.match_queue import lock_news

NEWS_FOR = timedelta(days=14)
"""Of a feed that is new here, what is older is kept and waits for nobody."""
MOST_UNDATED = 10
"""Of a feed that is new here, so many that bear no date wait: those it names first."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """What looking needs: a way out, a parser, a clock and some chance."""

    network: Network
    parser: Parser
    clock: Clock
    chance: Random

    def look(self, feed: Feed) -> Look:
        """Fetch and read a feed, outside of any transaction."""
        answer = self.network.fetch(feed.address, feed.validators)
        if answer.problem is not None or answer.is_unchanged:
            return Look(answer=answer, at=self.clock.now())
        body = body_hash(answer.body)
        document = None if body == feed.body_hash else self._read(answer)
        return Look(
            answer=replace(answer, body=b""),
            at=self.clock.now(),
            size=len(answer.body),
            body_hash=body,
            document=document,
        )

    def _read(self, answer: Answer) -> FeedDocument | NotAFeed:
        return read_document(
            answer.body, answer.content_type, answer.address, self.parser
        )


@dataclass(frozen=True, slots=True)
class Looked:
    """A feed after a look at it, and what the log says of that look."""

    feed: Feed
    fetch: Fetch


@needs(Role.ADMIN)
def keep_look(
    session: Session, feed: Feed, look: Look, token: str, chance: Random
) -> Looked | None:
    """Keep what a look gave.

    Returns:
        None, with nothing kept, if the lease was lost meanwhile.
    """
    after = _settled(session, feed, look, chance)
    if not looks.finish_look(session, feed, after, token):
        return None
    changes = Changes()
    if isinstance(look.document, FeedDocument):
        changes = _keep_entries(session, feed, look.document, look.at)
    fetch = _logged(look, changes, after)
    looks.log_look(session, after, fetch)
    return Looked(after, fetch)


def _settled(session: Session, feed: Feed, look: Look, chance: Random) -> Feed:
    is_still_no_feed = look.answer.is_unchanged and feed.body_hash is None
    if look.problem is not None or is_still_no_feed:
        after = after_failure(feed, look)
    else:
        after = after_success(feed, look, chance)
    address = new_address(after, look.at)
    if address is None or find_feed_at(session, address) is not None:
        return after
    return at_new_address(after, address, look.at)


def _keep_entries(
    session: Session, feed: Feed, document: FeedDocument, now: datetime
) -> Changes:
    level, found = identify(document.entries, KeyLevel(feed.key_level))
    if level > feed.key_level:
        level = _degrade(session, feed, level)
        level, found = identify(document.entries, level)
    lock_news(session)
    is_first = feed.answered_at is None
    known = [] if is_first else entries.list_known(session, feed.id, found, now)
    changes = compare(known, found)
    placed = _placed(session, feed, changes.new, now)
    arrivals.add_entries(session, feed.id, placed, now)
    arrivals.change_entries(session, changes.changed, now)
    return changes


def _degrade(session: Session, feed: Feed, level: KeyLevel) -> KeyLevel:
    """Give what is kept of a feed keys of another level, and return which."""
    kept = entries.list_documents(session, feed.id)
    level = key_level(kept.values(), level)
    entries.change_keys(session, {of: key(entry, level) for of, entry in kept.items()})
    looks.keep_level(session, feed.id, level)
    return level


def _placed(
    session: Session, feed: Feed, new: Sequence[Identified], now: datetime
) -> list[Placed]:
    links = {found.canonical_link for found in new if found.canonical_link}
    kept = entries.list_linked(session, links, feed.id) if links else {}
    old = _backlog(new, now) if feed.is_new else set()
    return [
        Placed(
            new_id(),
            found,
            min(found.entry.appeared_at or now, now),
            waits=found.key not in old,
            story=story,
        )
        for found, story in zip(new, places(new, kept), strict=True)
    ]


def _backlog(new: Sequence[Identified], now: datetime) -> set[str]:
    """Return what is no news, by its keys, of what a new feed holds."""
    undated = [found.key for found in new if found.entry.appeared_at is None]
    dated = {found.key: found.entry.appeared_at for found in new}
    old = {key for key, at in dated.items() if at is not None and at < now - NEWS_FOR}
    return old.union(undated[MOST_UNDATED:])


def _logged(look: Look, changes: Changes, after: Feed) -> Fetch:
    return Fetch(
        at=look.at,
        status=look.answer.status,
        seconds=look.answer.seconds,
        size=look.size,
        new=len(changes.new),
        changed=sum(change.is_edit for change in changes.changed),
        problem=after.problem,
    )
