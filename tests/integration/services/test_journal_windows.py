"""Two windows of a journal never overwrite each other unseen."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import NOW
from tests.journal_writing import LATER, begun, closed, notes, rewritten, written
from tests.journaling import AT, TODAY, a_run, an_entry
from tests.people import CONTRIBUTOR
from themewatch.errors import ConflictError, InputError
from themewatch.services.journal_entries import (
    get_own_entry,
    list_own_entries,
    put_back_entry,
    remove_entry,
    write_entry,
)
from themewatch.services.journals import change_journal
from themewatch.storage import journals
from themewatch.storage.engine import writing
from themewatch.storage.evidence import evidence_version

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def journal(session):
    """Return an open journal in its second week."""
    return begun(session)


def test_pressing_twice_keeps_an_entry_once(session, journal):
    run = a_run()
    entry = an_entry(journal, runs=(run,))
    first = write_entry(session, journal, entry, {run.id}, AT)
    again = write_entry(
        session, journal, replace(entry, written_at=LATER.now), {run.id}, LATER
    )
    assert again == first
    assert list_own_entries(session, journal) == [first]
    assert len(notes(session)) == 1


def test_the_second_window_is_told_and_overwrites_nothing(session, journal):
    first = written(session, journal)
    mine = rewritten(session, journal, first, usable=4)
    before = evidence_version(session)
    with pytest.raises(ConflictError, match="Usable: now 4, yours 5"):
        rewritten(session, journal, first, usable=5)
    with pytest.raises(ConflictError, match="another window"):
        remove_entry(session, journal, first, now=LATER.now)
    assert get_own_entry(session, first.id, CONTRIBUTOR) == mine
    assert evidence_version(session) == before


def test_a_window_that_has_what_was_removed_is_told(session, journal):
    first = written(session, journal)
    removed = remove_entry(session, journal, first, now=NOW)
    for seen in (first, removed):
        with pytest.raises(ConflictError, match="removed meanwhile: put it back"):
            rewritten(session, journal, seen, usable=3)
        with pytest.raises(ConflictError, match="removed meanwhile"):
            remove_entry(session, journal, seen, now=LATER.now)
    put_back_entry(session, journal, removed)
    with pytest.raises(ConflictError, match="put back already"):
        put_back_entry(session, journal, removed)


def test_nothing_is_written_into_a_closed_journal_whatever_a_window_holds(
    session, journal
):
    first = written(session, journal)
    gone = written(session, journal)
    gone = remove_entry(session, journal, gone, now=NOW)
    shut = closed(session, journal)
    before = evidence_version(session)
    for seen in (journal, shut):
        with pytest.raises(ConflictError, match="closed: reopen it"):
            written(session, seen)
        with pytest.raises(ConflictError, match="closed"):
            rewritten(session, seen, first, shared=False)
        with pytest.raises(ConflictError, match="closed"):
            remove_entry(session, seen, first, now=LATER.now)
        with pytest.raises(ConflictError, match="closed"):
            put_back_entry(session, seen, gone)
    assert evidence_version(session) == before
    assert list_own_entries(session, journal) == [first]


def test_a_fixed_test_taken_out_in_another_window_is_not_run(session, journal):
    change_journal(session, replace(journal, tests=()), today=TODAY)
    with pytest.raises(InputError, match="fixed test of the run is not in this"):
        written(session, journal)


def test_twenty_windows_adding_entries_at_once_lose_nothing(engine, together):
    with writing(engine) as session:
        journal = begun(session)

    def add(number):
        for nth in range(3):
            with writing(engine) as session:
                written(session, journal, text=f"{number}, {nth}")

    together(add)
    with writing(engine) as session:
        entries = list_own_entries(session, journal)
        counted = {note.id for note in notes(session)}
    assert len({entry.text for entry in entries}) == len(entries) == 60
    assert {entry.runs[0].note for entry in entries} == counted
    assert len(counted) == 60


def test_of_twenty_windows_changing_one_entry_at_once_one_is_kept(engine, together):
    with writing(engine) as session:
        journal = begun(session)
        entry = written(session, journal)

    def change(number):
        try:
            with writing(engine) as session:
                rewritten(session, journal, entry, tries=100, usable=number)
        except ConflictError:
            return False
        return True

    answers = together(change)
    assert Counter(answers) == {True: 1, False: 19}
    with writing(engine) as session:
        [note] = notes(session)
        [kept] = list_own_entries(session, journal)
    assert note.acceptable == kept.runs[0].usable == answers.index(True)
    assert note.id == kept.runs[0].note


def test_pressing_twenty_times_at_once_keeps_one_entry_and_one_note(engine, together):
    with writing(engine) as session:
        journal = begun(session)
    run = a_run()
    entry = an_entry(journal, runs=(run,))

    def press(_number):
        with writing(engine) as session:
            return write_entry(session, journal, entry, {run.id}, AT)

    assert len(set(map(repr, together(press)))) == 1
    with writing(engine) as session:
        assert len(list_own_entries(session, journal)) == len(notes(session)) == 1


def test_nothing_enters_a_journal_that_is_being_closed(engine, together):
    with writing(engine) as session:
        journal = begun(session)

    def act(number):
        try:
            with writing(engine) as session:
                if number == 0:
                    found = journals.find_journal(session, journal.id, lock=True)
                    there = len(list_own_entries(session, journal))
                    closed(session, found)
                    return there
                written(session, journal)
        except ConflictError:
            return None
        return None

    [there, *_others] = together(act)
    with writing(engine) as session:
        assert len(list_own_entries(session, journal)) == there


def test_an_entry_and_its_note_are_kept_together_or_not_at_all(engine):
    class PowerCutError(Exception):
        pass

    with writing(engine) as session:
        journal = begun(session)
        first = written(session, journal)

    def cut(act):
        with writing(engine) as session:
            act(session)
            raise PowerCutError

    for act in (
        lambda session: written(session, journal),
        lambda session: rewritten(session, journal, first, usable=5),
        lambda session: remove_entry(session, journal, first, now=LATER.now),
    ):
        with pytest.raises(PowerCutError):
            cut(act)
    with writing(engine) as session:
        assert list_own_entries(session, journal) == [first]
        assert [note.id for note in notes(session)] == [first.runs[0].note]
