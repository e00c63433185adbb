"""A house that follows feeds by a virtual clock, and feeds to serve it."""

from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy import Table, func, select, update

from tests.clock import VirtualClock
from themewatch.domain.feed import Feed
from themewatch.domain.news import StoryState
from themewatch.ingest.fetch import FetchSettings
from themewatch.services.feeds import add_feed, get_feed
from themewatch.services.house import House
from themewatch.services.ingest import Ingest, Looked, ingest
from themewatch.storage.news_tables import feeds, stories

LOOPBACK = FetchSettings(allowed_hosts=frozenset({"127.0.0.1"}), most_seconds=2.0)
CHANCE = Random(0)  # noqa: S311  no secret


def an_item(number: int = 1, at: datetime | None = None, **changes: str | None) -> str:
    fields = {
        "guid": f"id-{number}",
        "link": f"https://acme.example/news/{number}",
        "title": f"News {number}",
        "description": f"Text {number}.",
        "pubDate": at and f"{at:%a, %d %b %Y %H:%M:%S} GMT",
    } | changes
    told = (f"<{name}>{words}</{name}>" for name, words in fields.items() if words)
    return f"<item>{''.join(told)}</item>"


def a_feed(*items: str, title: str = "Acme") -> str:
    channel = f"<title>{title}</title>{''.join(items)}"
    return f'<rss version="2.0"><channel>{channel}</channel></rss>'


def a_page(*feeds: str) -> str:
    kind = 'rel="alternate" type="application/rss+xml"'
    links = "".join(f'<link {kind} href="{feed}">' for feed in feeds)
    return f"<!doctype html><html><head>{links}</head><body>News</body></html>"


@dataclass(frozen=True)
class Following:
    """What somebody follows, and looking at it."""

    house: House
    clock: VirtualClock
    settings: FetchSettings = LOOPBACK

    def follow(self, address: str) -> Feed:
        with self.house.writing() as session:
            return add_feed(session, address, by="Ann", now=self.clock.now())

    def look(self) -> list[Looked]:
        """Look once at all that is due."""
        with ingest(self.house, self.settings, self.clock) as run:
            return self.look_in(run)

    def look_in(self, run: Ingest) -> list[Looked]:
        return list(run.look_at(run.due()))

    def look_now(self) -> list[Looked]:
        """Look at everything, due or not."""
        with self.house.writing() as session:
            session.execute(update(feeds).values(due_at=self.clock.now()))
        return self.look()

    def feed(self, feed: Feed) -> Feed:
        with self.house.reading() as session:
            return get_feed(session, feed.id)

    def count(self, table: Table, *where: Any) -> int:
        with self.house.reading() as session:
            query = select(func.count()).select_from(table).where(*where)
            return session.scalar(query) or 0

    def states(self) -> list[StoryState]:
        with self.house.reading() as session:
            return list(session.scalars(select(stories.c.state)))
