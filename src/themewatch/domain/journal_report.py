"""A closed month: the report as its person left it, and the figures it stands on."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from themewatch.domain.claim import Outcome
from themewatch.domain.journal import Journal
from themewatch.domain.view import Confidence

ENTRY_LINK = "entry:"
"""What the target of a link to an entry begins with; the entry's id follows."""


class SectionName(StrEnum):
    """The parts of a report, in the order they are read."""

    STANDING = "standing"
    MOVED = "moved"
    TESTS = "tests"
    IMPROVEMENTS = "improvements"
    CLAIMS = "claims"
    FAILS = "fails"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a report: its title, and marked text whose `entry:ID` are links."""

    name: SectionName
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where ● stood on the map of a day; `low` and `high` bound 8 in 10."""

    on: date
    value: float
    low: float
    high: float


class MarkOf(StrEnum):
    """What a mark of the month's chart stands for, in the order of its rows."""

    RELEASE = "release"
    OTHER = "other"
    NOTE = "note"
    CLAIM = "claim"
    IMPROVEMENT = "improvement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something that happened on a day of the month, as the chart shows it.

    It opens the entry it stands in, else the page of the record: a release by its
    name, a note or a claim by its id.
    """

    on: date
    kind: MarkOf
    title: str
    entry: str | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestedClaim:
    """What a vendor claimed that the person tested, and how it held by then.

    `entry` is where it was tested last, None where that was not in the journal.
    """

    id: str
    text: str
    model: str
    outcome: Outcome
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was known of the theme when the month was closed, or is known now.

    `tested` begins on the eve of the month and holds ● as the map showed it on each
    day on which something was tested; `claimed` the days on which ◇ changed.
    `notes` counts the person's own notes with a result in the month, `moved` is how
    far they moved ●, `narrowed` the share by which they shrank its doubt: the
    estimate with them, less the one without. `strongest` are the entries behind
    them, the one with the largest effect first. `others` counts other people's tests,
    `untested` the claims nobody has tested. `evidence` are the ids of the notes and
    views ● stands on.
    """

    tested: tuple[Point, ...]
    claimed: tuple[tuple[date, float | None], ...]
    marks: tuple[Mark, ...]
    moved: float
    narrowed: float
    notes: int
    others: int = 0
    strongest: tuple[str, ...] = ()
    claims: tuple[TestedClaim, ...] = ()
    untested: int = 0
    evidence: tuple[str, ...] = ()

    @property
    def start(self) -> Point:
        return self.tested[0]

    @property
    def end(self) -> Point:
        return self.tested[-1]

    def marks_of(self, kind: MarkOf) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.kind is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingView:
    """Where the theme stands for its person, asked before the estimate is shown.

    `entry` is the one that convinced them. `view` is the id of the record that counts
    the placing on the shared map; None keeps it in the report.
    """

    position: float
    confidence: Confidence
    entry: str | None = None
    reason: str = ""
    view: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One closed version of a journal; a later one never changes it.

    `month` is the journal as it was: its days, why, fixed tests.
    """

    journal: str
    month: Journal
    number: int
    closed_at: datetime
    closed_on: date
    view: ClosingView
    sections: tuple[Section, ...]
    figures: Figures
