"""A month with a theme is its person's own, and no window overwrites another's."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import NOW
from tests.journaling import (
    AT,
    END,
    START,
    TODAY,
    a_fixed_test,
    a_journal,
    a_run,
    an_entry,
)
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.services.journal_entries import write_entry
from themewatch.services.journals import (
    begin_journal,
    change_journal,
    choose_current_journal,
    continued,
    find_current_journal,
    get_own_journal,
    list_own_journals,
    new_journal,
    reopen_journal,
)
from themewatch.storage import journals
from themewatch.storage.engine import writing

DAY = timedelta(days=1)


def begun(session, **changes):
    journal = a_journal(**changes)
    begin_journal(session, journal, today=TODAY)
    return journal


def closed(session, journal):
    return journals.edit_journal(session, replace(journal, closed_at=NOW))


def test_a_new_journal_lasts_one_calendar_month():
    journal = new_journal(
        person=CONTRIBUTOR, theme="consistency", started_on=date(2026, 1, 31), now=NOW
    )
    assert journal.ends_on == date(2026, 2, 28)
    assert journal.created_at == NOW
    assert len(journal.id) == 36


def test_what_was_begun_is_there_and_current(session):
    journal = begun(session)
    assert get_own_journal(session, journal.id, CONTRIBUTOR) == journal
    assert find_current_journal(session, CONTRIBUTOR) == journal
    assert list_own_journals(session, CONTRIBUTOR) == [journal]


def test_pressing_twice_begins_it_once(session):
    journal = begun(session)
    other = begun(session)
    begin_journal(session, replace(journal, why="Typed since."), today=TODAY)
    assert get_own_journal(session, journal.id, CONTRIBUTOR) == journal
    assert len(list_own_journals(session, CONTRIBUTOR)) == 2
    assert find_current_journal(session, CONTRIBUTOR) == other


def test_pressing_twice_at_the_same_moment_begins_it_once(engine, together):
    journal = a_journal()

    def press(_number):
        with writing(engine) as session:
            begin_journal(session, journal, today=TODAY)

    together(press)
    with writing(engine) as session:
        assert list_own_journals(session, CONTRIBUTOR) == [journal]


def test_a_journal_with_something_wrong_is_not_begun(session):
    wrong = a_journal(person="", started_on=TODAY + DAY, ends_on=TODAY)
    with pytest.raises(InputError) as refused:
        begin_journal(session, wrong, today=TODAY)
    assert len(refused.value.problems) == 3
    assert journals.list_journals(session) == []


@pytest.mark.parametrize("person", [REVIEWER, "", "ann contributor"])
def test_nobody_sees_anybody_elses(session, person):
    journal = begun(session)
    with pytest.raises(NotFoundError, match="no such journal of yours"):
        get_own_journal(session, journal.id, person)
    assert list(list_own_journals(session, person)) == []
    assert find_current_journal(session, person) is None


def test_a_journal_that_is_not_there_and_one_of_another_are_told_apart_by_nobody(
    session,
):
    journal = begun(session)
    said = set()
    for asked in (journal.id, "nothing"):
        with pytest.raises(NotFoundError) as refused:
            get_own_journal(session, asked, REVIEWER)
        said.add(str(refused.value))
    assert len(said) == 1


def test_the_journal_one_chose_is_current_while_it_is_open(session):
    first, second = begun(session), begun(session, started_on=START + DAY)
    choose_current_journal(session, first)
    assert find_current_journal(session, CONTRIBUTOR) == first
    closed(session, first)
    assert find_current_journal(session, CONTRIBUTOR) == second
    closed(session, second)
    assert find_current_journal(session, CONTRIBUTOR) is None


def test_without_a_choice_the_one_begun_last_is_current(session):
    for days in (0, 5, 2):
        journals.add_journal(session, a_journal(started_on=START + days * DAY))
    found = find_current_journal(session, CONTRIBUTOR)
    assert found.started_on == START + 5 * DAY


def test_a_change_is_kept_with_a_new_version(session):
    journal = begun(session)
    changed = replace(journal, why="Other.", questions="Two faces?")
    kept = change_journal(session, changed, today=TODAY)
    assert kept == replace(changed, version=2)
    assert get_own_journal(session, journal.id, CONTRIBUTOR) == kept


def test_a_journal_is_extended_and_ended_early(session):
    journal = begun(session)
    longer = replace(journal, ends_on=END + 30 * DAY)
    kept = change_journal(session, longer, today=TODAY)
    assert kept.days == 60
    shorter = change_journal(session, replace(kept, ends_on=START), today=TODAY)
    assert shorter.days == 1


def test_no_day_is_lost_on_which_something_was_noted(session):
    journal = begun(session)
    write_entry(session, journal, an_entry(journal), (), AT)
    with pytest.raises(InputError, match="noted on 2026-10-01"):
        change_journal(session, replace(journal, ends_on=TODAY - DAY), today=TODAY)


def test_a_fixed_test_that_was_run_stays_what_it_was(session):
    journal = begun(session)
    write_entry(session, journal, an_entry(journal, runs=(a_run(),)), (), AT)
    other = replace(journal, tests=(a_fixed_test(prompt="Another."),))
    with pytest.raises(InputError, match="so that its results can be compared"):
        change_journal(session, other, today=TODAY)


def test_everything_wrong_with_a_change_is_said_at_once(session):
    journal = begun(session)
    write_entry(session, journal, an_entry(journal, runs=(a_run(),)), (), AT)
    wrong = replace(journal, theme="lower-cost", tests=(), ends_on=START - DAY)
    with pytest.raises(InputError) as refused:
        change_journal(session, wrong, today=TODAY)
    assert len(refused.value.problems) == 4


def test_two_windows_never_overwrite_each_other_unseen(session):
    journal = begun(session)
    mine, yours = replace(journal, why="Mine."), replace(journal, why="Yours.")
    kept = change_journal(session, mine, today=TODAY)
    with pytest.raises(ConflictError, match="another window"):
        change_journal(session, yours, today=TODAY)
    assert get_own_journal(session, journal.id, CONTRIBUTOR) == kept


def test_of_many_windows_at_the_same_moment_one_is_kept_and_others_are_told(
    engine, together
):
    journal = a_journal()
    with writing(engine) as session:
        begin_journal(session, journal, today=TODAY)

    def change(number):
        try:
            with writing(engine) as session:
                mine = replace(journal, why=f"Window {number}")
                change_journal(session, mine, today=TODAY)
        except ConflictError:
            return False
        return True

    answers = together(change)
    assert Counter(answers) == {True: 1, False: 19}
    with writing(engine) as session:
        kept = get_own_journal(session, journal.id, CONTRIBUTOR)
    assert kept.why == f"Window {answers.index(True)}"


def test_a_closed_journal_is_changed_by_nobody(session):
    journal = begun(session)
    shut = closed(session, journal)
    for seen in (journal, shut):
        with pytest.raises(ConflictError, match="closed: reopen it"):
            change_journal(session, replace(seen, why="Other."), today=TODAY)


def test_a_change_cannot_close_a_journal(session):
    journal = begun(session)
    with pytest.raises(ConflictError, match="closed"):
        change_journal(session, replace(journal, closed_at=NOW), today=TODAY)
    assert not get_own_journal(session, journal.id, CONTRIBUTOR).is_closed


def test_a_closed_journal_is_reopened_once(session):
    shut = closed(session, begun(session))
    opened = reopen_journal(session, shut)
    assert opened == replace(shut, closed_at=None, version=3)
    with pytest.raises(ConflictError, match="open already"):
        reopen_journal(session, opened)
    with pytest.raises(ConflictError, match="another window"):
        reopen_journal(session, shut)


def test_nobody_changes_the_journal_of_another(session):
    journal = begun(session)
    with pytest.raises(NotFoundError):
        change_journal(session, replace(journal, person=REVIEWER), today=TODAY)
    assert get_own_journal(session, journal.id, CONTRIBUTOR) == journal


def test_who_has_flown_west_may_still_change_a_journal_begun_tomorrow(session):
    journal = begun(session, started_on=TODAY, ends_on=END)
    changed = replace(journal, why="Other.")
    assert change_journal(session, changed, today=TODAY - DAY).why == "Other."
    later = replace(changed, started_on=TODAY + DAY, version=2)
    with pytest.raises(InputError, match="Begin today"):
        change_journal(session, later, today=TODAY - DAY)


def test_the_next_month_carries_theme_fixed_tests_and_questions_over(session):
    before = closed(session, begun(session))
    now = datetime(2026, 10, 31, 9, tzinfo=UTC)
    after = continued(before, "Two faces?", started_on=now.date(), now=now)
    begin_journal(session, after, today=now.date())
    found = find_current_journal(session, CONTRIBUTOR)
    assert (found.continues, found.questions) == (before.id, "Two faces?")
    assert (found.theme, found.why) == (before.theme, before.why)
    assert found.ends_on == date(2026, 11, 30)
    [test], [older] = found.tests, before.tests
    assert test.id != older.id
    assert replace(test, id=older.id) == older
    assert (found.version, found.is_closed) == (1, False)
