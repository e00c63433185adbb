"""What a journal asks its person to test this week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_week import SignalTest, private_tests, signal_of_week
from themewatch.services.assessment import Assessment
from themewatch.services.reference import catalogue
from themewatch.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Prompt:
    """The signal to test this week, by its slug, and a sentence that says why."""

    signal: str
    why: str


def prompt_of_week(
    assessment: Assessment, journal: Journal, entries: Iterable[Entry], today: date
) -> Prompt:
    """Return this week's prompt: the theme's signal that was tested least.

    It stays the same for a week of the journal, and changes with the next.

    Args:
        assessment: The evidence as it stands; only its notes are looked at.
        journal: The journal that asks.
        entries: What stands in it: its private runs count as tests, too.
        today: The person's day.
    """
    notes = (n for n in assessment.evidence.notes if n.theme == journal.theme)
    shared = [SignalTest(note.tested_on, note.person, note.signal) for note in notes]
    return prompt_from([*shared, *private_tests(journal, entries)], journal, today)


def prompt_from(tests: Iterable[SignalTest], journal: Journal, today: date) -> Prompt:
    """Return this week's prompt, from all tests of the journal's theme."""
    signals = [s.slug for s in catalogue().theme(journal.theme).signals]
    signal, count = signal_of_week(signals, tests, journal, today)
    return Prompt(signal, _why(count))


def _why(count: int) -> str:
    if not count:
        return _("Nobody has tested this here yet.")
    said = ngettext(
        "Tested {n} time before this week.",
        "Tested {n} times before this week.",
        count,
    )
    return said.format(n=count)
