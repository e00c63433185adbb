"""A feed server on loopback, and ways to it that need no waiting."""

from collections.abc import Iterator

import pytest

from tests.clock import VirtualClock
from tests.feed_server import FeedServer, serve_feeds
from themewatch.ingest.fetch import FetchSettings, Network

LOOPBACK = frozenset({"127.0.0.1"})


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def server(clock: VirtualClock) -> Iterator[FeedServer]:
    """Yield a server that dates its requests by the virtual clock."""
    with serve_feeds(now=clock.now) as feeds:
        yield feeds


@pytest.fixture
def network(clock: VirtualClock) -> Iterator[Network]:
    """Yield a network that may ask the server, and gives up after a second."""
    settings = FetchSettings(allowed_hosts=LOOPBACK, most_seconds=1.0)
    with Network(settings, clock) as network:
        yield network
