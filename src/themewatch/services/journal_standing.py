"""How a person's current journal stands: the strip that every page shows."""

from dataclasses import dataclass
from datetime import date

from themewatch.domain.journal import Journal
from themewatch.domain.journal_days import week_of
from themewatch.domain.journal_week import SignalTest, private_tests
from themewatch.domain.person import Role
from themewatch.services.journal_entries import list_own_entries
from themewatch.services.journal_prompt import Prompt, prompt_from
from themewatch.services.journals import find_current_journal
from themewatch.services.own_name import own
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.journal_notes import list_tested


@dataclass(frozen=True, slots=True)
class Strip:
    """Where a person is in their month: day 9 of 31, one test this week.

    `tests` are the person's own of the theme this week, private ones too; `is_over`
    says that the last day has passed and the journal waits to be closed.
    """

    journal: Journal
    day: int
    tests: int
    prompt: Prompt
    is_over: bool

    @property
    def theme(self) -> str:
        return self.journal.theme

    @property
    def days(self) -> int:
        return self.journal.days


@needs(Role.CONTRIBUTOR)
@own
def strip_of(session: Session, person: str, today: date) -> Strip | None:
    """Return how a person's current journal stands; None where none is open.

    Cheap enough for every page: no estimate is made, and nothing but this journal and
    a few columns of its theme's notes is read.
    """
    journal = find_current_journal(session, person)
    if journal is None:
        return None
    entries = list_own_entries(session, journal)
    shared = [SignalTest(*row) for row in list_tested(session, journal.theme)]
    tests = [*shared, *private_tests(journal, entries)]
    week = week_of(journal, today)
    return Strip(
        journal=journal,
        day=journal.day_number(today),
        tests=sum(t.person == person and week.holds(t.on) for t in tests),
        prompt=prompt_from(tests, journal, today),
        is_over=today > journal.ends_on,
    )
