"""What a journal and its entries have to fulfil, each broken rule in a sentence."""

from dataclasses import replace
from datetime import date, timedelta
from math import inf, nan

import pytest

from tests.factories import a_file, a_theme
from tests.journaling import (
    END,
    SIGNAL,
    START,
    THEME,
    TODAY,
    a_fixed_test,
    a_journal,
    a_run,
    an_entry,
    an_improvement,
)
from themewatch.domain.journal_checks import (
    LONGEST_MONTH,
    MOST_RUNS,
    entry_problems,
    journal_problems,
)
from themewatch.domain.journal_entry import EntryKind, Side
from themewatch.domain.rules import LONGEST_NAME, LONGEST_TEXT
from themewatch.domain.theme import Catalogue, Signal

DAY = timedelta(days=1)
WATCHED = Signal(SIGNAL, "Same face", "The same face after ten seconds.")
CATALOGUE = Catalogue({THEME: a_theme(slug=THEME, signals=(WATCHED,))}, START)
LONG, LONGER = "x" * (LONGEST_NAME + 1), "x" * (LONGEST_TEXT + 1)


def of_journal(**changes):
    return list(journal_problems(a_journal(**changes), CATALOGUE, TODAY))


def of_entry(**changes):
    journal = a_journal()
    entry = an_entry(journal, **changes)
    return list(entry_problems(entry, journal, CATALOGUE, TODAY))


def of_run(**changes):
    return of_entry(runs=(a_run(**changes),))


def of_improvement(**changes):
    improvement = an_improvement(**changes)
    return of_entry(kind=EntryKind.IMPROVEMENT, improvement=improvement)


def test_nothing_is_wrong_with_one_that_is_filled_in():
    assert of_journal() == of_entry() == of_run() == of_improvement() == []


def test_a_journal_needs_no_fixed_test():
    assert of_journal(tests=()) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"person": " "}, "Your name is missing"),
        ({"person": LONG}, "Your name: 200 characters are"),
        ({"theme": "video", "tests": ()}, "Choose the theme"),
        ({"started_on": TODAY + DAY}, "Begin today, or on a day that has passed"),
        ({"started_on": date(1999, 12, 31), "ends_on": date(2000, 1, 3)}, "Begin"),
        ({"ends_on": START - DAY}, "must end on the day it begins, or later"),
        ({"ends_on": START + LONGEST_MONTH + DAY}, "a year at most"),
        ({"why": LONGER}, "What it means for your work: 10,000"),
        ({"questions": LONGER}, "The open questions: 10,000"),
        ({"tests": tuple(a_fixed_test(id=n) for n in "abc")}, "2 fixed tests"),
        ({"tests": (a_fixed_test(), a_fixed_test())}, "there twice"),
        ({"tests": (a_fixed_test(title=""),)}, "Fixed test 1: title is missing"),
        ({"tests": (a_fixed_test(prompt=" "),)}, "1: prompt is missing"),
        ({"tests": (a_fixed_test(usable=""),)}, "what counts as usable is missing"),
        ({"tests": (a_fixed_test(title=LONG),)}, "1, title: 200 characters"),
        ({"tests": (a_fixed_test(settings=LONGER),)}, "1: 10,000 characters"),
        ({"tests": (a_fixed_test(signal="x"),)}, "longer-video has no signal 'x'"),
    ],
)
def test_what_is_wrong_with_a_journal_is_said(changes, said):
    [problem] = of_journal(**changes)
    assert said in problem


