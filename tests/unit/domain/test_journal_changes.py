"""What of a journal stays as it is while it is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import NOW
from tests.journaling import END, START, TODAY, a_fixed_test, a_journal, a_run, an_entry
from themewatch.domain.journal_changes import change_problems
from themewatch.domain.journal_entry import EntryKind

DAY = timedelta(days=1)
BEFORE = a_journal()


def said(*entries, before=BEFORE, **changes):
    return list(change_problems(before, replace(before, **changes), entries))


def test_it_stays_with_its_theme():
    [problem] = said(theme="lower-cost", tests=())
    assert "begin another" in problem


def test_words_and_an_end_that_holds_all_days_may_change():
    entry = an_entry(BEFORE, runs=(a_run(),))
    assert said(entry, why="Other.", questions="Which?", ends_on=TODAY) == []
    assert said(entry, ends_on=END + 9 * DAY, started_on=START - DAY) == []


def test_a_fixed_test_nobody_has_run_may_change_and_go():
    assert said(an_entry(BEFORE), tests=()) == []
    assert said(tests=(a_fixed_test(prompt="Another."),)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "Another."},
        {"settings": "20 s"},
        {"usable": "Anything."},
        {"signal": "scene-transitions"},
    ],
)
def test_a_fixed_test_that_was_run_stays_what_it_was(change):
    entry = an_entry(BEFORE, runs=(a_run(),))
    [problem] = said(entry, tests=(a_fixed_test(**change),))
    assert "“A walk through a market” has been run: it stays as it is" in problem


def test_a_fixed_test_that_was_run_may_get_another_name_and_other_lines():
    entry = an_entry(BEFORE, runs=(a_run(),))
    prompt = a_fixed_test().prompt.replace(" ", "\n")
    assert said(entry, tests=(a_fixed_test(title="Market", prompt=prompt),)) == []


def test_a_fixed_test_that_was_run_stays_in_the_journal():
    [problem] = said(an_entry(BEFORE, runs=(a_run(),)), tests=())
    assert "has been run: it stays here" in problem


def test_a_run_in_an_entry_that_was_removed_binds_nobody():
    removed = an_entry(BEFORE, runs=(a_run(),), removed_at=NOW)
    assert said(removed, tests=(), ends_on=START) == []


@pytest.mark.parametrize(
    "changes", [{"ends_on": TODAY - DAY}, {"started_on": TODAY + DAY}]
)
def test_no_day_falls_out_on_which_something_was_noted(changes):
    [problem] = said(an_entry(BEFORE), an_entry(BEFORE), **changes)
    assert f"noted on {TODAY}: the journal has to hold that day" in problem


def test_a_plan_may_fall_out():
    plan = an_entry(BEFORE, kind=EntryKind.PLANNED, on=END)
    assert said(plan, ends_on=TODAY) == []
