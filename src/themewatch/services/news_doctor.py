"""Examine the news: which feeds fail, and whether anybody fetches them."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from themewatch.domain.feed import Feed
from themewatch.domain.person import Role
from themewatch.services.feeds import QUIET_FOR, last_ingest_at
from themewatch.services.findings import Finding
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.feeds import list_feeds
from themewatch.storage.match_queue import count_awaiting
from themewatch.words import _, ngettext

_MOST_NAMED = 5
_A_DAY = timedelta(days=1)


@needs(Role.ADMIN)
def examine_news(session: Session, now: datetime) -> Iterator[Finding]:
    """Look at the feeds, the last fetching and what awaits matching."""
    feeds = list_feeds(session)
    if not feeds:
        yield Finding(_("Feeds: none is followed."))
        return
    failing = [feed for feed in feeds if _has_failed_long(feed, now)]
    paused = sum(1 for feed in feeds if feed.paused_at)
    said = _("Feeds: {n} followed, {paused} paused.")
    yield Finding(said.format(n=len(feeds), paused=paused))
    if failing:
        yield _failing(failing)
    yield _fetched(last_ingest_at(session), now)
    if awaiting := count_awaiting(session):
        said = _("News: {n} entries await matching.")
        yield Finding(said.format(n=awaiting))


def _has_failed_long(feed: Feed, now: datetime) -> bool:
    """Say whether somebody should look: for a day any server may be down."""
    since = None if feed.paused_at else feed.failing_since
    return since is not None and now - since >= _A_DAY


def _failing(feeds: Sequence[Feed]) -> Finding:
    named = "; ".join(
        f"{feed.name} since {feed.failing_since:%Y-%m-%d} "
        f"({(feed.problem or '').removesuffix('.')})"
        for feed in feeds[:_MOST_NAMED]
    )
    said = ngettext(
        "Wrong: {n} feed fails: {named}. Open Feeds to see what it answers.",
        "Wrong: {n} feeds fail: {named}. Open Feeds to see what each answers.",
        len(feeds),
    )
    return Finding(said.format(n=len(feeds), named=named), is_wrong=True)


def _fetched(at: datetime | None, now: datetime) -> Finding:
    if at is None:
        said = _(
            "Wrong: news was never fetched. `themewatch run` fetches it, or "
            "`themewatch ingest --every 1h`."
        )
        return Finding(said, is_wrong=True)
    moment = f"{at:%Y-%m-%d %H:%M}"
    if now - at > QUIET_FOR:
        said = _(
            "Wrong: no news was fetched since {moment} UTC. `themewatch run` fetches "
            "it, or `themewatch ingest --every 1h`."
        )
        return Finding(said.format(moment=moment), is_wrong=True)
    return Finding(_("News: last fetched at {moment} UTC.").format(moment=moment))
