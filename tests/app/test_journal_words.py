"""Every word of a journal's forms and entries can be translated, none is banned."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.app.conftest import Browser, Keep
from tests.app.everything import everything
from tests.app.journal_in_app import THEME, TODAY, named
from tests.app.journal_writing_in_app import a_run, wrote
from tests.app.test_words import SAME_EVERYWHERE, Veiled, not_ours
from tests.app.visitor import Visitor
from tests.factories import NOW, a_file
from tests.films import a_film
from tests.media import a_png, a_wav
from themewatch import words
from themewatch.domain.journal import DAY, FixedTest, Journal
from themewatch.domain.journal_entry import (
    EntryKind,
    Improvement,
    ImprovementKind,
    Side,
)
from themewatch.domain.note import Verdict
from themewatch.services.files import keep_file
from themewatch.services.house import House
from themewatch.services.journals import begin_journal, new_journal

PERSON = "11"
LETTERS = re.compile("[A-Za-z]")


@pytest.fixture(params=[THEME, "lower-cost"])
def month(
    request: pytest.FixtureRequest, house: House, keep: Keep, browser: Browser
) -> Journal:
    """Return a month in which everything stands, all of it typed without letters."""
    keep(*everything())
    named(browser, PERSON)
    test = FixedTest(id="7", title="71", prompt="72", usable="73", settings="74")
    journal = new_journal(
        id="700",
        person=PERSON,
        theme=request.param,
        started_on=TODAY - 8 * DAY,
        now=NOW,
        tests=(test,),
    )
    with house.writing() as db:
        begin_journal(db, journal, today=TODAY)
    files = [
        (
            keep_file(house.home, f"{number}1", a_png(10 * number)),
            keep_file(house.home, f"{number}2", a_wav(number / 10)),
            keep_file(house.home, f"{number}3", a_film(number / 10)),
        )
        for number in (1, 2)
    ]
    detail = {"price_usd": 0.5, "seconds": 9.0, "settings": "75", "test": "7"}
    before = a_run(
        id="1",
        model="41",
        on=TODAY - 60 * DAY,
        is_before=True,
        verdict=Verdict.SOMETIMES,
        files=files[0],
        **detail,
    )
    wrote(house, journal, id="701", on=TODAY - DAY, text="76", runs=(before,))
    after = a_run(id="2", model="42", verdict=Verdict.USUALLY, files=files[1], **detail)
    bare = a_run(id="3", model="43", test=None, tries=2, usable=None)
    wrote(
        house,
        journal,
        id="702",
        text="77",
        runs=(after, bare),
        files=(a_file(name="78"),),
        shared=["2"],
    )
    for number, kind in enumerate(ImprovementKind):
        sides = {"before": Side(run="1"), "after": Side(run="2")}
        if number % 2:
            sides["after"] = Side(model="44", on=TODAY, result="79", files=files[0])
        made = Improvement(
            kind=kind,
            signal="price-drop" if journal.theme == "lower-cost" else None,
            change="80",
            **sides,
        )
        improved = {"kind": EntryKind.IMPROVEMENT, "text": "", "improvement": made}
        wrote(house, journal, id=f"71{number}", **improved)
    return journal


class Reader(Visitor):
    """A visitor who finds buttons by their keys: names are in another language."""

    def press_key(self, part: str) -> "Reader":
        buttons = [b for b in self.app.button if (b.key or "").endswith(part)]
        buttons[0].click()
        self.run()
        return self


def opened(**query: Any) -> Reader:
    place = {"view": "month", "journal": "700", "day": TODAY.isoformat()}
    reader = Reader()
    reader.open("journal", **place | query)
    return reader


def read_everything() -> Iterator[str]:
    """Yield what is read at every turn of writing, changing, comparing, undoing."""
    yield opened().unfold("beside-702").text
    form = opened(kind="check-in")
    form.press_key("add_run").press_key("add_run")
    yield form.text
    form.press_key("-remove").press_key("-save")
    yield form.text
    yield opened(kind="check-in").text
    yield opened(kind="check-in", day=(TODAY - DAY).isoformat()).text
    yield opened(kind="before").text
    improving = opened(kind="improvement").press_key("-save")
    yield improving.text
    changing = opened(entry="702")
    changing.press_key("-save")
    yield changing.text
    changing.press_key("undo_entry")
    yield changing.text
    removing = opened().press_key("remove-702")
    yield removing.text
    removing.press_key("undo_entry")
    yield removing.text


@pytest.mark.usefixtures("visitor", "month")
class TestOfAJournal:
    @pytest.fixture
    def is_bare(self) -> bool:
        return True

    def test_no_banned_word_is_read(self) -> None:
        assert [w for text in read_everything() for w in not_ours(text)] == []

    def test_no_word_stays_behind(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(words, "translations", lambda _locale: Veiled())
        here = words._translations.set(Veiled())
        shown = [SAME_EVERYWHERE.sub("", text) for text in read_everything()]
        words._translations.reset(here)
        lines = [line for text in shown for line in text.split("\n")]
        assert [line for line in lines if LETTERS.search(line)] == []
