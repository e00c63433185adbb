"""Months of somebody's in every state, dated from a day backwards, to look at."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from tests.factories import a_file
from tests.films import a_film
from tests.journaling import a_fixed_test, a_journal, a_run, an_entry
from tests.media import a_png, a_wav
from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import (
    Entry,
    EntryKind,
    Improvement,
    ImprovementKind,
    Run,
    Side,
)
from themewatch.domain.journal_report import ClosingView
from themewatch.domain.note import Verdict
from themewatch.domain.record import FileRef
from themewatch.domain.view import Confidence
from themewatch.services.assessment import assess
from themewatch.services.drafts import Draft, keep_draft
from themewatch.services.evidence import get_evidence
from themewatch.services.files import keep_file
from themewatch.services.house import House, Session
from themewatch.services.journal_closing import Closing, close_journal, draft_report
from themewatch.services.journal_entries import list_own_entries, write_entry
from themewatch.services.journal_figures import month_figures
from themewatch.services.journals import begin_journal

DAY = timedelta(days=1)
EARLIER, CLOSED, OVER, OPEN = "901", "902", "903", "904"
BEGAN = {EARLIER: 200, CLOSED: 120, OVER: 60, OPEN: 8}
"""How many days ago each month began; the last one is the one of every page."""
SECOND = 3
"""Which entry of a month holds the second run."""


@dataclass(frozen=True)
class Keeper:
    """Whose months they are, what this person types everywhere, and on which day."""

    name: str
    words: str
    today: date


def some_months(house: House, keeper: Keeper) -> None:
    """Keep two closed months, one to be closed and one that goes on."""
    with house.writing() as db:
        for name, days in BEGAN.items():
            journal = _begun(db, keeper, name, keeper.today - days * DAY)
            for entry in _entries(journal, keeper, _files(house.home, keeper.words)):
                shared = {run.id for run in entry.runs}
                write_entry(db, journal, entry, shared, _evening(keeper.today))
            if name in (CLOSED, EARLIER):
                _close(db, journal, keeper.words)
        _answer(db, keeper)


def _begun(db: Session, keeper: Keeper, name: str, on: date) -> Journal:
    words = keeper.words
    tests = tuple(
        a_fixed_test(
            id=f"{name}-{n}",
            title=f"{n} {words}",
            **dict.fromkeys(("prompt", "usable", "settings"), words),
        )
        for n in (1, 2)
    )
    journal = a_journal(
        id=name,
        person=keeper.name,
        started_on=on,
        ends_on=on + 29 * DAY,
        created_at=_evening(on).now,
        why=words,
        questions=words,
        tests=tests,
    )
    begin_journal(db, journal, today=keeper.today)
    return journal


def _evening(day: date) -> Moment:
    return Moment(datetime.combine(day, time(22), UTC), day)


def _files(home: Path, words: str) -> tuple[FileRef, ...]:
    """Return a picture, a video, a sound, and what is not there any more."""
    return (
        keep_file(home, words, a_png()),
        keep_file(home, words, a_film(seconds=0.5)),
        keep_file(home, words, a_wav()),
        a_file(name=words),
    )


def _entries(
    journal: Journal, keeper: Keeper, files: tuple[FileRef, ...]
) -> Iterator[Entry]:
    """Yield a *before*, a skipped day, a second run, both improvements, a plan."""
    words, (one, two) = keeper.words, _runs(journal, keeper.words, files)
    better = Improvement(
        kind=ImprovementKind.MODEL,
        before=Side(run=one.id),
        after=Side(run=two.id),
        change=words,
    )
    elsewhere = Side(model=words, on=one.on, result=words, files=files[2:])
    worse = replace(better, after=elsewhere)
    is_better = {"kind": EntryKind.IMPROVEMENT, "text": ""}
    days = {
        0: {"runs": (one,), "text": ""},
        2: {"kind": EntryKind.SKIPPED},
        5: {"runs": (two,), "files": files},
        6: {"improvement": better, **is_better},
        7: {"improvement": worse, **is_better},
        10: {"kind": EntryKind.PLANNED},
    }
    for number, (day, fields) in enumerate(days.items(), start=1):
        on = journal.started_on + day * DAY
        written_at = _evening(min(on, keeper.today)).now
        given = {"id": f"{journal.id}-{number}", "on": on, "text": words}
        yield an_entry(journal, written_at=written_at, **given | fields)


def _runs(journal: Journal, words: str, files: tuple[FileRef, ...]) -> tuple[Run, Run]:
    """Return the *before* and a later run, of which everything is known."""
    name, test = journal.id, journal.tests[0].id
    one = a_run(
        id=f"{name}-one",
        test=test,
        on=journal.started_on,
        model=words,
        is_before=True,
        files=files[:2],
    )
    two = replace(
        one,
        id=f"{name}-two",
        on=journal.started_on + 5 * DAY,
        is_before=False,
        verdict=Verdict.USUALLY,
        settings=words,
        price_usd=0.5,
        seconds=90,
        files=files[:3],
    )
    return one, two


def _close(db: Session, journal: Journal, words: str) -> None:
    at = _evening(journal.ends_on)
    entries = list_own_entries(db, journal)
    assessment = assess(get_evidence(db), as_of=at.today)
    figures = month_figures(assessment, journal, entries)
    view = ClosingView(
        position=2.2,
        confidence=Confidence.FAIR,
        entry=f"{journal.id}-{SECOND}",
        reason=words,
    )
    sections = draft_report(journal, entries, figures, view)
    close_journal(db, journal, Closing(view, sections, figures), at)


def _answer(db: Session, keeper: Keeper) -> None:
    """Leave the closing of the month that is over where its report is drafted."""
    fields = {
        "position": 2.5,
        "confidence": Confidence.SURE,
        "convinced": f"{OVER}-{SECOND}",
        "is_answered": True,
    }
    now = _evening(keeper.today).now
    keep_draft(db, Draft(keeper.name, f"closing-{OVER}", fields, now), now=now)
