"""The days of a journal as a calendar shows them, and the weeks it is lived in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from themewatch.domain.journal import DAY, Journal
from themewatch.domain.journal_entry import Entry, EntryKind

WEEK = 7


class DayState(StrEnum):
    """What a day holds; an empty one costs nothing."""

    NOTED = "noted"
    PLANNED = "planned"
    SKIPPED = "skipped"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a journal; `entries` are the ids of what was written for it."""

    on: date
    state: DayState
    is_today: bool
    is_future: bool
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days counted from a journal's first, not from a Monday.

    So the first week is as long as the others, and reminders come on its weekday.
    The last one ends with the journal.
    """

    number: int
    first: date
    last: date

    def holds(self, on: date) -> bool:
        return self.first <= on <= self.last


def days_of(journal: Journal, entries: Iterable[Entry], today: date) -> tuple[Day, ...]:
    """Return every day of a journal, the first one first.

    What was seen outweighs a reason to skip, and that a plan.
    """
    by_day: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.removed_at is None:
            by_day[entry.on].append(entry)
    days = (journal.started_on + number * DAY for number in range(journal.days))
    return tuple(
        Day(
            on=on,
            state=_state(by_day[on]),
            is_today=on == today,
            is_future=on > today,
            entries=tuple(entry.id for entry in by_day[on]),
        )
        for on in days
    )


def weeks_of(days: Sequence[Day]) -> tuple[tuple[Day | None, ...], ...]:
    """Lay days that follow one another out in rows of seven, Monday first.

    None stands for the days of the first and the last row that are not among them.
    """
    if not days:
        return ()
    before: list[Day | None] = [None] * days[0].on.weekday()
    places = [*before, *days]
    places += [None] * (-len(places) % WEEK)
    return tuple(
        tuple(places[start : start + WEEK]) for start in range(0, len(places), WEEK)
    )


def week_of(journal: Journal, on: date) -> Week:
    """Return the week of a journal that a day lies in; outside, the nearest one."""
    return _week(journal, (journal.day_number(on) - 1) // WEEK)


def weeks_until(journal: Journal, on: date) -> tuple[Week, ...]:
    """Return the weeks of a journal up to the one that a day lies in."""
    reached = week_of(journal, on).number
    return tuple(_week(journal, place) for place in range(reached))


def _week(journal: Journal, place: int) -> Week:
    first = journal.started_on + timedelta(weeks=place)
    last = min(first + timedelta(days=WEEK - 1), journal.ends_on)
    return Week(place + 1, first, last)


def _state(entries: Sequence[Entry]) -> DayState:
    if any(entry.is_noted for entry in entries):
        return DayState.NOTED
    if any(entry.kind is EntryKind.SKIPPED for entry in entries):
        return DayState.SKIPPED
    return DayState.PLANNED if entries else DayState.EMPTY
