"""A worker that ingests and matches all the time, and is killed again and again.

Run as `python -m tests.killed_worker DATABASE_URL KILLS LONGEST_LIFE SEED`. Each life
is a fork, so that a new one starts at once. An hour of its clock passes in six seconds,
so that the leases of the dead run out.
"""

import os
import signal
import sys
import time
import traceback
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from tests.ingesting import LOOPBACK
from themewatch.errors import ThemewatchError
from themewatch.ingest.fetch import FetchSettings
from themewatch.services.feeds import list_feeds, refresh
from themewatch.services.house import House
from themewatch.services.ingest import ingest
from themewatch.services.matcher import matcher
from themewatch.services.matching import match_awaiting
from themewatch.storage.engine import open_engine

SPEED = 600
SHORTEST_LIFE = 0.01  # seconds
QUICK = FetchSettings(allowed_hosts=LOOPBACK.allowed_hosts | {"localhost"}, spacing=0)
_BEGAN = datetime(2026, 10, 1, tzinfo=UTC)
_ZERO = time.time() // 86400 * 86400  # the same for all workers of a day


class QuickClock:
    """Runs SPEED times faster than the clock on the wall, the same everywhere."""

    def now(self) -> datetime:
        return _BEGAN + timedelta(seconds=(time.time() - _ZERO) * SPEED)

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds / SPEED)


def go_round(house: House, clock: QuickClock) -> None:
    """Look at every feed once, and match what awaits it."""
    with house.writing() as session:
        feeds = [one.feed.id for one in list_feeds(session, now=clock.now())]
        refresh(session, feeds, now=clock.now())
    with ingest(house, QUICK, clock) as run:
        list(run.look_at(run.due()))
    list(match_awaiting(house, matcher(), now=clock.now()))


def house_at(url: str) -> House:
    return House(open_engine(url), Path(), is_new=False, has_reference=False)


def live(url: str) -> None:
    """Go round until killed; only what another worker may cause is survived."""
    house, clock = house_at(url), QuickClock()
    while True:
        try:
            go_round(house, clock)
        except ThemewatchError:
            time.sleep(0.01)


def main(url: str, kills: int, longest: float, seed: int) -> None:
    matcher()
    chance = Random(seed)  # noqa: S311  no secret
    for _ in range(kills):
        life = os.fork()
        if life == 0:
            try:
                live(url)
            except BaseException:  # noqa: BLE001  a fork must not go on as its parent
                traceback.print_exc()
                os._exit(3)
        time.sleep(chance.uniform(SHORTEST_LIFE, longest))
        os.kill(life, signal.SIGKILL)
        _, status = os.waitpid(life, 0)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            sys.exit("a worker ended before it was killed")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
