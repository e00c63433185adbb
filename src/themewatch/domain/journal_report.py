"""A closed month: the report as its person left it, and the figures it stands on."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a report: a name, and Markdown whose `[…](entry:ID)` are links."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where ● or ◇ stood on a day; `low` and `high` bound 8 in 10."""

    on: date
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something that happened on a day of the month, as the chart shows it."""

    on: date
    kind: str
    title: str
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was known of the theme when the month was closed, or is known now.

    `moved` is how far the person's own notes moved ●, `narrowed` the share by which
    they shrank its doubt. `evidence` are the ids of the notes counted on the map.
    """

    tested: tuple[Point, ...]
    claimed: tuple[tuple[date, float | None], ...]
    marks: tuple[Mark, ...]
    moved: float
    narrowed: float
    notes: int
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingView:
    """Where the theme stands for its person, asked before the estimate is shown."""

    position: float
    entry: str | None
    reason: str
    view: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One closed version of a journal; a later one never changes it."""

    journal: str
    number: int
    closed_at: datetime
    view: ClosingView
    sections: tuple[Section, ...]
    figures: Figures
