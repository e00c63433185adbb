"""Several that ingest at once: hosts side by side, and no feed looked at twice."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from tests.clock import VirtualClock
from tests.feed_server import serve_feeds
from tests.ingesting import LOOPBACK, Following, a_feed, an_item
from themewatch.services.house import House
from themewatch.services.ingest import ingest
from themewatch.storage.engine import open_engine
from themewatch.storage.news_tables import entries, stories

FEEDS, RUNS = 12, 4
BOTH_NAMES = replace(LOOPBACK, allowed_hosts=frozenset({"127.0.0.1", "localhost"}))


@pytest.fixture
def slow_server():
    """Yield a server that thinks a while about every answer."""
    with serve_feeds() as server:
        for number in range(FEEDS):
            item = an_item(number, guid=f"g{number}")
            server.answer(f"/{number}", a_feed(item), wait=0.02)
        yield server


@pytest.fixture
def following(engine, home):
    house = House(engine, home, is_new=True, has_reference=False)
    return Following(house, VirtualClock(), replace(BOTH_NAMES, spacing=0))


def test_who_ingests_at_the_same_time_never_looks_at_the_same_feed(
    following, slow_server
):
    for number in range(FEEDS):
        host = "localhost" if number % 2 else "127.0.0.1"
        following.follow(slow_server.url(f"/{number}", host))
    barrier = Barrier(RUNS)

    def run(_):
        engine = open_engine(following.house.engine.url.render_as_string(False))
        house = replace(following.house, engine=engine)
        with ingest(house, following.settings, following.clock) as own:
            due = own.due()
            barrier.wait()
            looked = list(own.look_at(due))
        house.close()
        return len(looked)

    with ThreadPoolExecutor(RUNS) as pool:
        looked = list(pool.map(run, range(RUNS)))
    asked = Counter(seen.path for seen in slow_server.requests)
    assert asked == {f"/{number}": 1 for number in range(FEEDS)}
    assert sum(looked) == FEEDS
    assert following.count(entries) == following.count(stories) == FEEDS


def test_hosts_are_asked_side_by_side_and_each_with_a_pause(following, slow_server):
    """The pause is the virtual clock's, which nobody waits for."""
    polite = replace(BOTH_NAMES, spacing=1.0)
    for number in range(4):
        following.follow(slow_server.url(f"/{number}"))
    replace(following, settings=polite).look()
    assert len(following.clock.slept) == 3
    assert max(following.clock.slept) <= 1.0


def test_who_stops_listening_stops_the_run_and_loses_nothing(following, slow_server):
    for number in range(FEEDS):
        following.follow(slow_server.url(f"/{number}"))
    polite = replace(BOTH_NAMES, spacing=1.0)
    with ingest(following.house, polite, following.clock) as run:
        for _ in run.look_at(run.due()):
            break
        kept = following.count(entries)
        assert run.held() is None
    assert len(following.look()) == FEEDS - kept > 0
    assert following.count(entries) == FEEDS
