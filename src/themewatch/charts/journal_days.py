"""The time axis of a month's chart, and its marks by day: the same on screen and paper.

x runs over days; the month's edges are its first and its last day.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from themewatch.charts.journal_words import ROWS
from themewatch.domain.journal import DAY, Journal
from themewatch.domain.journal_report import Figures, Mark, MarkOf
from themewatch.words import _, ngettext

WEEK = 7
MOST_TICKS = 6
MOST_TITLES = 6


@dataclass(frozen=True, slots=True)
class Span:
    """The days a chart shows: the month, with what is told of before and after it."""

    first: date
    last: date
    ticks: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class DayMarks:
    """Everything of one kind that happened on one day."""

    on: date
    kind: MarkOf
    marks: tuple[Mark, ...]

    @property
    def row(self) -> int:
        """Its row under the stages, counted from the bottom."""
        return list(ROWS).index(self.kind)

    @property
    def titles(self) -> list[str]:
        """What happened, a line each, and how many more there are."""
        shown = [mark.title for mark in self.marks[:MOST_TITLES] if mark.title]
        more = len(self.marks) - MOST_TITLES
        if more > 0:
            shown.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
        return shown


def span_of(journal: Journal, figures: Figures) -> Span:
    """Return the days to draw, with a tick at each week or few."""
    weeks = -(-journal.days // (WEEK * MOST_TICKS))
    step = timedelta(days=WEEK * weeks)
    ticks = [
        journal.started_on + n * step for n in range(journal.days // step.days + 1)
    ]
    first = min(journal.started_on, figures.start.on)
    last = max(journal.ends_on, figures.end.on)
    return Span(first - DAY, last + DAY, tuple(t for t in ticks if t <= last))


def marks_by_day(figures: Figures) -> Iterator[DayMarks]:
    """Yield what happened: one mark for each day and kind."""
    found: defaultdict[tuple[date, MarkOf], list[Mark]] = defaultdict(list)
    for mark in figures.marks:
        found[mark.on, mark.kind].append(mark)
    for (on, kind), marks in found.items():
        yield DayMarks(on, kind, tuple(marks))


def edges(journal: Journal) -> tuple[tuple[date, str], tuple[date, str]]:
    """Return the month's first and last day, each with what it is called."""
    return (journal.started_on, _("begins")), (journal.ends_on, _("ends"))
