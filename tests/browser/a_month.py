"""A month of Ann's in a server's home, and the way to its forms."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.browser.window import Window
from tests.homes import settings_of
from tests.journaling import a_fixed_test
from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import Entry, EntryKind, Run
from themewatch.domain.record import FileRef
from themewatch.services.files import keep_file
from themewatch.services.house import House, open_house
from themewatch.services.journal_entries import list_own_entries, write_entry
from themewatch.services.journals import begin_journal, new_journal

PERSON = "Ann"


def house_at(home: Path) -> House:
    return open_house(settings_of(home))


def today() -> date:
    return datetime.now(UTC).date()


def begin_month(home: Path) -> Journal:
    """Begin a month yesterday, past the app."""
    now = datetime.now(UTC)
    journal = new_journal(
        person=PERSON,
        theme="longer-video",
        started_on=today() - timedelta(days=1),
        now=now,
        tests=(a_fixed_test(),),
    )
    house = house_at(home)
    with house.writing() as db:
        begin_journal(db, journal, today=today())
    house.close()
    return journal


def write_runs(home: Path, journal: Journal, runs: Iterable[Run]) -> None:
    """Write an entry of today with some runs."""
    now = datetime.now(UTC)
    entry = Entry(
        id="entry",
        journal=journal.id,
        kind=EntryKind.CHECK_IN,
        on=today(),
        written_at=now,
        runs=tuple(runs),
    )
    house = house_at(home)
    with house.writing() as db:
        write_entry(db, journal, entry, (), Moment(now, today()))
    house.close()


def keep(home: Path, name: str, content: bytes) -> FileRef:
    return keep_file(home, name, content)


def entries(home: Path, journal: Journal) -> list[Entry]:
    house = house_at(home)
    with house.reading() as db:
        found = list(list_own_entries(db, journal))
    house.close()
    return found


def known(window: Window) -> Window:
    """Let the window's browser remember whose it is."""
    window.page.context.add_cookies(
        [{"name": "themewatch_name", "value": PERSON, "url": window.address}]
    )
    return window


def open_day(window: Window, journal: Journal, kind: str = "") -> Window:
    query = f"view=month&journal={journal.id}&day={today()}"
    return known(window).open(f"/journal?{query}{f'&kind={kind}' if kind else ''}")
