"""Follow a feed and look at it at once, as the command line does."""

from collections.abc import Collection
from datetime import datetime

from themewatch.domain.feed import Feed
from themewatch.domain.person import Role
from themewatch.errors import ConflictError, InputError, ThemewatchError
from themewatch.ingest.dial import is_refusal
from themewatch.services.feeds import add_feed, get_feed, remove
from themewatch.services.house import House
from themewatch.services.ingest import DueFeed, Ingest, Looked
from themewatch.services.own_name import own
from themewatch.services.rights import needs
from themewatch.storage.feeds import list_feeds

_LOOKS = 2  # the second is at the feed that a page names


@needs(Role.ADMIN)
@own
def follow(
    house: House, run: Ingest, address: str, *, by: str, now: datetime
) -> Looked | None:
    """Follow a feed, or the one feed that a page names, and return the first look.

    Returns:
        None if another process looks at it just now.

    Raises:
        InputError: That is no address or one that may not be asked, or a page that
            names no feed, or several: it is not followed then.
        ConflictError: It is followed already, or the feed that a page names is.
    """
    with house.writing() as session:
        feed = add_feed(session, address, by=by, now=now)
    looked = _look(run, feed)
    if looked is not None and _is_in_vain(looked):
        with house.writing() as session:
            remove(session, feed.id, get_feed(session, feed.id).version, now=now)
            followed = {feed.address for feed in list_feeds(session)}
        raise _why_not(looked, followed)
    return looked


def _look(run: Ingest, feed: Feed) -> Looked | None:
    looked = None
    for _ in range(_LOOKS):
        for looked in run.look_at([DueFeed(feed.id, feed.address)], is_pass=False):
            if looked.feed.address == feed.address:
                return looked
            feed = looked.feed
    return looked


def _is_in_vain(looked: Looked) -> bool:
    """Say whether what answered was never a feed, or must not be asked at all."""
    if looked.feed.answered_at is not None:
        return False
    is_page = looked.fetch.status == 200  # noqa: PLR2004  HTTP's
    return is_page or is_refusal(looked.fetch.problem or "")


def _why_not(looked: Looked, followed: Collection[str]) -> ThemewatchError:
    feed = looked.feed
    said = f"{feed.address}: {looked.fetch.problem or 'this is no feed'}"
    others = [offer for offer in feed.offers if offer not in followed]
    if others:
        return InputError(f"{said} It names these feeds; add one of them:", *others)
    if feed.offers:
        named = " and ".join(feed.offers)
        return ConflictError(f"{said} What it names is followed already: {named}.")
    return InputError(f"{said} It is not followed.")
