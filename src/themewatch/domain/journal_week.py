"""What a journal asks for in a week: what to watch that was tested least."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from themewatch.domain.journal import Journal
from themewatch.domain.journal_days import weeks_until
from themewatch.domain.journal_entry import Entry


@dataclass(frozen=True, slots=True)
class SignalTest:
    """One test under a theme: on which day, by whom, and what was watched."""

    on: date
    person: str
    signal: str | None


def signal_of_week(
    signals: Sequence[str], tests: Iterable[SignalTest], journal: Journal, today: date
) -> tuple[str, int]:
    """Return the signal to test this week, and how often it was tested before.

    The one tested least by the week's first day, so that a test does not change the
    week it is made in; of equals the first given. What an earlier week asked for
    comes again only once all others had their turn.

    Args:
        signals: The slugs of a theme's signals, one at least.
        tests: Every test of the theme that counts.
        journal: The journal, whose weeks begin on the weekday it began.
        today: The person's day.
    """
    waiting = sorted((t for t in tests if t.signal), key=lambda t: t.on, reverse=True)
    counts: Counter[str | None] = Counter()
    asked: list[str] = []
    for week in weeks_until(journal, today):
        while waiting and waiting[-1].on < week.first:
            counts[waiting.pop().signal] += 1
        had_turn = asked[len(asked) - len(asked) % len(signals) :]
        left = [signal for signal in signals if signal not in had_turn]
        asked.append(min(left, key=lambda signal: counts[signal]))
    return asked[-1], counts[asked[-1]]


def private_tests(journal: Journal, entries: Iterable[Entry]) -> list[SignalTest]:
    """Return the runs in a journal that are not counted on the shared map."""
    found = []
    for entry in entries:
        for run in entry.runs if entry.removed_at is None else ():
            if run.note is None:
                test = journal.test(run.test)
                signal = test.signal if test else None
                found.append(SignalTest(run.on, journal.person, signal))
    return found
