"""What was just done to an entry is undone, and done again."""

from dataclasses import replace

import pytest

from tests.factories import NOW
from tests.journal_writing import LATER, begun, notes, rewritten, written
from themewatch.errors import ConflictError
from themewatch.services.journal_entries import (
    get_own_entry,
    list_own_entries,
    remove_entry,
)
from themewatch.services.journal_undoing import set_back


def shared(entry):
    return {run.id for run in entry.runs if run.note}


def test_a_new_entry_is_taken_away_and_put_back_with_what_it_shared(session):
    journal = begun(session)
    entry = written(session, journal)
    gone = set_back(session, journal, replace(entry, removed_at=NOW), (), LATER)
    assert list_own_entries(session, journal) == []
    assert notes(session) == ()
    again = replace(entry, version=gone.version)
    back = set_back(session, journal, again, shared(entry), LATER)
    (stands,) = list_own_entries(session, journal)
    assert stands.text == entry.text
    assert len(notes(session)) == 1
    assert back.runs[0].note == notes(session)[0].id


def test_a_change_is_undone_and_so_is_what_it_shared(session):
    journal = begun(session)
    entry = written(session, journal, shared=False)
    changed = rewritten(session, journal, entry, usable=4)
    before = replace(entry, version=changed.version)
    set_back(session, journal, before, shared(entry), LATER)
    (stands,) = list_own_entries(session, journal)
    assert stands.runs[0].usable == 2
    assert notes(session) == ()


def test_a_removal_is_undone(session):
    journal = begun(session)
    entry = written(session, journal)
    gone = remove_entry(session, journal, entry, now=NOW)
    before = replace(entry, version=gone.version)
    set_back(session, journal, before, shared(entry), LATER)
    assert get_own_entry(session, entry.id, journal.person).removed_at is None
    assert len(notes(session)) == 1


def test_what_another_window_changed_since_is_not_undone(session):
    journal = begun(session)
    entry = written(session, journal)
    changed = rewritten(session, journal, entry, usable=4)
    rewritten(session, journal, changed, usable=5)
    with pytest.raises(ConflictError, match="another window"):
        set_back(session, journal, replace(entry, version=changed.version), (), LATER)
