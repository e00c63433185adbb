"""Months of real feeds, day by day: nothing is announced twice and nothing is lost.

The judge reads the files with feedparser alone and knows nothing of our identities.
Two entries are one to it if they agree in the id; or in link and headline; or, where
one has no id, in the link. An entry is announced anew if it agrees with what an earlier
file held, and lost if it agrees with none of ours.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import pytest
from sqlalchemy import select

from tests.clock import VirtualClock
from tests.feed_server import serve_feeds
from tests.ingesting import Following
from themewatch.services.house import House
from themewatch.storage.news_tables import entries

HISTORY = Path(__file__).parents[3] / "shared" / "data" / "feeds" / "history"
pytestmark = pytest.mark.skipif(
    not HISTORY.is_dir(), reason="the history of feeds is not beside the project"
)


def histories() -> list[Path]:
    return sorted(path for path in HISTORY.glob("*/*") if path.is_dir())


def days_of(history: Path) -> Iterator[tuple[datetime, bytes]]:
    for file in sorted(history.iterdir()):
        day = datetime.fromisoformat(file.name[:10]).replace(tzinfo=UTC)
        yield day + timedelta(hours=12), file.read_bytes()


def judged(body: bytes) -> list[tuple[str, str, str]]:
    """Return id, link and headline of each entry, as the judge reads them."""
    document = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    return [
        (e.get("id", ""), page(e.get("link")), " ".join(e.get("title", "").split()))
        for e in document.entries
    ]


def page(link: str | None) -> str:
    """Return a link without the slash that some days of a feed end it with."""
    return (link or "").rstrip("/")


def agree(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Say whether the judge holds two entries for one."""
    (id_1, link_1, title_1), (id_2, link_2, title_2) = one, other
    if id_1 and id_1 == id_2:
        return True
    return (link_1, title_1) == (link_2, title_2) or (
        not (id_1 and id_2) and link_1 == link_2 != ""
    )


def one_of_each(told: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return entries of which no two agree, not even by way of a third."""
    groups: list[list[tuple[str, str, str]]] = []
    for entry in told:
        same = [group for group in groups if any(agree(entry, one) for one in group)]
        apart = [group for group in groups if group not in same]
        groups = [*apart, [entry, *(one for group in same for one in group)]]
    return [group[0] for group in groups]


@pytest.mark.parametrize("history", histories(), ids=lambda path: path.name)
def test_no_entry_of_a_real_feed_resurfaces_or_is_lost(history, one_engine, home):
    clock = VirtualClock(next(days_of(history))[0])
    house = House(one_engine, home, is_new=True, has_reference=False)
    following = Following(house, clock)
    told: list[tuple[str, str, str]] = []
    resurfaced = []
    with serve_feeds(now=clock.now) as server:
        following.follow(server.url("/feed"))
        for day, body in days_of(history):
            clock.pass_time(seconds=(day - clock.now()).total_seconds())
            server.answer("/feed", body)
            before = kept(following)
            (looked,) = following.look_now()
            assert looked.fetch.problem is None
            announced = [e for of, e in kept(following).items() if of not in before]
            resurfaced += [e for e in announced if any(agree(e, old) for old in told)]
            told += [e for e in judged(body) if e not in told]
    ours = list(kept(following).values())
    lost = [e for e in told if not any(agree(e, one) for one in ours)]
    assert (resurfaced, lost) == ([], [])
    assert len(ours) == len(one_of_each(told))


def kept(following: Following) -> dict[str, tuple[str, str, str]]:
    """Return what is kept of each entry, by its id with us."""
    e = entries.c
    with following.house.reading() as session:
        return {
            row.id: (row.raw_id or "", page(row.link), " ".join(row.title.split()))
            for row in session.execute(select(e.id, e.raw_id, e.link, e.title))
        }
