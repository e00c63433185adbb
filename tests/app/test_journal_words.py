"""The end of a month in another language: no word of ours stays behind."""

import re
from collections.abc import Iterator

import pytest

from tests.app.conftest import Browser, Clock
from tests.app.journal_in_app import named
from tests.app.test_words import Veiled, not_ours
from tests.app.visitor import Visitor
from tests.journaling import (
    END,
    SIGNAL,
    START,
    a_fixed_test,
    a_journal,
    a_run,
    an_entry,
    an_improvement,
)
from tests.whole_month import LAST, Month, close_the_month
from themewatch import words
from themewatch.domain.journal_entry import EntryKind, Side
from themewatch.domain.journal_report import ClosingView
from themewatch.domain.view import Confidence
from themewatch.services.house import House
from themewatch.services.journal_entries import list_own_entries, write_entry
from themewatch.services.journals import begin_journal

PERSON = "19"
ADDRESSES = re.compile(
    r"\]\([^)]*\)|themewatch-longer-video-[\d-]+\.png|US\$|\bs\b|"
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|themewatch\[pdf\]|&nbsp;"
)
"""What is no word: where links lead, names of files, units."""
VIEWS = ("chart", "close", "report", "out", "compare")


@pytest.fixture
def is_bare() -> bool:
    return True


@pytest.fixture
def month(house: House, browser: Browser, clock: Clock) -> Month:
    """Return a month in which nothing that was typed has a letter."""
    named(browser, PERSON)
    clock.moment = LAST.now
    test = a_fixed_test(title="31", prompt="32", usable="33", settings="34")
    journal = a_journal(person=PERSON, why="35", questions="36?", tests=(test,))
    runs = (
        a_run(id="r1", on=START, model="41", is_before=True, settings="42"),
        a_run(id="r2", on=END, model="43", usable=5, tries=5, price_usd=1, seconds=2),
        a_run(id="r3", on=END, model="44", usable=1, test=None),
    )
    sides = {"before": Side(run="r1"), "after": Side(run="r2")}
    better = an_improvement(**sides, signal=SIGNAL, change="51")
    entries = [
        an_entry(journal, id="61", on=START, text="62", runs=runs[:1]),
        an_entry(journal, id="63", on=END, text="64", runs=runs[1:]),
        an_entry(
            journal,
            id="65",
            on=END,
            text="",
            kind=EntryKind.IMPROVEMENT,
            improvement=better,
        ),
        an_entry(journal, id="66", on=START, kind=EntryKind.SKIPPED, text="67"),
    ]
    with house.writing() as db:
        begin_journal(db, journal, today=START)
        for entry in entries:
            write_entry(db, journal, entry, ("r1", "r2"), LAST)
        return Month(journal, tuple(list_own_entries(db, journal)))


@pytest.fixture
def _veiled(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(words, "translations", lambda _locale: Veiled())
    here = words._translations.set(Veiled())
    yield
    words._translations.reset(here)


def opened(visitor: Visitor, month: Month, view: str) -> Visitor:
    return visitor.open("journal", view=view, journal=month.journal.id)


def close(house: House, month: Month) -> None:
    view = ClosingView(position=2.2, confidence=Confidence.SURE, entry="63")
    close_the_month(house, month, view=view)


def left_behind(visitor: Visitor) -> list[str]:
    shown = ADDRESSES.sub("", visitor.text)
    return [line for line in shown.split("\n") if re.search("[A-Za-z]", line)]


@pytest.mark.usefixtures("_veiled")
@pytest.mark.parametrize("view", VIEWS)
def test_no_word_stays_behind_while_it_is_open(
    visitor: Visitor, month: Month, view: str
) -> None:
    assert left_behind(opened(visitor, month, view)) == []


@pytest.mark.usefixtures("_veiled")
def test_no_word_stays_behind_in_the_draft(visitor: Visitor, month: Month) -> None:
    opened(visitor, month, "close")
    [go_on] = [b for b in visitor.app.button if str(b.key).endswith("-answer")]
    go_on.click()
    assert left_behind(visitor.run()) == []


@pytest.mark.usefixtures("_veiled")
@pytest.mark.parametrize("view", VIEWS)
def test_no_word_stays_behind_once_it_is_closed(
    visitor: Visitor, house: House, month: Month, view: str
) -> None:
    close(house, month)
    assert left_behind(opened(visitor, month, view)) == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_word_of_the_methods_mathematics_is_said(
    visitor: Visitor, house: House, month: Month, view: str
) -> None:
    assert not_ours(opened(visitor, month, view).text) == []
    close(house, month)
    assert not_ours(opened(visitor, month, view).text) == []
