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

_MOST_NAMED = 5
_A_DAY = timedelta(days=1)
_START = "`themewatch run` fetches them, or `themewatch ingest --every 1h`."


@needs(Role.ADMIN)
def examine_news(session: Session, now: datetime) -> Iterator[Finding]:
    """Look at the feeds, the last fetching and what awaits matching."""
    feeds = list_feeds(session)
    if not feeds:
        yield Finding("Feeds: none is followed.")
        return
    failing = [feed for feed in feeds if _has_failed_long(feed, now)]
    paused = sum(1 for feed in feeds if feed.paused_at)
    yield Finding(f"Feeds: {len(feeds)} followed, {paused} paused.")
    if failing:
        yield _failing(failing)
    yield _fetched(last_ingest_at(session), now)
    if awaiting := count_awaiting(session):
        yield Finding(f"News: {awaiting} entries await matching.")


def _has_failed_long(feed: Feed, now: datetime) -> bool:
    """Say whether somebody should look: for a day any server may be down."""
    since = None if feed.paused_at else feed.failing_since
    return since is not None and now - since >= _A_DAY


def _failing(feeds: Sequence[Feed]) -> Finding:
    named = "; ".join(
        f"{feed.name} since {feed.failing_since:%Y-%m-%d} ({feed.problem})"
        for feed in feeds[:_MOST_NAMED]
    )
    return Finding(f"Wrong: {len(feeds)} feeds fail: {named}.", is_wrong=True)


def _fetched(at: datetime | None, now: datetime) -> Finding:
    if at is None:
        return Finding(f"Wrong: news were never fetched. {_START}", is_wrong=True)
    if now - at > QUIET_FOR:
        sentence = (
            f"Wrong: no news were fetched since {at:%Y-%m-%d %H:%M} UTC. {_START}"
        )
        return Finding(sentence, is_wrong=True)
    return Finding(f"News: last fetched at {at:%Y-%m-%d %H:%M} UTC.")
