"""Follow a feed and look at it at once, as the command line does."""

from datetime import datetime

from themewatch.domain.feed import Feed
from themewatch.errors import InputError
from themewatch.services.feeds import add_feed, remove
from themewatch.services.house import House
from themewatch.services.ingest import DueFeed, Ingest, Looked

_LOOKS = 2  # the second is at the feed that a page names


def follow(
    house: House, run: Ingest, address: str, *, by: str, now: datetime
) -> Looked | None:
    """Follow a feed, or the one feed that a page names, and return the first look.

    Returns:
        None if another process looks at it just now.

    Raises:
        InputError: That is no address, or a page that names no feed, or several: it
            is not followed then.
        ConflictError: It is followed already.
    """
    with house.writing() as session:
        feed = add_feed(session, address, by=by, now=now)
    looked = _look(run, feed)
    if looked is not None and _is_page(looked):
        with house.writing() as session:
            remove(session, feed.id, looked.feed.version, now=now)
        raise InputError(*_sentences(looked))
    return looked


def _look(run: Ingest, feed: Feed) -> Looked | None:
    looked = None
    for _ in range(_LOOKS):
        for looked in run.look_at([DueFeed(feed.id, feed.address)]):
            if looked.feed.address == feed.address:
                return looked
            feed = looked.feed
    return looked


def _is_page(looked: Looked) -> bool:
    """Say whether something answered that was never a feed."""
    return looked.fetch.status == 200 and looked.feed.answered_at is None  # noqa: PLR2004  HTTP's


def _sentences(looked: Looked) -> list[str]:
    feed = looked.feed
    said = f"{feed.address}: {looked.fetch.problem or 'this is no feed'}"
    if not feed.offers:
        return [f"{said} It is not followed."]
    return [f"{said} It names these feeds; add one of them:", *feed.offers]
