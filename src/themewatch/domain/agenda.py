"""In which order a team looks at themes, so that half an hour is enough.

Disagreement × new evidence × time since somebody looked: what is not settled, what
changed, and what was left lying comes first. Where no test and no view is new the
place can hardly have changed: those themes are confirmed together, in one click.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from themewatch.domain.agreement import Agreement

DAYS_A_MONTH = 30
SOME_DOUBT = 0.25
"""Stages apart that are always counted: where all agree, news still matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A theme as the agenda sees it on `on`.

    `gap` is how many stages vendors stand from tests, None without enough claims;
    `agreement` that of the votes which may be seen, None where there are none yet.
    `looked_on` is the day of the last decision before, None if there was none.
    """

    theme: str
    on: date
    tests: int
    views: int
    claims: int
    gap: float | None
    agreement: Agreement | None
    looked_on: date | None
    first_on: date

    @property
    def news(self) -> int:
        """How many pieces of evidence are new that can move ●."""
        return self.tests + self.views

    @property
    def apart(self) -> float:
        """How far apart it is seen, in stages: by votes, before them by ◇ and ●."""
        if self.agreement is not None and self.agreement.votes > 1:
            return self.agreement.apart
        return abs(self.gap or 0.0)

    @property
    def days(self) -> int:
        """For how many days nobody looked at it."""
        return max((self.on - (self.looked_on or self.first_on)).days, 1)

    @property
    def weight(self) -> float:
        """Disagreement × new evidence × time since last looked at."""
        return (SOME_DOUBT + self.apart) * self.news * self.days / DAYS_A_MONTH

    @property
    def is_open(self) -> bool:
        """Whether there is something to talk about."""
        is_disputed = self.agreement is not None and self.agreement.asks_for_another
        return self.news > 0 or is_disputed


@dataclass(frozen=True, slots=True)
class Agenda:
    """Topics to talk about, the weightiest first, and those to confirm together."""

    to_discuss: tuple[Topic, ...]
    to_confirm: tuple[Topic, ...]

    @property
    def topics(self) -> tuple[Topic, ...]:
        return (*self.to_discuss, *self.to_confirm)


def agenda(topics: Iterable[Topic]) -> Agenda:
    """Order topics; those that weigh the same stay as they came.

    >>> day = date(2026, 11, 28)
    >>> def topic(theme, tests, gap):
    ...     return Topic(theme=theme, on=day, tests=tests, views=0, claims=9, gap=gap,
    ...         agreement=None, looked_on=date(2026, 10, 29), first_on=day)
    >>> found = agenda([topic("a", 1, 0.2), topic("b", 2, 1.1), topic("c", 0, 2.0)])
    >>> [t.theme for t in found.to_discuss], [t.theme for t in found.to_confirm]
    (['b', 'a'], ['c'])
    >>> round(found.to_discuss[0].weight, 2)  # (0.25 + 1.1) stages, 2 tests, a month
    2.7
    """
    found = tuple(topics)
    to_discuss = sorted(
        (topic for topic in found if topic.is_open), key=lambda t: -t.weight
    )
    return Agenda(tuple(to_discuss), tuple(t for t in found if not t.is_open))
