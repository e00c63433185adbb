"""Writing into a journal: what is kept, what is refused, what is one's own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import NOW, a_file
from tests.journal_writing import LATER, begun, notes, rewritten, written
from tests.journaling import AT, END, START, TODAY, a_run, an_entry, an_improvement
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.journal import Moment
from themewatch.domain.journal_entry import EntryKind, Side
from themewatch.errors import InputError, NotFoundError
from themewatch.services.journal_entries import (
    get_own_entry,
    list_own_entries,
    put_back_entry,
    remove_entry,
    write_entry,
)
from themewatch.services.journals import change_journal

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def journal(session):
    """Return an open journal in its second week."""
    return begun(session)


def test_what_was_written_is_there_by_day(session, journal):
    texts = {TODAY: "Third.", START: "First.", START + DAY: "Second."}
    for on, text in texts.items():
        entry = an_entry(journal, on=on, text=text, files=(a_file(),))
        kept = write_entry(session, journal, entry, (), AT)
        assert kept == entry == get_own_entry(session, entry.id, CONTRIBUTOR)
    found = list_own_entries(session, journal)
    assert [entry.text for entry in found] == ["First.", "Second.", "Third."]


def test_an_improvement_is_kept_with_its_two_sides(session, journal):
    run = a_run()
    improvement = an_improvement(after=Side(run=run.id))
    entry = an_entry(
        journal, kind=EntryKind.IMPROVEMENT, runs=(run,), improvement=improvement
    )
    assert write_entry(session, journal, entry, (), AT).improvement == improvement


def test_everything_wrong_is_said_at_once_and_nothing_is_kept(session, journal):
    wrong = a_run(tries=None, model="", on=TODAY + DAY)
    entry = an_entry(journal, on=START - DAY, runs=(wrong,))
    with pytest.raises(InputError) as refused:
        write_entry(session, journal, entry, {wrong.id}, AT)
    assert len(refused.value.problems) == 4
    assert list_own_entries(session, journal) == []
    assert notes(session) == ()


def test_a_change_keeps_the_moment_it_was_first_written(session, journal):
    first = write_entry(session, journal, an_entry(journal), (), AT)
    changed = replace(first, text="Other.", written_at=LATER.now)
    kept = write_entry(session, journal, changed, (), LATER)
    assert (kept.written_at, kept.version) == (first.written_at, 2)


def test_nobody_reads_or_writes_the_entry_of_another(session, journal):
    first = written(session, journal)
    theirs = begun(session, person=REVIEWER)
    with pytest.raises(NotFoundError, match="no such journal of yours"):
        get_own_entry(session, first.id, REVIEWER)
    with pytest.raises(NotFoundError, match="no such journal of yours"):
        written(session, replace(journal, person=REVIEWER))
    for seen in (first, replace(first, journal=theirs.id)):
        with pytest.raises(NotFoundError, match="no such entry in this journal"):
            rewritten(session, theirs, seen, usable=5)
        with pytest.raises(NotFoundError, match="no such entry in this journal"):
            remove_entry(session, theirs, seen, now=LATER.now)
    assert get_own_entry(session, first.id, CONTRIBUTOR) == first


def test_nobody_removes_what_is_not_there(session, journal):
    with pytest.raises(NotFoundError, match="not there any more"):
        remove_entry(session, journal, an_entry(journal), now=NOW)
    with pytest.raises(NotFoundError, match="no such entry"):
        put_back_entry(session, journal, an_entry(journal))


def test_what_was_removed_from_a_day_that_fell_out_waits_for_it(session, journal):
    first = written(session, journal)
    removed = remove_entry(session, journal, first, now=NOW)
    shorter = replace(journal, ends_on=TODAY - DAY)
    shorter = change_journal(session, shorter, today=TODAY)
    with pytest.raises(InputError, match="extend it first"):
        put_back_entry(session, journal, removed)
    change_journal(session, replace(shorter, ends_on=END), today=TODAY)
    assert put_back_entry(session, journal, removed).removed_at is None


def test_who_has_flown_west_may_still_change_what_was_written_tomorrow(
    session, journal
):
    first = written(session, journal)
    yesterday = Moment(NOW, TODAY - DAY)
    assert rewritten(session, journal, first, at=yesterday, usable=3).version == 2
    with pytest.raises(InputError, match="has not come yet"):
        write_entry(session, journal, an_entry(journal), (), yesterday)


def test_a_plan_becomes_a_check_in_when_its_day_has_come(session, journal):
    plan = an_entry(journal, kind=EntryKind.PLANNED, on=TODAY + DAY, text="")
    plan = write_entry(session, journal, plan, (), AT)
    seen = replace(plan, kind=EntryKind.CHECK_IN, text="Done.")
    with pytest.raises(InputError, match="has not come yet"):
        write_entry(session, journal, seen, (), AT)
    tomorrow = Moment(NOW + DAY, TODAY + DAY)
    assert write_entry(session, journal, seen, (), tomorrow).is_noted
