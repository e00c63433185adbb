"""The days of a journal, as a calendar shows them, and its weeks."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW
from tests.journaling import END, START, TODAY, a_journal, an_entry
from themewatch.domain.journal import month_from
from themewatch.domain.journal_days import (
    DayState,
    days_of,
    week_of,
    weeks_of,
    weeks_until,
)
from themewatch.domain.journal_entry import EntryKind

DAY = timedelta(days=1)
STARTS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
JOURNAL = a_journal()


def state_of(*kinds):
    entries = [an_entry(JOURNAL, kind=kind) for kind in kinds]
    [day] = [d for d in days_of(JOURNAL, entries, TODAY) if d.on == TODAY]
    assert day.entries == tuple(entry.id for entry in entries)
    return day.state


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), DayState.EMPTY),
        ((EntryKind.PLANNED,), DayState.PLANNED),
        ((EntryKind.PLANNED, EntryKind.SKIPPED), DayState.SKIPPED),
        ((EntryKind.SKIPPED, EntryKind.PLANNED, EntryKind.CHECK_IN), DayState.NOTED),
        ((EntryKind.IMPROVEMENT,), DayState.NOTED),
    ],
)
def test_what_was_seen_outweighs_a_reason_and_that_a_plan(kinds, state):
    assert state_of(*kinds) is state


def test_what_was_removed_is_on_no_day():
    days = days_of(JOURNAL, [an_entry(JOURNAL, removed_at=NOW)], TODAY)
    assert {day.state for day in days} == {DayState.EMPTY}
    assert not any(day.entries for day in days)


def test_what_was_written_for_a_day_outside_is_left_out():
    days = days_of(JOURNAL, [an_entry(JOURNAL, on=END + DAY)], TODAY)
    assert not any(day.entries for day in days)


def test_every_day_is_there_once_and_knows_whether_it_has_come():
    days = days_of(JOURNAL, [], TODAY)
    assert [day.on for day in days] == [START + n * DAY for n in range(30)]
    assert [day.on for day in days if day.is_today] == [TODAY]
    assert [day.on for day in days if day.is_future] == [
        TODAY + n * DAY for n in range(1, (END - TODAY).days + 1)
    ]


@pytest.mark.parametrize(
    ("start", "rows"),
    [
        ("2027-02-01", 4),  # a Monday, and 28 days
        ("2028-02-01", 5),  # a Tuesday, and 29 days: the leap day is there
        ("2026-08-01", 6),  # a Saturday, and 31 days
    ],
)
def test_a_month_is_laid_out_in_as_many_rows_as_it_takes(start, rows):
    started_on = date.fromisoformat(start)
    journal = a_journal(started_on=started_on, ends_on=month_from(started_on))
    assert len(weeks_of(days_of(journal, [], started_on))) == rows


@given(STARTS)
def test_each_day_stands_under_its_weekday_and_nothing_else_does(started_on):
    journal = a_journal(started_on=started_on, ends_on=month_from(started_on))
    days = days_of(journal, [], started_on)
    weeks = weeks_of(days)
    assert {len(week) for week in weeks} == {7}
    for week in weeks:
        assert any(week)
        for weekday, day in enumerate(week):
            assert day is None or day.on.weekday() == weekday
    assert [day for week in weeks for day in week if day] == list(days)


def test_no_days_take_no_rows():
    assert weeks_of([]) == ()


@pytest.mark.parametrize(
    ("day", "number", "first", "last"),
    [
        (START, 1, START, START + 6 * DAY),
        (START + 6 * DAY, 1, START, START + 6 * DAY),
        (START + 7 * DAY, 2, START + 7 * DAY, START + 13 * DAY),
        (END, 5, START + 28 * DAY, END),
        (END + 40 * DAY, 5, START + 28 * DAY, END),
        (START - DAY, 1, START, START + 6 * DAY),
    ],
)
def test_a_week_begins_on_the_weekday_the_journal_did(day, number, first, last):
    week = week_of(JOURNAL, day)
    assert (week.number, week.first, week.last) == (number, first, last)
    assert week.holds(min(max(day, START), END))


@given(STARTS, st.integers(0, 400))
def test_weeks_follow_one_another_without_a_gap(started_on, more):
    journal = a_journal(started_on=started_on, ends_on=started_on + more * DAY)
    weeks = weeks_until(journal, journal.ends_on)
    assert weeks[0].first == started_on
    assert weeks[-1].last == journal.ends_on
    for week, following in pairwise(weeks):
        assert following.first == week.last + DAY
        assert (week.last - week.first).days == 6
