"""A learner's month with one theme: what it asks, how long it lasts, how it closes.

A journal is its person's own. Nothing in it is evidence unless its person counts a
result on the shared map, which makes a note like any other.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAY = timedelta(days=1)
MOST_TESTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedTest:
    """One test that is run again unchanged, so that its results can be compared.

    `prompt` and `settings` are what is given each time; `signal` what is watched;
    `usable` what decides each try.
    """

    id: str
    title: str
    prompt: str
    usable: str
    settings: str = ""
    signal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """A month with one theme, from `started_on` to `ends_on`, both included.

    `cost` is what costs its person most, as chosen at the start; `why` what the
    theme means for their work; `continues` the journal it goes on from. `version`
    grows with every change, so that no window overwrites another's unawares.
    """

    id: str
    person: str
    theme: str
    started_on: date
    ends_on: date
    created_at: datetime
    why: str = ""
    tests: tuple[FixedTest, ...] = ()
    questions: str = ""
    continues: str | None = None
    closed_at: datetime | None = None
    version: int = 1

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.ends_on - self.started_on).days + 1

    def day_number(self, on: date) -> int:
        """Return which of its days a day is, from 1; outside, the nearest one."""
        return min(max((on - self.started_on).days + 1, 1), self.days)

    def holds(self, on: date) -> bool:
        """Say whether a day lies within it."""
        return self.started_on <= on <= self.ends_on

    def test(self, test_id: str | None) -> FixedTest | None:
        return next((test for test in self.tests if test.id == test_id), None)


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, and which day that is for the person."""

    now: datetime
    today: date


def month_from(start: date) -> date:
    """Return the last day of the calendar month that begins on a day.

    The day before the same day of the next month; where that month is too short to
    have it, its last day.

    >>> str(month_from(date(2026, 10, 9))), str(month_from(date(2026, 1, 31)))
    ('2026-11-08', '2026-02-28')
    >>> str(month_from(date(2028, 1, 30))), str(month_from(date(2026, 12, 1)))
    ('2028-02-29', '2026-12-31')
    """
    year, month = start.year + start.month // 12, start.month % 12 + 1
    longest = monthrange(year, month)[1]
    if start.day > longest:
        return date(year, month, longest)
    return date(year, month, start.day) - DAY
