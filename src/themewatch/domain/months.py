"""Months to come, each by its last day."""

from calendar import monthrange
from datetime import date

MONTHS_A_YEAR = 12


def month_end(day: date, later: int = 0) -> date:
    """Return the last day of a day's month, or of one so many months later.

    >>> month_end(date(2026, 10, 1)), month_end(date(2026, 10, 31), later=4)
    (datetime.date(2026, 10, 31), datetime.date(2027, 2, 28))
    """
    years, month = divmod(day.month - 1 + later, MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, monthrange(year, month)[1])


def coming_month_ends(day: date, months: int) -> tuple[date, ...]:
    """Return the month ends after a day, to that of so many months later.

    >>> [f"{end:%m-%d}" for end in coming_month_ends(date(2026, 10, 1), 2)]
    ['10-31', '11-30', '12-31']
    >>> [f"{end:%m-%d}" for end in coming_month_ends(date(2026, 10, 31), 2)]
    ['11-30', '12-31']
    """
    ends = (month_end(day, later) for later in range(months + 1))
    return tuple(end for end in ends if end > day)
