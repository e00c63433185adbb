"""Months of somebody's in every state, dated from today backwards, to look at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.factories import a_file
from tests.films import a_film
from tests.journaling import a_fixed_test, a_journal, a_run, an_entry
from tests.media import a_png, a_wav
from tests.people import CONTRIBUTOR
from themewatch.config import Settings
from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import (
    Entry,
    EntryKind,
    Improvement,
    ImprovementKind,
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
from themewatch.services.house import Session, open_house
from themewatch.services.journal_closing import Closing, close_journal, draft_report
from themewatch.services.journal_entries import list_own_entries, write_entry
from themewatch.services.journal_figures import month_figures
from themewatch.services.journals import begin_journal

KEEPER = CONTRIBUTOR
DAY = timedelta(days=1)
OPEN, OVER, CLOSED, EARLIER = "j-open", "j-over", "j-closed", "j-earlier"
BEGAN = {EARLIER: 200, CLOSED: 120, OVER: 60, OPEN: 8}
"""How many days ago each month began; the last one is the one of every page."""


def today() -> date:
    return datetime.now(UTC).date()


def some_months(home: Path, words: str) -> None:
    """Keep two closed months, one to be closed and one that goes on.

    Args:
        home: A server's, with evidence in it.
        words: What the person typed, wherever they typed anything.
    """
    house = open_house(Settings.from_environment(str(home / "themewatch.sqlite")))
    with house.writing() as db:
        _keep(db, home, words)
    house.close()


def _keep(db: Session, home: Path, words: str) -> None:
    for name, days in BEGAN.items():
        journal = _begun(db, name, today() - days * DAY, words)
        for entry in _entries(journal, _files(home), words):
            shared = {run.id for run in entry.runs}
            write_entry(db, journal, entry, shared, _evening(today()))
        if name in (CLOSED, EARLIER):
            _close(db, journal, words)
    _answer(db)


def _begun(db: Session, name: str, on: date, words: str) -> Journal:
    tests = tuple(
        a_fixed_test(id=f"{name}-{n}", title=f"{n} {words}", prompt=words, usable=words)
        for n in (1, 2)
    )
    journal = a_journal(
        id=name,
        person=KEEPER,
        started_on=on,
        ends_on=on + 29 * DAY,
        created_at=_evening(on).now,
        why=words,
        questions=words,
        tests=tests,
    )
    begin_journal(db, journal, today=today())
    return journal


def _evening(day: date) -> Moment:
    return Moment(
        datetime.combine(day, datetime.min.time(), UTC) + DAY - 2 * DAY / 24, day
    )


def _files(home: Path) -> tuple[FileRef, ...]:
    """Return a picture, a video, a sound, and what is not there any more."""
    return (
        keep_file(home, "first take.png", a_png()),
        keep_file(home, "first take.webm", a_film(seconds=0.5)),
        keep_file(home, "hum.wav", a_wav()),
        a_file(name="lost.png"),
    )


def _entries(
    journal: Journal, files: tuple[FileRef, ...], words: str
) -> Iterator[Entry]:
    """Yield a *before*, a skipped day, a second run, both improvements, a plan."""
    name, test = journal.id, journal.tests[0].id

    def on(days: int) -> date:
        return journal.started_on + days * DAY

    one = a_run(id=f"{name}-one", test=test, on=on(0), is_before=True, files=files[:2])
    two = a_run(
        id=f"{name}-two",
        test=test,
        on=on(5),
        model=words,
        verdict=Verdict.USUALLY,
        settings=words,
        price_usd=0.5,
        seconds=90,
        files=files[:3],
    )
    better = Improvement(
        kind=ImprovementKind.MODEL,
        before=Side(run=one.id),
        after=Side(run=two.id),
        change=words,
    )
    elsewhere = Side(model=words, on=on(0), result=words, files=files[2:])
    kinds = {
        "before": {"on": on(0), "runs": (one,), "text": ""},
        "skipped": {"on": on(2), "kind": EntryKind.SKIPPED, "text": words},
        "second": {"on": on(5), "runs": (two,), "files": files, "text": words},
        "better": {"on": on(6), "improvement": better},
        "worse": {"on": on(7), "improvement": replace(better, after=elsewhere)},
        "plan": {"on": on(10), "kind": EntryKind.PLANNED, "text": words},
    }
    for kind, fields in kinds.items():
        if "improvement" in fields:
            fields |= {"kind": EntryKind.IMPROVEMENT, "text": ""}
        written = _evening(min(fields["on"], today())).now
        yield an_entry(journal, id=f"{name}-{kind}", written_at=written, **fields)


def _close(db: Session, journal: Journal, words: str) -> None:
    at = _evening(journal.ends_on)
    entries = list_own_entries(db, journal)
    assessment = assess(get_evidence(db), as_of=at.today)
    figures = month_figures(assessment, journal, entries)
    view = ClosingView(
        position=2.2,
        confidence=Confidence.FAIR,
        entry=f"{journal.id}-second",
        reason=words,
    )
    sections = draft_report(journal, entries, figures, view)
    close_journal(db, journal, Closing(view, sections, figures), at)


def _answer(db: Session) -> None:
    """Leave the closing of the month that is over where its report is drafted."""
    fields = {
        "position": 2.5,
        "confidence": Confidence.SURE,
        "convinced": f"{OVER}-second",
        "is_answered": True,
    }
    now = datetime.now(UTC)
    keep_draft(db, Draft(KEEPER, f"closing-{OVER}", fields, now), now=now)
