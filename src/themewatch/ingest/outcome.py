"""What becomes of a feed after a look at it, decided on values."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

from themewatch.domain.entry import FeedDocument
from themewatch.domain.feed import Feed, Validators
from themewatch.ingest.answer import Answer
from themewatch.ingest.document import NotAFeed
from themewatch.ingest.schedule import (
    gone_since,
    is_gone_for_good,
    is_settled,
    moved,
    next_due,
    next_try,
)

NEWEST = 20
"""How many entries tell how often a feed publishes."""
GONE = "The server says that this feed is gone for good (410)."
STILL_NO_FEED = "This is still not a feed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at a feed: what came, and what it was read as.

    `document` is None if nothing came that had not been read before; `size` is what
    came in bytes, which the answer holds no more.
    """

    answer: Answer
    at: datetime
    size: int = 0
    body_hash: str | None = None
    document: FeedDocument | NotAFeed | None = None

    @property
    def problem(self) -> str | None:
        if isinstance(self.document, NotAFeed):
            return self.document.problem
        return self.answer.problem


def after_failure(feed: Feed, look: Look) -> Feed:
    """Return a feed that did not answer as a feed does: it is asked ever less often.

    If it ever did, it goes on being asked with the validators of then: what came in
    between is no feed, and the last one may come back unchanged.
    """
    answer, gone_at = look.answer, gone_since(look.answer.status, feed.gone_at, look.at)
    failed = replace(
        feed,
        fetched_at=look.at,
        looks=feed.looks + 1,
        failures=feed.failures + 1,
        failing_since=feed.failing_since or look.at,
        problem=look.problem or STILL_NO_FEED,
        gone_at=gone_at,
        due_at=next_try(
            look.at,
            failures=feed.failures,
            status=answer.status,
            retry_after=answer.retry_after,
            not_before=answer.not_before,
        ),
    )
    if is_gone_for_good(gone_at, look.at):
        return replace(failed, paused_at=look.at, paused_because=GONE)
    if isinstance(look.document, NotAFeed):
        failed = replace(failed, offers=look.document.offers)
    if feed.answered_at is None:
        return replace(failed, validators=answer.validators or feed.validators)
    return failed


def after_success(feed: Feed, look: Look, chance: Random) -> Feed:
    """Return a feed that answered as a feed does, if only that nothing changed."""
    answer, document = look.answer, look.document
    if isinstance(document, FeedDocument):
        gap = usual_gap(document, look.at)
        feed = replace(
            feed,
            title=document.title or feed.title,
            site=document.site,
            ttl=document.ttl,
            gap=feed.gap if gap is None else gap,
            is_new=feed.is_new and not document.entries,
        )
    due_at = next_due(
        look.at,
        gap=feed.gap,
        not_before=answer.not_before,
        ttl=feed.ttl,
        chance=chance,
    )
    return replace(
        feed,
        validators=answer.validators,
        body_hash=look.body_hash or feed.body_hash,
        fetched_at=look.at,
        looks=feed.looks + 1,
        answered_at=look.at,
        due_at=due_at,
        failures=0,
        failing_since=None,
        problem=None,
        gone_at=None,
        offers=(),
        move=moved(feed.move, answer.moved_to, look.at),
    )


def usual_gap(document: FeedDocument, now: datetime) -> timedelta | None:
    """Return the median gap between the newest entries that bear a date."""
    told = (entry.appeared_at for entry in document.entries)
    dates = sorted(min(date, now) for date in told if date is not None)
    gaps = sorted(after - before for before, after in pairwise(dates[-NEWEST:]))
    return gaps[len(gaps) // 2] if gaps else None


def new_address(feed: Feed, now: datetime) -> str | None:
    """Return where a feed is to be looked for from now on, None if where it is.

    It moved and said so often enough; or the first look found a page that names just
    one feed. Pages that name pages could lead on for ever.
    """
    if feed.move is not None and is_settled(feed.move, now):
        return None if feed.move.to == feed.refused_move else feed.move.to
    if feed.answered_at is None and feed.failures == 1 and len(feed.offers) == 1:
        return feed.offers[0]
    return None


def at_new_address(feed: Feed, address: str, now: datetime) -> Feed:
    """Return a feed that is found elsewhere from now on; undoing it stays possible."""
    if feed.answered_at is None:
        # That it failed is kept, so that a page there is followed no further.
        return replace(at_offer(feed, address, now), failures=feed.failures)
    return replace(feed, address=address, former_address=feed.address, move=None)


def at_offer(feed: Feed, address: str, now: datetime) -> Feed:
    """Return a feed that was a page, at the address of a feed which the page named."""
    return replace(
        without_memory(feed), address=address, due_at=now, offers=(), problem=None
    )


def without_memory(feed: Feed) -> Feed:
    """Return a feed of which nothing is known that another address would not share."""
    return replace(
        feed,
        validators=Validators(),
        body_hash=None,
        failures=0,
        failing_since=None,
        gone_at=None,
        move=None,
    )
