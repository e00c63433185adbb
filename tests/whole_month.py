"""A whole month in a house: check-ins, a fixed test on two models, an improvement."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tests.factories import a_claim, a_note, a_release
from tests.journaling import END, SIGNAL, START, THEME, a_journal, a_run, an_entry
from tests.media import a_png, a_webm
from tests.people import REVIEWER
from themewatch.domain.evidence import Evidence
from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import (
    Entry,
    EntryKind,
    Improvement,
    ImprovementKind,
    Side,
)
from themewatch.domain.journal_report import ClosingView, Figures, Report, Section
from themewatch.domain.stage import Stage
from themewatch.domain.view import Confidence
from themewatch.services.assessment import assess
from themewatch.services.evidence import get_evidence
from themewatch.services.files import keep_file
from themewatch.services.house import House
from themewatch.services.journal_closing import (
    Closing,
    close_journal,
    draft_report,
)
from themewatch.services.journal_entries import list_own_entries, write_entry
from themewatch.services.journal_figures import month_figures
from themewatch.services.journals import begin_journal
from themewatch.services.log import log_records
from themewatch.storage.engine import Session

DAY = timedelta(days=1)
LAST = Moment(datetime(2026, 10, 19, 18, tzinfo=UTC), END)
"""The evening of the month's last day."""
RELEASE, CLAIM = "acme-long-2", "acme-long-2/longer-video/identity-over-time"
KOREAN = "얼굴이 열 초 동안 유지됩니다."


@dataclass(frozen=True)
class Month:
    """A month as it was lived, not closed yet; `entries` by day."""

    journal: Journal
    entries: tuple[Entry, ...]


def live_a_month(house: House, **changes: object) -> Month:
    """Live a month: five notes of one's own, one by somebody else."""
    journal = a_journal(**changes)
    with house.writing() as session:
        log_records(session, list(_evidence()))
        begin_journal(session, journal, today=START)
        for entry, shared in _entries(journal, house):
            write_entry(session, journal, entry, shared, LAST)
        written = list_own_entries(session, journal)
    return Month(journal, tuple(written))


def _evidence():
    """Yield a release of the month with its claim, and a test by somebody else."""
    at = {"recorded_at": LAST.now}
    yield a_release(
        id=RELEASE, model="Long 2", released_on=date(2026, 9, 28), kind="product", **at
    )
    yield a_claim(
        **at,
        id=CLAIM,
        release=RELEASE,
        theme=THEME,
        signal=SIGNAL,
        claimed_stage=Stage.MATURE,
        text="Keeps every face for a whole minute.",
    )
    yield a_note(
        **at,
        id="other",
        theme=THEME,
        person=REVIEWER,
        tested_on=date(2026, 10, 2),
        tool="Vision 1",
        signal=SIGNAL,
    )


def _entries(journal: Journal, house: House):
    """Yield each entry with the runs that count on the shared map."""
    picture = keep_file(house.home, "시장 before.png", a_png())
    video = keep_file(house.home, "take 2.webm", a_webm())

    def ran(number: int, days: int, **fields: object):
        on = START + days * DAY
        return a_run(id=f"run-{number}", on=on, **fields)

    before = ran(1, 0, usable=1, is_before=True, files=(picture,))
    middle = ran(2, 9, usable=2)
    newer = ran(3, 12, model="Long 2", release=RELEASE, tries=6, usable=5)
    private = ran(4, 15, test=None, model="Vision 2", tries=2, usable=0)
    last = ran(5, 26, model="Long 2", release=RELEASE, tries=6, usable=5, seconds=42.0)

    def noted(number: int, days: int, **fields: object):
        on = START + days * DAY
        return an_entry(journal, id=f"entry-{number}", on=on, **fields)

    yield (
        noted(1, 0, text="The first take, *before* anything.", runs=(before,)),
        ["run-1"],
    )
    yield noted(2, 4, kind=EntryKind.SKIPPED, text="Shooting on location."), []
    yield noted(3, 9, text=KOREAN, runs=(middle,), files=(video,)), ["run-2"]
    yield noted(4, 12, text="Long 2 holds her face.", runs=(newer,)), ["run-3"]
    yield noted(5, 15, text="Only for myself: <b>blur</b>.", runs=(private,)), []
    better = Improvement(
        kind=ImprovementKind.MODEL,
        before=Side(run="run-1"),
        after=Side(run="run-3"),
        signal=SIGNAL,
        change="One evening less a scene.",
    )
    yield (
        noted(6, 20, kind=EntryKind.IMPROVEMENT, text="", improvement=better),
        [],
    )
    yield noted(7, 26, text="It holds again.", runs=(last,)), ["run-5"]
    yield noted(8, 28, kind=EntryKind.PLANNED, text="Two people in one frame."), []


def figures_of(
    session: Session, month: Month, *, on: date = END
) -> tuple[Evidence, Figures]:
    """Return all that stands, and the month's figures on a day."""
    evidence = get_evidence(session)
    assessment = assess(evidence, as_of=on)
    return evidence, month_figures(assessment, month.journal, month.entries)


VIEW = ClosingView(
    position=2.2,
    confidence=Confidence.FAIR,
    entry="entry-4",
    reason="Five of six, twice.",
)


def drafted(
    month: Month, figures: Figures, view: ClosingView = VIEW
) -> tuple[Section, ...]:
    return draft_report(month.journal, month.entries, figures, view)


def close_the_month(
    house: House, month: Month, *, at: Moment = LAST, view: ClosingView = VIEW
) -> Report:
    """Close it with the report as it is drafted."""
    with house.writing() as session:
        _evidence, figures = figures_of(session, month, on=at.today)
        closing = Closing(view, drafted(month, figures, view), figures)
        return close_journal(session, month.journal, closing, at)
