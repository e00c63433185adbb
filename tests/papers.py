"""A month as values: what its report is drafted from, and what is written down."""

from datetime import date, timedelta
from typing import Any

from tests.factories import NOW, a_file
from tests.journaling import (
    END,
    SIGNAL,
    START,
    THEME,
    a_journal,
    a_report,
    a_run,
    an_entry,
    an_improvement,
)
from themewatch.domain.claim import Outcome
from themewatch.domain.journal_entry import Entry, EntryKind, Run, Side
from themewatch.domain.journal_report import (
    ClosingView,
    Figures,
    Mark,
    MarkOf,
    Point,
    TestedClaim,
)
from themewatch.domain.view import Confidence
from themewatch.reports.journal_cited import Ground, ground_of
from themewatch.reports.journal_draft import draft_sections
from themewatch.reports.journal_paper import Paper, Picture
from themewatch.services.reference import catalogue

DAY = timedelta(days=1)
EVE = START - DAY
JOURNAL = a_journal(id="month", closed_at=NOW)
PICTURE, VIDEO = (
    a_file(name="시장 1.png"),
    a_file(
        sha256="c" * 64, name="take <2>.mp4", media_type="video/mp4", size=12_900_000
    ),
)
VIEW = ClosingView(
    position=2.2, confidence=Confidence.FAIR, entry="e2", reason="Five of *six*, twice."
)


def day(number: int) -> date:
    return START + number * DAY


def ran(number: int, days: int, **changes: Any) -> Run:
    return a_run(**{"id": f"run-{number}", "on": day(days)} | changes)


def noted(number: int, days: int, **changes: Any) -> Entry:
    fields = {"id": f"e{number}", "on": day(days), "text": ""}
    return an_entry(JOURNAL, **fields | changes)


def the_entries() -> list[Entry]:
    """Return a month: before, a skipped day, two models, an improvement, a plan."""
    before = ran(1, 0, usable=1, is_before=True, files=(PICTURE,))
    newer = ran(2, 12, model="Long 2", tries=6, usable=5, seconds=42.0)
    better = an_improvement(before=Side(run="run-1"), after=Side(run="run-2"))
    return [
        noted(1, 0, text="The first take & its 얼굴.", runs=(before,)),
        noted(3, 4, kind=EntryKind.SKIPPED, text="Shooting on location."),
        noted(2, 12, text="She <holds> *still*.", runs=(newer,), files=(VIDEO,)),
        noted(4, 20, kind=EntryKind.IMPROVEMENT, improvement=better),
        noted(5, 28, kind=EntryKind.PLANNED, text="Two people in one frame."),
    ]


def some_figures(**changes: Any) -> Figures:
    fields: dict[str, Any] = {
        "tested": (
            Point(on=EVE, value=1.28, low=0.63, high=1.95),
            Point(on=day(12), value=1.66, low=1.22, high=2.1),
            Point(on=END, value=1.75, low=1.3, high=2.21),
        ),
        "claimed": ((EVE, 2.5), (day(8), 3.1), (END, 3.1)),
        "marks": (
            Mark(on=day(0), kind=MarkOf.NOTE, title="Vision 1 1/5", entry="e1"),
            Mark(on=day(8), kind=MarkOf.RELEASE, title="Long <2>", record="long-2"),
            Mark(on=day(12), kind=MarkOf.NOTE, title="Long 2 5/6", entry="e2"),
            Mark(on=day(12), kind=MarkOf.CLAIM, title="A minute.", entry="e2"),
            Mark(on=day(20), kind=MarkOf.IMPROVEMENT, title="Faster.", entry="e4"),
        ),
        "moved": 0.41,
        "narrowed": 0.24,
        "notes": 2,
        "others": 1,
        "strongest": ("e2", "e1"),
        "claims": (
            TestedClaim(
                id="c",
                text="Keeps every *face* for a minute.",
                model="Long 2",
                outcome=Outcome.PARTLY,
                entry="e2",
            ),
        ),
        "untested": 30,
        "evidence": ("n1", "n2"),
    }
    return Figures(**fields | changes)


def a_ground(
    entries: list[Entry] | None = None,
    *,
    figures: Figures | None = None,
    view: ClosingView = VIEW,
    **journal: Any,
) -> Ground:
    entries = the_entries() if entries is None else entries
    month = a_journal(**{"id": "month"} | journal)
    theme = catalogue().theme(THEME)
    return ground_of(month, theme, entries, figures or some_figures(), view)


def a_paper(**changes: Any) -> Paper:
    """Return a closed month with its report as it is drafted."""
    figures = some_figures()
    sections = draft_sections(a_ground())
    report = a_report(JOURNAL, view=VIEW, sections=sections, figures=figures)
    fields: dict[str, Any] = {
        "journal": JOURNAL,
        "theme": catalogue().theme(THEME),
        "entries": the_entries(),
        "report": report,
        "figures": figures,
        "pictures": {PICTURE.sha256: Picture(b"jpeg", "image/jpeg", 40, 30)},
    }
    return Paper(**fields | changes)


SIGNAL_NAME = catalogue().theme(THEME).signal(SIGNAL).name
