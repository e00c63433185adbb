"""One turn of the ingest benchmark: six passes over 200 feeds; writes CPU seconds."""

import json
import resource
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from tempfile import TemporaryDirectory

from benchmarks.ingest import BENCH, PASSES
from themewatch.config import Settings
from themewatch.services.feeds import add_feed, refresh
from themewatch.services.house import House, open_house
from themewatch.services.ingest import DueFeed, FetchSettings, Looked, ingest

FEEDS = 200
ENTRIES = 30
LOOPBACK = FetchSettings(spacing=0, allowed_hosts=frozenset({"127.0.0.1"}))
CHANGES = ("build=0&new=0", "", "build=1", "", "build=2&new=1", "")
NEW = (FEEDS * ENTRIES, 0, 0, 0, FEEDS, 0)
"""How many entries each pass must find, for its time to count."""
NAMES = (*PASSES, "5_one_new_item_each", "6_unchanged_again")


def main() -> None:
    port = int(sys.argv[1])
    with TemporaryDirectory() as folder, _served(port) as address:
        settings = Settings.from_environment(
            f"{folder}/news.sqlite", {"THEMEWATCH_HOME": folder}
        )
        house = open_house(settings, reference=False)
        feeds = _add(house, address)
        seconds = {
            name: _pass(house, feeds, address, change, new)
            for name, change, new in zip(NAMES, CHANGES, NEW, strict=True)
        }
        house.close()
    print(json.dumps(seconds))


@contextmanager
def _served(port: int) -> Iterator[str]:
    command = [sys.executable, str(BENCH / "feed_server.py"), str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        server.stdout.readline()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _add(house: House, address: str) -> list[DueFeed]:
    now = datetime.now(UTC)
    with house.writing() as session:
        feeds = [
            add_feed(session, f"{address}/f/{n}", by="", now=now) for n in range(FEEDS)
        ]
    return [DueFeed(feed.id, feed.address) for feed in feeds]


def _pass(
    house: House, feeds: list[DueFeed], address: str, change: str, new: int
) -> float:
    if change:
        urllib.request.urlopen(f"{address}/ctl?{change}").close()  # noqa: S310  loopback
    with house.writing() as session:
        refresh(session, [feed.id for feed in feeds], now=datetime.now(UTC))
    begun = _cpu()
    with ingest(house, LOOPBACK) as run:
        looked: list[Looked] = list(run.look_at(feeds))
    seconds = _cpu() - begun
    assert len(looked) == len(feeds)
    assert all(one.fetch.problem is None for one in looked)
    assert sum(one.fetch.new for one in looked) == new
    return seconds


def _cpu() -> float:
    """Return the CPU seconds of this process and of those that it has waited for."""
    used = (resource.getrusage(resource.RUSAGE_SELF), _children())
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _children() -> resource.struct_rusage:
    return resource.getrusage(resource.RUSAGE_CHILDREN)


if __name__ == "__main__":
    main()
