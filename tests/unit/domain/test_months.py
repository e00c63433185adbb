from datetime import date, timedelta

import pytest

from themewatch.domain.months import coming_month_ends, month_end


@pytest.mark.parametrize(
    "day", [date(2027, 2, 1), date(2028, 2, 28), date(2026, 12, 31)]
)
def test_the_day_after_the_end_begins_another_month(day):
    end = month_end(day)
    assert (end.year, end.month) == (day.year, day.month)
    assert (end + timedelta(days=1)).day == 1


def test_twelve_months_later_is_the_same_month_of_the_next_year():
    assert month_end(date(2027, 2, 10), later=12) == date(2028, 2, 29)


def test_a_month_that_ends_today_is_no_coming_one():
    assert coming_month_ends(date(2026, 9, 30), 1) == (date(2026, 10, 31),)
    assert coming_month_ends(date(2026, 9, 29), 1)[0] == date(2026, 9, 30)
