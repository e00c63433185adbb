"""The strip on every page and this week's prompt, and that they agree."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from tests.factories import NOW, a_note
from tests.journal_writing import begun, closed, rewritten, written
from tests.journaling import (
    AT,
    END,
    SIGNAL,
    START,
    THEME,
    TODAY,
    a_fixed_test,
    a_run,
    an_entry,
)
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.services.assessment import assess
from themewatch.services.evidence import get_evidence
from themewatch.services.journal_entries import list_own_entries, write_entry
from themewatch.services.journal_prompt import prompt_of_week
from themewatch.services.journal_standing import strip_of
from themewatch.services.log import log_record, take_back
from themewatch.services.reference import catalogue

DAY = timedelta(days=1)
BEFORE = {"theme": THEME, "tested_on": START - DAY, "recorded_at": NOW}
SIGNALS = [signal.slug for signal in catalogue().theme(THEME).signals]


@pytest.fixture
def journal(session):
    return begun(session)


def test_it_says_which_day_of_how_many_under_which_theme(session, journal):
    strip = strip_of(session, CONTRIBUTOR, TODAY)
    assert (strip.journal, strip.theme) == (journal, THEME)
    assert (strip.day, strip.days, strip.is_over) == (12, 30, False)


@pytest.mark.parametrize("person", ["", REVIEWER])
def test_who_has_no_open_journal_has_none(session, journal, person):
    assert strip_of(session, person, TODAY) is None
    closed(session, journal)
    assert strip_of(session, CONTRIBUTOR, TODAY) is None


@pytest.mark.parametrize(("on", "is_over"), [(END, False), (END + DAY, True)])
def test_a_month_is_over_when_its_last_day_is(session, journal, on, is_over):
    strip = strip_of(session, CONTRIBUTOR, on)
    assert (strip.day, strip.is_over) == (30, is_over)
    assert strip.journal == journal


def test_tests_of_this_week_are_ones_own_shared_or_not_wherever_logged(
    session, journal
):
    week = BEFORE | {"tested_on": TODAY}
    written(session, journal)
    written(session, journal, shared=False)
    for changes in (
        week,  # the one note that counts besides the two runs
        week | {"tested_on": START + 6 * DAY},
        week | {"person": REVIEWER},
        week | {"theme": "consistency"},
    ):
        log_record(session, a_note(signal=None, **changes))
    taken = a_note(signal=None, **week)
    log_record(session, taken)
    take_back(session, taken.id, by=CONTRIBUTOR, now=NOW)
    written(session, journal, run=a_run(on=START + 6 * DAY), shared=False)
    assert strip_of(session, CONTRIBUTOR, TODAY).tests == 3


def test_a_run_counts_once_whether_it_is_shared_or_not(session, journal):
    entry = written(session, journal)
    assert strip_of(session, CONTRIBUTOR, TODAY).tests == 1
    entry = rewritten(session, journal, entry, shared=False)
    assert strip_of(session, CONTRIBUTOR, TODAY).tests == 1
    rewritten(session, journal, entry)
    assert strip_of(session, CONTRIBUTOR, TODAY).tests == 1


def prompted(session, journal, today):
    assessment = assess(get_evidence(session), as_of=today)
    entries = list_own_entries(session, journal)
    prompt = prompt_of_week(assessment, journal, entries, today)
    assert strip_of(session, journal.person, today).prompt == prompt
    return prompt


def test_the_prompt_is_a_signal_nobody_has_tested(session, journal):
    for signal in (s for s in SIGNALS if s != SIGNAL):
        note = a_note(**BEFORE, signal=signal)
        log_record(session, note)
    prompt = prompted(session, journal, START)
    assert prompt.signal == SIGNAL
    assert prompt.why == "Nobody has tested this here yet."


def test_the_prompt_says_how_often_it_was_tested(session, journal):
    for signal in SIGNALS:
        for _ in range(2 if signal == SIGNAL else 3):
            note = a_note(**BEFORE, signal=signal)
            log_record(session, note)
    prompt = prompted(session, journal, START)
    assert prompt.signal == SIGNAL
    assert prompt.why == "Tested 2 times before this week."


def test_every_week_asks_for_another_one_and_the_strip_for_the_same(session, journal):
    weeks = [START + n * 7 * DAY for n in range(4)]
    asked = [prompted(session, journal, today).signal for today in weeks]
    assert sorted(asked) == sorted(SIGNALS)
    assert asked == SIGNALS


def test_what_was_tested_in_private_before_is_asked_for_later(session, journal):
    first = SIGNALS[0]
    tests = (a_fixed_test(id="other", signal=first),)
    private = begun(session, tests=tests, created_at=NOW)
    run = a_run(test="other", on=START - DAY, is_before=True)
    entry = an_entry(private, runs=(run,))
    write_entry(session, private, entry, (), AT)
    assert prompted(session, private, START).signal == SIGNALS[1]
    assert strip_of(session, CONTRIBUTOR, START).journal == private != journal


def test_a_strip_asks_few_and_small_queries(session, journal):
    for _ in range(30):
        written(session, journal, shared=False)
    asked = []

    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    event.listen(session.engine, "before_cursor_execute", note)
    strip_of(session, CONTRIBUTOR, TODAY)
    assert len(asked) == 4
    asked.clear()
    strip_of(session, REVIEWER, TODAY)
    assert len(asked) == 1
    event.remove(session.engine, "before_cursor_execute", note)
