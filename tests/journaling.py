"""A month to write into: valid by default, one keyword to vary."""

from datetime import UTC, date, datetime
from typing import Any

from tests.factories import NOW, a_file
from tests.people import CONTRIBUTOR
from themewatch.domain.claim import Outcome
from themewatch.domain.journal import FixedTest, Journal, Moment
from themewatch.domain.journal_entry import (
    Entry,
    EntryKind,
    Improvement,
    ImprovementKind,
    Run,
    Side,
)
from themewatch.domain.journal_report import (
    ClosingView,
    Figures,
    Mark,
    MarkOf,
    Point,
    Report,
    Section,
    SectionName,
    TestedClaim,
)
from themewatch.domain.note import Verdict
from themewatch.domain.view import Confidence
from themewatch.storage.ids import new_id

START, TODAY, END = date(2026, 9, 20), NOW.date(), date(2026, 10, 19)
"""The month of `a_journal`, and a day in its second week."""
AT = Moment(NOW, TODAY)
THEME, SIGNAL = "longer-video", "identity-over-time"


def a_fixed_test(**changes: Any) -> FixedTest:
    fields = {
        "id": "market",
        "title": "A walk through a market",
        "prompt": "A woman in a red coat walks through a market for ten seconds.",
        "usable": "The coat stays red and the face the same.",
        "settings": "10 s, 1080p",
        "signal": SIGNAL,
    }
    return FixedTest(**fields | changes)


def a_journal(**changes: Any) -> Journal:
    fields = {
        "id": new_id(),
        "person": CONTRIBUTOR,
        "theme": THEME,
        "started_on": START,
        "ends_on": END,
        "created_at": datetime(2026, 9, 20, 8, tzinfo=UTC),
        "why": "Each scene is cut from five takes.",
        "tests": (a_fixed_test(),),
    }
    return Journal(**fields | changes)


def a_run(**changes: Any) -> Run:
    """Return a run of `a_fixed_test` with its result, on a model nobody logged."""
    fields = {
        "id": new_id(),
        "model": "Vision 1",
        "on": TODAY,
        "test": "market",
        "tries": 5,
        "usable": 2,
    }
    return Run(**fields | changes)


def an_entry(journal: Journal, **changes: Any) -> Entry:
    fields = {
        "id": new_id(),
        "journal": journal.id,
        "kind": EntryKind.CHECK_IN,
        "on": TODAY,
        "written_at": NOW,
        "text": "The face holds until she turns.",
    }
    return Entry(**fields | changes)


def an_improvement(**changes: Any) -> Improvement:
    fields = {
        "kind": ImprovementKind.TECHNIQUE,
        "before": Side(model="Vision 1", on=START, result="1 of 5"),
        "after": Side(run="run-2"),
        "signal": SIGNAL,
        "change": "One evening less a scene.",
    }
    return Improvement(**fields | changes)


def everything(journal: Journal) -> Entry:
    """Return an entry in which no field is as it would be anyway."""
    run = a_run(
        release="acme-vision-1",
        verdict=Verdict.USUALLY,
        settings="seed 7",
        price_usd=0.5,
        seconds=12.5,
        files=(a_file(name="take 2.mp4", media_type="video/mp4"),),
        note="note-1",
        is_before=True,
    )
    return an_entry(
        journal,
        kind=EntryKind.IMPROVEMENT,
        text="Zwei Gesichter, 두 얼굴; *kept*.\nA second line.",
        files=(a_file(), a_file(name="fourth.png")),
        runs=(run, a_run()),
        improvement=an_improvement(after=Side(run=run.id, files=(a_file(),))),
        removed_at=NOW,
        version=7,
    )


def a_report(journal: Journal, **changes: Any) -> Report:
    """Return a closed version in which no figure is as it would be anyway."""
    figures = Figures(
        tested=(Point(on=START, value=1.6, low=0.9, high=2.4),),
        claimed=((START, None), (TODAY, 2.5)),
        marks=(
            Mark(on=START, kind=MarkOf.NOTE, title="Vision 1", entry="e", record="n"),
        ),
        moved=0.29,
        narrowed=0.25,
        notes=8,
        others=2,
        strongest=("e",),
        claims=(TestedClaim(id="c", text="Holds.", model="V", outcome=Outcome.PARTLY),),
        untested=9,
        evidence=("n", "v"),
    )
    view = ClosingView(position=2.25, confidence=Confidence.SURE, entry="e", view="v")
    section = Section(
        name=SectionName.MOVED, title="What moved it", text="[A](entry:e)"
    )
    given = {"view": view, "sections": (section,), "figures": figures}
    days = {"closed_at": NOW, "closed_on": TODAY}
    which = {"journal": journal.id, "month": journal, "number": 1}
    return Report(**which | days | given | changes)
