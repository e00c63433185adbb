"""Look at every feed whose time has come: hosts side by side, one feed after another.

Who is killed at any moment loses and doubles nothing: what a look gave is kept whole or
not at all, and a lease runs out by itself.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from random import Random
from threading import Thread
from urllib.parse import urlsplit

from themewatch.domain.person import Role
from themewatch.errors import ConflictError
from themewatch.ingest.clock import Clock, SystemClock
from themewatch.ingest.dial import Resolve, resolve_by_system
from themewatch.ingest.document import Parser
from themewatch.ingest.fetch import FetchSettings as FetchSettings
from themewatch.ingest.fetch import Network
from themewatch.services.feeds import get_feed_at
from themewatch.services.host_walk import HostWalk
from themewatch.services.house import House
from themewatch.services.looks import Eyes
from themewatch.services.looks import Looked as Looked
from themewatch.services.rights import needs
from themewatch.storage import looks
from themewatch.storage.feeds import make_due
from themewatch.storage.house import INGEST_RAN_AT, keep_fact
from themewatch.storage.looks import DueFeed as DueFeed
from themewatch.storage.looks import Held as Held

Told = Looked | BaseException | None
Waiting = SimpleQueue[list[str] | None]


@needs(Role.ADMIN)
@contextmanager
def ingest(
    house: House,
    settings: FetchSettings,
    clock: Clock | None = None,
    resolve: Resolve = resolve_by_system,
) -> Iterator["Ingest"]:
    """Open the way out for one run."""
    clock = clock or SystemClock()
    with Network(settings, clock, resolve) as network, Parser() as parser:
        eyes = Eyes(network, parser, clock, Random())  # noqa: S311  spread, no secret
        yield Ingest(house, eyes, settings.hosts_at_once)


class Ingest:
    """One run over feeds."""

    def __init__(self, house: House, eyes: Eyes, hosts_at_once: int) -> None:
        self._house = house
        self._eyes = eyes
        self._hosts_at_once = hosts_at_once

    def due(self) -> list[DueFeed]:
        """Return the feeds whose time has come."""
        with self._house.reading() as session:
            return looks.list_due(session, self._eyes.clock.now())

    def held(self) -> Held | None:
        """Return how many more are due that others hold, if any, and until when."""
        with self._house.reading() as session:
            return looks.find_held(session, self._eyes.clock.now())

    def named(self, address: str) -> DueFeed:
        """Make the feed at an address due.

        Raises:
            ConflictError: It is paused.
            NotFoundError: It is not followed.
        """
        with self._house.writing() as session:
            feed = get_feed_at(session, address)
            if feed.paused_at is not None:
                raise ConflictError(f"{feed.name} is paused: resume it first.")
            make_due(session, [feed.id], self._eyes.clock.now())
        return DueFeed(feed.id, feed.address)

    def look_at(
        self, feeds: Collection[DueFeed], *, is_pass: bool = True
    ) -> Iterator[Looked]:
        """Look at feeds, at several hosts at once; yields each as it is kept.

        When a pass over all that is due was last made is kept too.

        A feed that is not due, or that another process looks at, is left out.
        """
        walk, told = HostWalk(self._house, self._eyes), SimpleQueue[Told]()
        hosts = _by_host(feeds)
        waiting = Waiting()
        threads = [
            Thread(target=_work, args=(walk, waiting, told.put), daemon=True)
            for _ in range(min(self._hosts_at_once, len(hosts)))
        ]
        for job in (*hosts, *[None] * len(threads)):
            waiting.put(job)
        for thread in threads:
            thread.start()
        try:
            yield from _told(told, len(threads))
            if is_pass:
                self._keep_time()
        finally:
            walk.stop()
            for thread in threads:
                thread.join()

    def _keep_time(self) -> None:
        with self._house.writing() as session:
            keep_fact(session, INGEST_RAN_AT, self._eyes.clock.now().isoformat())


def _work(walk: HostWalk, waiting: Waiting, tell: Callable[[Told], None]) -> None:
    """Take one host after another until none is left."""
    try:
        while (host := waiting.get()) is not None:
            for looked in walk.past(host):
                tell(looked)
        tell(None)
    except BaseException as error:  # noqa: BLE001  raised again where the run is
        tell(error)


def _by_host(feeds: Collection[DueFeed]) -> list[list[str]]:
    hosts: defaultdict[str | None, list[str]] = defaultdict(list)
    for feed in feeds:
        hosts[urlsplit(feed.address).hostname].append(feed.id)
    return list(hosts.values())


def _told(told: SimpleQueue[Told], threads: int) -> Iterator[Looked]:
    """Yield what the threads tell until all of them are through."""
    while threads:
        match told.get():
            case None:
                threads -= 1
            case BaseException() as error:
                raise error
            case looked:
                yield looked