@pytest.mark.parametrize("changes", [{"ends_on": START}, {"started_on": TODAY}])
def test_it_may_begin_today_and_last_a_day(changes):
    assert of_journal(**changes) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"on": START - DAY}, "outside this journal (2026-09-20 to 2026-10-19)"),
        ({"on": TODAY + DAY}, "has not come yet: plan it"),
        ({"text": LONGER}, "The text: 10,000"),
        ({"text": " "}, "Say what you saw"),
        ({"kind": EntryKind.SKIPPED, "text": ""}, "why the day was skipped"),
        ({"kind": EntryKind.PLANNED, "runs": (a_run(),)}, "has no runs: check in"),
        ({"kind": EntryKind.SKIPPED, "runs": (a_run(),)}, "has no runs: check in"),
        ({"kind": EntryKind.IMPROVEMENT}, "Say what got better"),
        ({"improvement": an_improvement()}, "Say what got better"),
        ({"files": (a_file(),) * 5}, "The entry holds 5 files; 4 are the most"),
        ({"files": (a_file(media_type="text/html"),)}, "no image, video or audio"),
        ({"files": (a_file(sha256="../../etc"),)}, "not 64 digits"),
        ({"runs": tuple(a_run() for _ in range(MOST_RUNS + 1))}, "20 runs are"),
        ({"runs": (a_run(id="a"), a_run(id="a"))}, "A run is there twice"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said(changes, said):
    [problem] = of_entry(**changes)
    assert said in problem


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "", "files": (a_file(),)},
        {"text": "", "runs": (a_run(),)},
        {"on": END, "kind": EntryKind.PLANNED, "text": ""},
        {"on": END, "kind": EntryKind.SKIPPED},
    ],
)
def test_a_file_a_run_or_a_plan_needs_no_words(changes):
    assert of_entry(**changes) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"model": " "}, "The model or tool of the run is missing"),
        ({"model": LONG}, "The model: 200"),
        ({"settings": LONGER}, "The settings: 10,000"),
        ({"on": TODAY + DAY}, "day of the run must be today"),
        ({"on": date(1999, 1, 1)}, "day of the run must be today"),
        ({"test": "another"}, "fixed test of the run is not in this journal"),
        ({"tries": 0, "usable": None}, "There must be 1 to 1,000,000 tries"),
        ({"tries": None}, "Say how many tries there were"),
        ({"usable": 6}, "6 usable of 5 tries cannot be"),
        ({"usable": -1}, "-1 usable of 5 tries cannot be"),
        ({"price_usd": -0.5}, "price cannot be below 0"),
        ({"price_usd": nan}, "price cannot be below 0"),
        ({"price_usd": inf}, "price cannot be below 0"),
        ({"seconds": 0.0}, "seconds must be above 0"),
        ({"seconds": nan}, "seconds must be above 0"),
        ({"files": (a_file(size=0),)}, "The run of Vision 1 holds third shot.png of 0"),
    ],
)
def test_what_is_wrong_with_a_run_is_said(changes, said):
    [problem] = of_run(**changes)
    assert said in problem


@pytest.mark.parametrize(
    "changes",
    [
        {"test": None},
        {"tries": None, "usable": None},
        {"usable": 0},
        {"on": START - 90 * DAY, "is_before": True},
        {"price_usd": 0.0, "seconds": 0.5},
    ],
)
def test_a_run_may_say_little_and_be_older_than_the_journal(changes):
    assert of_run(**changes) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"before": Side()}, "Say how it was before"),
        ({"after": Side(model="Vision 1", result=" ")}, "Say how it was after"),
        ({"signal": "x"}, "longer-video has no signal 'x'"),
        ({"change": LONGER}, "What it changes: 10,000"),
        ({"before": Side(result=LONGER)}, "The result of before: 10,000"),
        ({"before": Side(result="x", model=LONG)}, "The model of before: 200"),
        ({"after": Side(result="x", on=TODAY + DAY)}, "The day of after must be"),
        ({"after": Side(files=(a_file(),) * 5)}, "The side after holds 5 files"),
    ],
)
def test_what_is_wrong_with_an_improvement_is_said(changes, said):
    [problem] = of_improvement(**changes)
    assert said in problem


@pytest.mark.parametrize(
    "side", [Side(run="run-1"), Side(result="1 of 5"), Side(files=(a_file(),))]
)
def test_a_run_a_result_or_a_file_says_how_it_was(side):
    assert of_improvement(before=side) == []


def test_everything_is_said_at_once():
    run = a_run(tries=None, usable=None, seconds=-1.0, model="")
    said = of_entry(text=LONGER, runs=(run, replace(run, id="b")))
    assert len(said) == 5
    assert all(sentence.endswith(".") for sentence in said)
