"""Opening the inbox with 100 000 stored entries, against opening it with 1 000.

Two houses are served side by side and opened in turns by one Chromium. In the first
pair as much waits in both, as it does for somebody who clears the inbox; in the second
everything waits, as it does for somebody who never did. Beside each, what is asked of
the database alone.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, Page
from sqlalchemy import insert

from benchmarks.browser import chromium
from benchmarks.figure import Figure
from benchmarks.served import Served, themewatch
from themewatch.config import Settings
from themewatch.domain.news import Reason, StoryState
from themewatch.domain.story import StorySearch
from themewatch.domain.theme import SLUGS
from themewatch.services.house import House, Session, open_house
from themewatch.services.inbox import open_inbox
from themewatch.storage import news_tables as tables
from themewatch.storage.reasons import reasons_to_text

FEW, MANY = 1_000, 100_000
WAITING = 400
FEEDS = 50
TURNS, QUERIES = 15, 30
MOST = 1.3
AT_ONCE = 5_000
SENTENCE = "It makes 20-second clips and keeps the same face from shot to shot. "
BEFORE_US = ".st-key-story h2"


def measure() -> Iterator[Figure]:
    for name, waiting in (("400 wait", WAITING), ("all wait", MANY)):
        with TemporaryDirectory() as few, TemporaryDirectory() as many:
            houses = [Path(few), Path(many)]
            for home, count in zip(houses, (FEW, MANY), strict=True):
                fill(home, count, min(waiting, count))
            yield _opened(f"inbox opened, {name}", houses)
            yield _asked(f"inbox asked for, {name}", houses)


def fill(home: Path, count: int, waiting: int) -> None:
    """Put stories of one entry each, the newest of which wait."""
    house = _house(home)
    now = datetime.now(UTC)
    with house.writing() as db:
        db.execute(insert(tables.feeds), [_feed(n, now) for n in range(FEEDS)])
        for first in range(0, count, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, count))
            _put(db, [_News(n, now, is_waiting=n < waiting) for n in numbers])
    house.close()


def _opened(name: str, homes: list[Path]) -> Figure:
    """Time from asking for the page until the first story is there."""
    alone = "--no-ingest"
    with (
        themewatch(homes[0], alone) as few,
        themewatch(homes[1], alone) as many,
        chromium() as tab,
    ):
        pages = [_visit(tab, served) for served in (few, many)]
        turns = [[_open(page) for page in pages] for _turn in range(TURNS + 2)][2:]
    small, large = zip(*turns, strict=True)
    return Figure(name, "ms", large, small, MOST)


def _asked(name: str, homes: list[Path]) -> Figure:
    houses = [_house(home) for home in homes]
    turns = [[_ask(house) for house in houses] for _turn in range(QUERIES + 2)][2:]
    for house in houses:
        house.close()
    small, large = zip(*turns, strict=True)
    return Figure(name, "ms", large, small, MOST)


def _ask(house: House) -> float:
    start = perf_counter()
    with house.reading() as db:
        inbox = open_inbox(db, StorySearch(), now=datetime.now(UTC))
    assert len(inbox.stories) == 30, "less is shown than a page holds"
    return (perf_counter() - start) * 1000


def _visit(browser: Browser, served: Served) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{served.address}inbox")
    page.wait_for_selector(BEFORE_US)
    return page


def _open(page: Page) -> float:
    page.bring_to_front()
    start = perf_counter()
    page.reload()
    page.wait_for_selector(BEFORE_US)
    return (perf_counter() - start) * 1000


def _house(home: Path) -> House:
    return open_house(Settings.from_environment(str(home / "themewatch.sqlite")))


class _News:
    """One story of one entry, as rows of the tables."""

    def __init__(self, number: int, now: datetime, *, is_waiting: bool) -> None:
        self.id = f"{number:06d}"
        self.at = now - timedelta(minutes=number)
        self.number = number
        self.is_telling = not is_waiting or number % 5 > 0
        self.state = StoryState.WAITING if is_waiting else StoryState.STORED
        self.theme = SLUGS[number % len(SLUGS)]

    @property
    def story(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "state": self.state,
            "dated_at": self.at,
            "waits_from": self.at,
            "is_release": self.number % 3 == 0,
            "is_telling": self.is_telling,
            "version": 1,
        }

    @property
    def entry(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "feed": f"feed-{self.number % FEEDS}",
            "key": self.id,
            "alias": self.id,
            "link": f"https://news.example/{self.id}",
            "canonical_link": f"https://news.example/{self.id}",
            "title": f"Kite {self.number} is now available",
            "text": SENTENCE * 12,
            "content_hash": self.id,
            "published_at": self.at,
            "seen_at": self.at,
            "dated_at": self.at,
            "is_rereleased": False,
            "is_volatile": False,
            "story": self.id,
        }

    @property
    def match(self) -> dict[str, Any]:
        words = ("same face",)
        return {
            "entry": self.id,
            "matcher": "benchmark",
            "themes": (self.theme,) if self.is_telling else (),
            "signals": (),
            "is_release": self.number % 3 == 0,
            "models": (f"Kite {self.number}",),
            "vendor": "Acme Pictures",
            "why": reasons_to_text([Reason(self.theme, words)]),
        }


def _put(db: Session, news: list[_News]) -> None:
    db.execute(insert(tables.stories), [one.story for one in news])
    db.execute(insert(tables.entries), [one.entry for one in news])
    db.execute(insert(tables.matches), [one.match for one in news])
    told = [{"story": n.id, "theme": n.theme} for n in news if n.is_telling]
    db.execute(insert(tables.story_themes), told)


def _feed(number: int, now: datetime) -> dict[str, Any]:
    return {
        "id": f"feed-{number}",
        "address": f"https://news.example/feed-{number}",
        "title": f"News {number}",
        "added_at": now,
        "due_at": now + timedelta(days=1),
        "key_level": 0,
        "looks": 0,
        "failures": 0,
        "offers": (),
        "version": 1,
    }
