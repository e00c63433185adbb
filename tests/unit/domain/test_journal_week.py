"""What a week asks for: the signal tested least, every one in its turn."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW
from tests.journaling import END, START, a_fixed_test, a_journal, a_run, an_entry
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.journal_week import SignalTest, private_tests, signal_of_week

DAY = timedelta(days=1)
WEEK = 7 * DAY
SIGNALS = ("length", "identity", "transitions")
JOURNAL = a_journal()


def some_of(signal, times, on=START - DAY):
    return [SignalTest(on, REVIEWER, signal)] * times


def asked(tests, week=1):
    return signal_of_week(SIGNALS, tests, JOURNAL, START + (week - 1) * WEEK)


def test_the_one_tested_least_is_asked_for():
    tests = some_of("length", 2) + some_of("identity", 1) + some_of("transitions", 3)
    assert asked(tests) == ("identity", 1)


def test_of_equals_the_first_is():
    assert asked([]) == ("length", 0)
    assert asked(some_of("length", 1)) == ("identity", 0)


def test_what_nobody_named_a_signal_for_counts_for_none():
    assert asked(some_of(None, 9)) == ("length", 0)


def test_a_test_does_not_change_the_week_it_is_made_in():
    today = START + 3 * DAY
    tests = some_of("length", 1) + some_of("identity", 1, START) * 5
    assert asked(tests) == ("identity", 0)
    assert signal_of_week(SIGNALS, tests, JOURNAL, today) == ("identity", 0)


def test_every_signal_has_its_turn_before_one_comes_again():
    tests = some_of("length", 5) + some_of("identity", 1)
    turns = [asked(tests, week)[0] for week in range(1, 6)]
    assert turns == ["transitions", "identity", "length", "transitions", "identity"]


def test_a_turn_goes_to_the_one_tested_least_by_then():
    later = some_of("identity", 2, START + DAY) + some_of("length", 1, START + WEEK)
    tests = some_of("length", 1) + later
    assert asked(tests, 1) == ("identity", 0)
    assert asked(tests, 2) == ("transitions", 0)
    assert asked(tests, 3) == ("length", 2)


def test_after_its_end_a_journal_asks_for_what_it_asked_for_last():
    last = signal_of_week(SIGNALS, [], JOURNAL, END)
    assert signal_of_week(SIGNALS, [], JOURNAL, END + 90 * DAY) == last


@given(
    st.lists(
        st.tuples(st.integers(-60, 60), st.sampled_from([*SIGNALS, None])), max_size=40
    ),
    st.integers(0, 29),
    st.randoms(),
)
def test_it_is_the_same_all_week_and_in_whatever_order_tests_come(tests, day, shuffler):
    found = [SignalTest(START + n * DAY, REVIEWER, signal) for n, signal in tests]
    first = START + (day // 7) * WEEK
    answer = signal_of_week(SIGNALS, found, JOURNAL, first)
    shuffler.shuffle(found)
    assert signal_of_week(SIGNALS, found, JOURNAL, START + day * DAY) == answer


def test_private_runs_are_tests_too_and_shared_ones_are_notes_already():
    entry = an_entry(
        JOURNAL,
        runs=(a_run(on=START), a_run(note="n"), a_run(test=None, on=START + DAY)),
    )
    removed = an_entry(JOURNAL, runs=(a_run(),), removed_at=NOW)
    assert private_tests(JOURNAL, [entry, removed]) == [
        SignalTest(START, CONTRIBUTOR, a_fixed_test().signal),
        SignalTest(START + DAY, CONTRIBUTOR, None),
    ]
