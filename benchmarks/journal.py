"""Opening a month of 200 entries with 100 images, against opening an empty one.

Two houses are served side by side and their months opened in turns by one Chromium,
each by its own person, on the last day that has come: its entries and their images are
on the page. Beside it, what is asked of the database alone.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import quote

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, Page

from benchmarks.browser import chromium, open_page
from benchmarks.figure import Figure
from benchmarks.served import Served, themewatch
from themewatch.config import Settings
from themewatch.domain.journal import FixedTest, Journal, Moment
from themewatch.domain.journal_entry import Entry, EntryKind, Run
from themewatch.domain.record import FileRef
from themewatch.services.files import keep_file
from themewatch.services.house import House, Session, open_house
from themewatch.services.journal_entries import list_own_entries, write_entry
from themewatch.services.journal_standing import strip_of
from themewatch.services.journals import begin_journal, new_id, new_journal

ENTRIES, IMAGES = 200, 100
DAYS = 28  # as long as the shortest month, so that today is always in it
PERSON = "Ann Contributor"
TURNS, QUERIES = 15, 30
MOST = 2.0
LAST_PART = ".st-key-journal_settings"
IMAGE = '[data-testid="stMain"] img'
ALL_IMAGES = "() => [...document.images].every(i => i.complete && i.naturalWidth)"
SENTENCE = "The coat stays red until she turns; then the face is another's. "
MARKET = FixedTest(
    id="market",
    title="A walk through a market",
    prompt="A woman in a red coat walks through a market for ten seconds.",
    usable="The coat stays red and the face the same.",
    signal="identity-over-time",
)


def measure() -> Iterator[Figure]:
    with TemporaryDirectory() as full, TemporaryDirectory() as empty:
        homes = [Path(full), Path(empty)]
        journals = [fill(homes[0], ENTRIES, IMAGES), fill(homes[1], 0, 0)]
        yield _opened(homes, journals)
        yield _asked(homes, journals)


def fill(home: Path, entries: int, images: int) -> Journal:
    """Keep a month with entries on all its days, every second one with an image."""
    house, now = _house(home), datetime.now(UTC)
    journal = new_journal(
        person=PERSON,
        theme="longer-video",
        started_on=now.date() - timedelta(days=DAYS - 1),
        now=now,
        tests=(MARKET,),
    )
    rng = np.random.default_rng(200)
    with house.writing() as db:
        begin_journal(db, journal, today=now.date())
        for number in range(entries):
            has_image = number * images // entries < (number + 1) * images // entries
            files = (_image(home, rng, number),) if has_image else ()
            _write(db, journal, number, files, now)
    house.close()
    return journal


def _write(
    db: Session,
    journal: Journal,
    number: int,
    files: tuple[FileRef, ...],
    now: datetime,
) -> None:
    on = journal.started_on + timedelta(days=number % DAYS)
    run = Run(
        id=new_id(),
        model=f"Kite {number % 3}",
        on=on,
        test=MARKET.id,
        tries=5,
        usable=number % 6,
        is_before=number == 0,
    )
    entry = Entry(
        id=new_id(),
        journal=journal.id,
        kind=EntryKind.CHECK_IN,
        on=on,
        written_at=now,
        text=SENTENCE * 5,
        files=files,
        runs=(run,) if number % 2 == 0 else (),
    )
    write_entry(db, journal, entry, (), Moment(now, now.date()))


def _image(home: Path, rng: np.random.Generator, number: int) -> FileRef:
    """Keep a picture of 1280 × 720 as a model might give it: some hundred kilobytes."""
    small = rng.integers(0, 255, (90, 160, 3), dtype=np.uint8)
    picture = BytesIO()
    Image.fromarray(small).resize((1280, 720)).save(picture, "JPEG", quality=90)
    return keep_file(home, f"take {number}.jpg", picture.getvalue())


def _opened(homes: list[Path], journals: list[Journal]) -> Figure:
    """Time from asking for the month until its last part and every image is there."""
    alone = "--no-ingest"
    with (
        themewatch(homes[0], alone) as full,
        themewatch(homes[1], alone) as empty,
        chromium() as tab,
    ):
        pairs = zip((full, empty), journals, strict=True)
        pages = [_visit(tab, served, journal) for served, journal in pairs]
        assert pages[0].locator(IMAGE).count() > 1, "no image of the day is shown"
        turns = [[_open(page) for page in pages] for _ in range(TURNS + 2)][2:]
    ours, peer = zip(*turns, strict=True)
    return Figure("month opened, 200 entries", "ms", ours, peer, MOST)


def _visit(browser: Browser, served: Served, journal: Journal) -> Page:
    """Open a journal in a browser that remembers its person's name."""
    context = browser.new_context()
    name = {"name": "themewatch_name", "value": quote(PERSON), "url": served.address}
    context.add_cookies([name])
    address = f"{served.address}journal?view=month&journal={journal.id}"
    page = open_page(context, address)
    page.wait_for_selector(LAST_PART)
    return page


def _open(page: Page) -> float:
    page.bring_to_front()
    start = perf_counter()
    page.reload()
    page.wait_for_selector(LAST_PART)
    page.wait_for_function(ALL_IMAGES)
    return (perf_counter() - start) * 1000


def _asked(homes: list[Path], journals: list[Journal]) -> Figure:
    houses = [_house(home) for home in homes]
    pairs = list(zip(houses, journals, strict=True))
    turns = [[_ask(*pair) for pair in pairs] for _ in range(QUERIES + 2)][2:]
    for house in houses:
        house.close()
    ours, peer = zip(*turns, strict=True)
    return Figure("strip and entries asked for", "ms", ours, peer, 25, "ms")


def _ask(house: House, journal: Journal) -> float:
    start = perf_counter()
    with house.reading() as db:
        strip_of(db, PERSON, journal.started_on + timedelta(days=DAYS - 1))
        list_own_entries(db, journal)
    return (perf_counter() - start) * 1000


def _house(home: Path) -> House:
    return open_house(Settings.from_environment(str(home / "themewatch.sqlite")))
