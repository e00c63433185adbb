"""Whoever ingests is killed at random moments: nothing is lost, doubled or unmatched.

THEMEWATCH_KILLS says how often; `THEMEWATCH_KILLS=100` takes some minutes.
"""

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.feed_server import serve_feeds
from tests.ingesting import a_feed, an_item
from tests.killed_worker import QuickClock, go_round, house_at
from themewatch.services.feeds import add_feed
from themewatch.storage.news_tables import (
    entries,
    entry_revisions,
    feeds,
    matches,
    stories,
    unmatched,
)

KILLS = int(os.environ.get("THEMEWATCH_KILLS", "12"))
FEEDS, WINDOW = 6, 3
ROOT = Path(__file__).parents[3]


class PassingFeeds:
    """Feeds on two hosts that publish one entry after another, and edit some.

    Each holds its last entries only, and goes on as soon as it is asked with the
    validator of what it holds: whoever keeps a validator has to have the entries.
    """

    def __init__(self, server):
        self.server = server
        self.published = Counter()
        self._heard = 0
        for number in range(FEEDS):
            self.publish(number)

    def address(self, number):
        return self.server.url(f"/{number}", "127.0.0.1" if number % 2 else "localhost")

    def go_on(self):
        news = self.server.requests[self._heard :]
        self._heard += len(news)
        for path, etag in {(n.path, n.headers.get("If-None-Match")) for n in news}:
            number = int(path[1:])
            if etag == f'"{self.published[number]}"':
                self.publish(number)

    def publish(self, number):
        self.published[number] += 1
        last = self.published[number]
        items = [self.item(number, n) for n in range(last, max(last - WINDOW, 0), -1)]
        body = a_feed(*items, title=f"Feed {number}")
        self.server.answer(f"/{number}", body, etag=f'"{last}"')

    def item(self, number, n):
        """Return an entry; every fifth is edited once, in its last document."""
        is_edited = n % 5 == 0 and self.published[number] == n + WINDOW - 1
        return an_item(
            n,
            guid=f"{number}/{n}",
            link=f"https://acme.example/{number}/{n}",
            title=f"Kling {n}.0 makes video",
            description=f"Clips of {n} seconds.{' Corrected.' * is_edited}",
        )

    def all(self):
        return {
            f"{number}/{n}"
            for number, last in self.published.items()
            for n in range(1, last + 1)
        }


@pytest.mark.parametrize(
    ("database", "workers"), [("sqlite_engine", 1), ("postgres_engine", 4)]
)
def test_killed_at_any_moment_nothing_is_lost_doubled_or_unmatched(
    request, database, workers
):
    engine = request.getfixturevalue(database)
    url = engine.url.render_as_string(hide_password=False)
    house = house_at(url)
    with serve_feeds() as server:
        passing = PassingFeeds(server)
        with house.writing() as session:
            for number in range(FEEDS):
                address = passing.address(number)
                add_feed(session, address, by="", now=QuickClock().now())
        kill(url, workers, passing)
        time.sleep(0.4)  # the last leases run out
        go_round(house, QuickClock())
    with house.reading() as session:
        judge(session, passing)
    house.close()


def kill(url, workers, passing):
    """Let workers live and die while the feeds publish.

    The more there are, the longer they live: what a dead one holds is free only when
    its lease ran out, and nobody would come to anything.
    """
    worker = [sys.executable, "-m", "tests.killed_worker", url]
    command = [*worker, str(KILLS // workers), str(0.4 * workers)]
    started = [
        subprocess.Popen([*command, str(seed)], cwd=ROOT, stderr=subprocess.PIPE)
        for seed in range(workers)
    ]
    while any(process.poll() is None for process in started):
        time.sleep(0.005)
        passing.go_on()
    told = [process.communicate()[1].decode() for process in started]
    assert [process.returncode for process in started] == [0] * workers, told


def judge(session, passing):
    """Count what is there, by what was served."""
    assert passing.published.total() > FEEDS + KILLS / 4, "hardly anything was done"
    ids = Counter(session.scalars(select(entries.c.raw_id)))
    expected = passing.all()
    assert expected - ids.keys() == set(), "lost"
    assert ids.keys() - expected == set(), "made up"
    assert [one for one, times in ids.items() if times > 1] == [], "doubled"
    assert how_many(session, unmatched) == 0, "unmatched"
    assert how_many(session, matches) == len(expected)
    told = session.scalars(select(entries.c.story)).all()
    assert set(told) == set(session.scalars(select(stories.c.id))), "stories of nothing"
    revised = Counter(session.scalars(select(entry_revisions.c.entry)))
    assert set(revised.values()) <= {1}, "an edit kept twice"
    edits = sum((last - WINDOW + 1) // 5 for last in passing.published.values())
    assert len(revised) == edits
    held = select(func.count()).where(feeds.c.lease_token.is_not(None))
    assert session.scalar(held) == 0


def how_many(session, table):
    return session.scalar(select(func.count()).select_from(table))
