"""What people type into a journal is never more than its few marks, anywhere."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.app.conftest import Browser
from tests.app.journal_in_app import TODAY, a_month, named
from tests.app.journal_writing_in_app import COUNT, a_run, fill_run, nth, wrote
from tests.app.test_outside_text import HOSTILE, NAME, TRICKS, _unescaped_tricks
from tests.app.visitor import Visitor
from tests.media import a_page, a_png
from themewatch.domain.journal import DAY, FixedTest, Journal
from themewatch.domain.journal_entry import (
    EntryKind,
    Improvement,
    ImprovementKind,
    Side,
)
from themewatch.services.files import keep_file
from themewatch.services.house import House
from themewatch.ui.simple_text import simple


@pytest.fixture
def month(house: House, browser: Browser) -> Journal:
    """Return a month that tries to be markup in everything its person may type."""
    named(browser, NAME)
    test = FixedTest(
        id="t", title=HOSTILE, prompt=HOSTILE, usable=HOSTILE, settings=HOSTILE
    )
    journal = a_month(
        house, person=NAME, started_on=TODAY - 8 * DAY, why=HOSTILE, tests=(test,)
    )
    files = (
        keep_file(house.home, f"{HOSTILE}.png", a_png()),
        keep_file(house.home, f"{HOSTILE}.png", a_png(20, 20)[:60]),
    )
    runs = [
        a_run(id=f"r{number}", model=HOSTILE, settings=HOSTILE, test=test_id)
        for number, test_id in enumerate(("t", "t", None))
    ]
    wrote(house, journal, text=HOSTILE, files=files, runs=tuple(runs), shared=["r0"])
    made = Improvement(
        kind=ImprovementKind.TECHNIQUE,
        before=Side(run="r0"),
        after=Side(model=HOSTILE, result=HOSTILE, files=files),
        change=HOSTILE,
    )
    improved = {"kind": EntryKind.IMPROVEMENT, "text": "", "improvement": made}
    wrote(house, journal, id="e2", **improved)
    return journal


def opened(journal: Journal, **query: Any) -> Visitor:
    place = {"view": "month", "journal": journal.id, "day": TODAY.isoformat()}
    return Visitor().open("journal", **place | query)


def everywhere(journal: Journal) -> Iterator[Visitor]:
    """Yield a visitor at every turn of reading and writing."""
    yield opened(journal).unfold("beside-e1")
    yield opened(journal, entry="e1")
    yield opened(journal, entry="e2")
    yield opened(journal, kind="improvement")
    form = opened(journal, kind="check-in").press("Add a run")
    fill_run(form, Model_or_tool=HOSTILE, of_these_usable=9, **{COUNT: True})
    upload = nth(form, "Images, video or audio, up to four", 1)
    upload.set_value((f"{HOSTILE}.png", a_page(), "image/png"))
    yield form.put("What I saw", HOSTILE).run()
    yield form.press("Save")
    yield fill_run(form, Tries=9).press("Save")
    yield form.press("Undo")


@pytest.mark.usefixtures("visitor")
def test_it_stands_as_it_was_typed(month: Journal) -> None:
    tricks = [trick for at in everywhere(month) for trick in _unescaped_tricks(at)]
    assert tricks == []


@pytest.mark.usefixtures("visitor")
def test_it_is_read_as_it_was_typed(month: Journal) -> None:
    assert opened(month).text.count(HOSTILE) > 5


@pytest.mark.parametrize("trick", TRICKS)
def test_simple_text_gives_no_trick_back(trick: str) -> None:
    for typed in (trick, f"**{trick}**", f"- {trick}", f"a {trick}"):
        before, *_rest = simple(typed).split(trick)
        assert before.endswith("\\") or trick not in simple(typed)
