"""What a month came to, counted from its entries."""

from datetime import timedelta

from tests.journaling import (
    SIGNAL,
    START,
    a_fixed_test,
    a_journal,
    a_run,
    an_entry,
    an_improvement,
)
from themewatch.domain.journal_entry import EntryKind, ImprovementKind
from themewatch.domain.month_facts import facts_of
from themewatch.domain.note import Verdict

DAY = timedelta(days=1)
JOURNAL = a_journal()


def ran(number, usable, *, tries=5, **fields):
    on = START + number * DAY
    return a_run(id=f"run-{number}", on=on, usable=usable, tries=tries, **fields)


def noted(number, *runs, **fields):
    on = START + number * DAY
    return an_entry(JOURNAL, **{"id": f"e{number}", "on": on, "runs": runs} | fields)


def facts(*entries):
    return facts_of(JOURNAL, entries)


def test_a_day_noted_twice_counts_once_and_outweighs_a_skipped_one():
    skipped = [
        noted(n, kind=EntryKind.SKIPPED, text="Away.", id=f"s{n}") for n in (1, 2)
    ]
    found = facts(noted(1), noted(1, id="again"), *skipped)
    assert (found.noted_days, found.skipped_days) == (1, 1)


def test_the_result_before_is_no_try():
    found = facts(noted(0, ran(0, 1, is_before=True)), noted(1, ran(1, 2, model="V")))
    assert (found.tries, found.models) == (5, ("V",))


def test_a_run_nobody_counted_is_one_try():
    run = a_run(tries=None, usable=None, verdict=Verdict.BREAKS)
    assert facts(noted(1, run)).tries == 1


def test_the_last_run_is_that_of_the_latest_day_not_of_the_latest_entry():
    found = facts(noted(1, ran(9, 4)), noted(5, ran(3, 2)))
    assert found.tests[0].last.run.id == "run-9"


def test_a_run_older_than_the_result_before_is_no_end():
    old, before = ran(1, 5), ran(3, 1, is_before=True)
    assert facts(noted(5, old), noted(3, before)).tests[0].last is None


def test_best_is_only_said_where_it_was_better_than_the_last():
    first = facts(noted(1, ran(1, 5)), noted(2, ran(2, 3)))
    assert first.tests[0].best.run.id == "run-1"
    equal = facts(noted(1, ran(1, 3)), noted(2, ran(2, 3)))
    assert equal.tests[0].best is None


def test_a_test_got_better_if_any_later_run_was():
    before = noted(0, ran(0, 2, is_before=True))
    assert facts(before, noted(1, ran(1, 3)), noted(2, ran(2, 1))).tests[0].got_better
    assert not facts(before, noted(1, ran(1, 2))).tests[0].got_better
    assert not facts(noted(1, ran(1, 2))).tests[0].got_better


def test_improvements_stand_under_what_was_watched_that_without_it_last():
    kinds = {"kind": EntryKind.IMPROVEMENT}
    whole = noted(1, improvement=an_improvement(signal=None), **kinds)
    watched = noted(2, improvement=an_improvement(signal=SIGNAL), **kinds)
    found = facts(whole, watched)
    assert list(found.improvements) == [SIGNAL, None]
    assert found.improved == 2


def test_what_was_not_better_is_no_improvement():
    same = an_improvement(kind=ImprovementKind.NOT_BETTER)
    found = facts(noted(1, kind=EntryKind.IMPROVEMENT, improvement=same))
    assert found.improved == 0
    assert [entry.id for entry in found.not_better] == ["e1"]


def test_a_test_that_one_model_passes_fails_no_more():
    old, new = ran(1, 1, model="Old"), ran(2, 5, model="New")
    assert facts(noted(1, old), noted(2, new)).failing == ()


def test_the_last_run_on_each_model_says_what_still_fails():
    runs = [ran(1, 1), ran(2, 3), ran(3, 4, model="New")]
    found = facts(noted(1, *runs))
    assert [(one.run.id, one.fails) for one in found.failing] == [
        ("run-2", 2),
        ("run-3", 1),
    ]


def test_what_was_had_before_fails_only_where_nothing_was_run_after_it():
    before = ran(0, 1, is_before=True)
    assert [one.run.id for one in facts(noted(0, before)).failing] == ["run-0"]
    found = facts(noted(0, before), noted(1, ran(1, 2, model="New")))
    assert [one.run.id for one in found.failing] == ["run-1"]


def test_a_plan_is_undone_unless_something_was_noted_on_its_day():
    plans = [noted(n, kind=EntryKind.PLANNED, id=f"p{n}") for n in (1, 2)]
    found = facts(*plans, noted(2))
    assert [entry.id for entry in found.undone] == ["p1"]


def test_runs_of_another_test_are_not_counted_for_it():
    journal = a_journal(tests=(a_fixed_test(), a_fixed_test(id="other")))
    found = facts_of(journal, [noted(1, ran(1, 2, test="other"), ran(2, 1, test=None))])
    assert found.tests[0].last is None
    assert found.tests[1].last.run.id == "run-1"
