"""How long a month with a theme lasts, and which of its days a day is."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.journaling import END, START, a_fixed_test, a_journal
from themewatch.domain.journal import month_from

DAY = timedelta(days=1)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-10-09", "2026-11-08"),
        ("2026-12-01", "2026-12-31"),
        ("2026-12-20", "2027-01-19"),
        ("2026-03-31", "2026-04-30"),
        ("2026-07-31", "2026-08-30"),
        ("2026-01-31", "2026-02-28"),
        ("2027-12-31", "2028-01-30"),
        ("2028-01-31", "2028-02-29"),
        ("2028-01-30", "2028-02-29"),
        ("2028-01-29", "2028-02-28"),
        ("2028-02-29", "2028-03-28"),
        ("2026-02-28", "2026-03-27"),
        ("2026-02-01", "2026-02-28"),
    ],
)
def test_a_month_ends_on_the_eve_of_its_day_or_with_the_next_month(start, end):
    assert month_from(date.fromisoformat(start)) == date.fromisoformat(end)


@given(DAYS)
def test_a_month_lasts_28_to_31_days(start):
    assert 28 <= (month_from(start) - start).days + 1 <= 31


@given(DAYS, DAYS)
def test_who_begins_later_never_ends_earlier(one, other):
    first, second = sorted([one, other])
    assert month_from(first) <= month_from(second)


@given(DAYS)
def test_a_month_ends_before_its_day_comes_again(start):
    end = month_from(start)
    assert (end.year, end.month) != (start.year, start.month) or start.day == 1
    assert end.day < start.day or end.day == monthrange(end.year, end.month)[1]


def test_its_days_are_numbered_from_one_to_its_last():
    journal = a_journal()
    assert journal.days == 30
    assert [journal.day_number(on) for on in (START, START + DAY, END)] == [1, 2, 30]


def test_a_day_outside_counts_as_the_nearest_one():
    journal = a_journal()
    assert journal.day_number(START - DAY) == 1
    assert journal.day_number(END + 9 * DAY) == 30


def test_it_holds_its_first_day_and_its_last_and_none_beside_them():
    journal = a_journal()
    assert journal.holds(START)
    assert journal.holds(END)
    assert not journal.holds(START - DAY)
    assert not journal.holds(END + DAY)


def test_a_fixed_test_is_found_by_its_id():
    test = a_fixed_test()
    journal = a_journal(tests=(test,))
    assert journal.test(test.id) == test
    assert journal.test("another") is None
    assert journal.test(None) is None
