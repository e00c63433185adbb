"""What a journal and its entries have to fulfil: a sentence for each thing to mend."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from math import isfinite

from themewatch.domain.journal import MOST_TESTS, FixedTest, Journal
from themewatch.domain.journal_entry import Entry, EntryKind, Improvement, Run, Side
from themewatch.domain.record import FileRef
from themewatch.domain.rules import (
    EARLIEST_DAY,
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_TRIES,
    RULES,
)
from themewatch.domain.theme import Catalogue
from themewatch.errors import InputError

LONGEST_MONTH = timedelta(days=366)
MOST_RUNS = 20
_ANY_TIME = datetime.min.replace(tzinfo=UTC)  # rules of files ask no clock


def journal_problems(
    journal: Journal, catalogue: Catalogue, today: date
) -> Iterator[str]:
    """Say what stands in the way of keeping a journal."""
    if not journal.person.strip():
        yield "Your name is missing: it says whose journal this is."
    if journal.theme not in catalogue.themes:
        yield "Choose the theme to follow."
    if not EARLIEST_DAY <= journal.started_on <= today:
        yield "Begin today, or on a day that has passed."
    if journal.ends_on < journal.started_on:
        yield "It must end on the day it begins, or later."
    if journal.ends_on - journal.started_on > LONGEST_MONTH:
        yield "It may last a year at most: close it and begin another."
    yield from _too_long("Your name", journal.person, LONGEST_NAME)
    yield from _too_long("What it means for your work", journal.why, LONGEST_TEXT)
    yield from _too_long("The open questions", journal.questions, LONGEST_TEXT)
    yield from _tests_problems(journal, catalogue)


def _tests_problems(journal: Journal, catalogue: Catalogue) -> Iterator[str]:
    if len(journal.tests) > MOST_TESTS:
        yield f"{MOST_TESTS} fixed tests are the most: leave one out."
    if _are_twice(test.id for test in journal.tests):
        yield "A fixed test is there twice: leave one out."
    for number, test in enumerate(journal.tests, start=1):
        yield from _test_problems(number, test, journal.theme, catalogue)


def _test_problems(
    number: int, test: FixedTest, theme: str, catalogue: Catalogue
) -> Iterator[str]:
    named = {"title": test.title, "prompt": test.prompt}
    named["what counts as usable"] = test.usable
    for name, words in named.items():
        if not words.strip():
            yield f"Fixed test {number}: {name} is missing."
    yield from _too_long(f"Fixed test {number}, title", test.title, LONGEST_NAME)
    for words in (test.prompt, test.usable, test.settings):
        yield from _too_long(f"Fixed test {number}", words, LONGEST_TEXT)
    if test.signal is not None and theme in catalogue.themes:
        yield from _signal_problems(theme, test.signal, catalogue)


def entry_problems(
    entry: Entry, journal: Journal, catalogue: Catalogue, today: date
) -> Iterator[str]:
    """Say what stands in the way of keeping an entry."""
    if not journal.holds(entry.on):
        yield (
            f"The day lies outside this journal ({journal.started_on} to "
            f"{journal.ends_on}): choose another, or extend the journal."
        )
    latest = journal.ends_on if entry.kind is EntryKind.PLANNED else today
    if entry.kind is not EntryKind.SKIPPED and entry.on > latest:
        yield "That day has not come yet: plan it instead, or choose another day."
    yield from _too_long("The text", entry.text, LONGEST_TEXT)
    yield from _kind_problems(entry)
    yield from _file_problems("The entry", entry.files)
    if len(entry.runs) > MOST_RUNS:
        yield f"{MOST_RUNS} runs are the most in one entry: begin another."
    if _are_twice(run.id for run in entry.runs):
        yield "A run is there twice: leave one out."
    for run in entry.runs:
        yield from _run_problems(run, journal, today)
    if entry.improvement is not None:
        yield from _improvement_problems(entry.improvement, journal, catalogue)
        yield from _side_problems(entry.improvement, today)


def _kind_problems(entry: Entry) -> Iterator[str]:
    if entry.kind is EntryKind.SKIPPED and not entry.text.strip():
        yield "Say in a word why the day was skipped."
    has_more = bool(entry.runs or entry.files)
    if entry.runs and not entry.is_noted:
        yield "A day that is planned or skipped has no runs: check in instead."
    if entry.kind is EntryKind.CHECK_IN and not (entry.text.strip() or has_more):
        yield "Say what you saw, add a file, or a run of a fixed test."
    if (entry.kind is EntryKind.IMPROVEMENT) != (entry.improvement is not None):
        yield "Say what got better, and by what."


def _run_problems(run: Run, journal: Journal, today: date) -> Iterator[str]:
    if not run.model.strip():
        yield "The model or tool of the run is missing."
    yield from _too_long("The model", run.model, LONGEST_NAME)
    yield from _too_long("The settings", run.settings, LONGEST_TEXT)
    if not EARLIEST_DAY <= run.on <= today:
        yield "The day of the run must be today, or one that has passed."
    if run.test is not None and journal.test(run.test) is None:
        yield "The fixed test of the run is not in this journal."
    yield from _count_problems(run)
    if run.price_usd is not None and not _is_amount(run.price_usd):
        yield "The price cannot be below 0."
    if run.seconds is not None and not (_is_amount(run.seconds) and run.seconds):
        yield "The seconds must be above 0."
    yield from _file_problems(f"The run of {run.model}", run.files)


def _count_problems(run: Run) -> Iterator[str]:
    if run.tries is not None and not 1 <= run.tries <= MOST_TRIES:
        yield f"There must be 1 to {MOST_TRIES:,} tries."
    if run.usable is None:
        return
    if run.tries is None:
        yield "Say how many tries there were."
    elif not 0 <= run.usable <= run.tries:
        yield f"{run.usable} usable of {run.tries} tries cannot be: count again."


def _improvement_problems(
    improvement: Improvement, journal: Journal, catalogue: Catalogue
) -> Iterator[str]:
    if improvement.signal is not None and journal.theme in catalogue.themes:
        yield from _signal_problems(journal.theme, improvement.signal, catalogue)
    yield from _too_long("What it changes", improvement.change, LONGEST_TEXT)


def _side_problems(improvement: Improvement, today: date) -> Iterator[str]:
    sides = {"before": improvement.before, "after": improvement.after}
    for name, side in sides.items():
        if not _says_something(side):
            yield f"Say how it was {name}: choose a run, or give its result."
        if side.on is not None and not EARLIEST_DAY <= side.on <= today:
            yield f"The day of {name} must be today, or one that has passed."
        yield from _too_long(f"The model of {name}", side.model, LONGEST_NAME)
        yield from _too_long(f"The result of {name}", side.result, LONGEST_TEXT)
        yield from _file_problems(f"The side {name}", side.files)


def _says_something(side: Side) -> bool:
    return bool(side.run or side.result.strip() or side.files)


def _signal_problems(theme: str, signal: str, catalogue: Catalogue) -> Iterator[str]:
    try:
        catalogue.theme(theme).signal(signal)
    except InputError as error:
        yield str(error)


def _file_problems(what: str, files: tuple[FileRef, ...]) -> Iterator[str]:
    if reason := RULES["files"](files, _ANY_TIME):
        yield f"{what} {reason}."


def _are_twice(ids: Iterable[str]) -> bool:
    found = list(ids)
    return len(set(found)) < len(found)


def _is_amount(value: float) -> bool:
    return isfinite(value) and value >= 0


def _too_long(what: str, words: str, most: int) -> Iterator[str]:
    if len(words) > most:
        yield f"{what}: {most:,} characters are the most, so shorten it."
