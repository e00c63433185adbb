"""What happened under a theme through time, as steps and marks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import CLAIM_WINDOW, claimed_level
from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.standing import DayMark, MarkKind, ThemeHistory

MOST_DAYS = 2 * 365
"""In a longer time line marks of single days would hide each other."""


def claimed_steps(
    judged: Sequence[JudgedClaim], start: date, end: date
) -> tuple[tuple[date, float | None], ...]:
    """Return each day between two on which ◇ changed, with its new value.

    ◇ changes when a claim is made and when one turns a year old. The last day is
    always there, so that the line reaches it.
    """
    made = {j.on for j in judged}
    changes = made | {day + CLAIM_WINDOW for day in made} | {start, end}
    steps: list[tuple[date, float | None]] = []
    for day in sorted(d for d in changes if start <= d <= end):
        level = claimed_level(((j.on, j.claim) for j in judged), day)
        value = None if level is None else level.value
        if not steps or value != steps[-1][1] or day == end:
            steps.append((day, value))
    return tuple(steps)


def day_marks(
    evidence: Evidence, judged: Iterable[JudgedClaim], theme: str, start: date
) -> tuple[DayMark, ...]:
    """Return what happened since a day: one mark for each day and kind."""
    return _by_day(
        happened
        for happened in _happenings(evidence, judged, theme)
        if happened[0] >= start
    )


def month_marks(marks: Sequence[DayMark]) -> tuple[DayMark, ...]:
    """Return one mark for each month and kind, on the first day it stands for.

    What happened on one day alone keeps its day.
    """
    months: defaultdict[tuple[int, int, MarkKind], list[DayMark]] = defaultdict(list)
    for mark in marks:
        months[mark.on.year, mark.on.month, mark.kind].append(mark)
    gathered = (_month_mark(days) for days in months.values())
    return tuple(sorted(gathered, key=lambda mark: (mark.on, mark.kind)))


def _month_mark(days: Sequence[DayMark]) -> DayMark:
    if len(days) == 1:
        return days[0]
    first = min(days, key=lambda day: day.on)
    found = {i: t for day in days for i, t in zip(day.ids, day.titles, strict=True)}
    titles, ids = tuple(found.values()), tuple(found)
    return replace(first, titles=titles, ids=ids, is_month=True)


def with_stories(
    history: ThemeHistory, stories: Iterable[tuple[date, str, str]]
) -> ThemeHistory:
    """Add the news somebody kept, each a day, an id and a title, while it lasts."""
    start, end = history.path[0].on, history.path[-1].on
    marks = _by_day(
        (day, MarkKind.STORY, story, title)
        for day, story, title in stories
        if start <= day <= end
    )
    return replace(history, marks=(*history.marks, *marks))


def with_checkpoints(
    history: ThemeHistory, checkpoints: Iterable[Checkpoint]
) -> ThemeHistory:
    """Add what is watched for, each on its day, as far as the time line reaches."""
    start, end = history.path[0].on, _end(history)
    marks = _by_day(
        (checkpoint.shown_on, MarkKind.CHECKPOINT, checkpoint.id, checkpoint.title)
        for checkpoint in checkpoints
        if checkpoint.bears_on(history.theme.slug)
        if checkpoint.shown_on and start <= checkpoint.shown_on <= end
    )
    return replace(history, marks=(*history.marks, *marks))


def off_the_line(
    history: ThemeHistory, checkpoints: Iterable[Checkpoint]
) -> tuple[Checkpoint, ...]:
    """Return what awaits a theme later than its time line reaches, or on an open day.

    The nearest first; what has no day stands last.
    """
    end = _end(history)
    later = (
        checkpoint
        for checkpoint in checkpoints
        if checkpoint.bears_on(history.theme.slug) and not checkpoint.is_settled
        if checkpoint.due_on is None or checkpoint.due_on > end
    )
    return tuple(sorted(later, key=lambda c: (c.due_on or date.max, c.title, c.id)))


def _end(history: ThemeHistory) -> date:
    return (*history.path, *history.ahead)[-1].on


def _by_day(
    happenings: Iterable[tuple[date, MarkKind, str, str]],
) -> tuple[DayMark, ...]:
    days: defaultdict[tuple[date, MarkKind], dict[str, str]] = defaultdict(dict)
    for day, kind, record_id, title in happenings:
        days[day, kind][record_id] = title
    return tuple(
        DayMark(day, kind, tuple(found.values()), tuple(found))
        for (day, kind), found in sorted(days.items())
    )


def _happenings(
    evidence: Evidence, judged: Iterable[JudgedClaim], theme: str
) -> Iterator[tuple[date, MarkKind, str, str]]:
    for claimed in judged:
        name = evidence.release_names[claimed.claim.release]
        yield claimed.on, MarkKind.RELEASE, name, evidence.releases[name].model
    for note in evidence.notes:
        if note.theme == theme:
            yield note.tested_on, MarkKind.NOTE, note.id, evidence.tool_label(note)
    for view in evidence.views:
        if view.theme == theme:
            yield view.on, MarkKind.VIEW, view.id, view.person
