"""Journals come back as they were, and no version is overwritten unseen."""

import json
from dataclasses import MISSING, fields, replace
from datetime import date, datetime, timedelta, timezone

import pytest
from sqlalchemy import text

from tests.factories import NOW
from tests.journaling import TODAY, a_journal, a_report, an_entry, everything
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.journal_entry import EntryKind
from themewatch.errors import ConflictError, NotFoundError
from themewatch.storage import journals
from themewatch.storage.engine import reading, writing

DAY = timedelta(days=1)
SEOUL = timezone(timedelta(hours=9))


def full_journal(**changes):
    """Return a journal in which no field is as it would be anyway."""
    given = {"questions": "Two faces?", "continues": "older", "closed_at": NOW}
    return a_journal(version=3, **given | changes)


def differ_from_their_defaults(value):
    """Say whether no field of a value is as it would be if nobody gave it."""
    return all(
        getattr(value, field.name) != field.default
        for field in fields(value)
        if field.default is not MISSING
    )


def test_every_field_of_a_journal_comes_back(session):
    journal = full_journal()
    assert differ_from_their_defaults(journal)
    journals.add_journal(session, journal)
    assert journals.get_journal(session, journal.id) == journal


def test_every_field_of_an_entry_comes_back(session):
    journal = a_journal()
    entry = everything(journal)
    assert differ_from_their_defaults(entry)
    assert differ_from_their_defaults(entry.runs[0])
    assert differ_from_their_defaults(entry.improvement)
    journals.add_journal(session, journal)
    journals.add_entry(session, entry)
    found = journals.get_entry(session, entry.id)
    assert found == entry
    assert found.runs[0].verdict is entry.runs[0].verdict
    assert journals.list_entries(session, journal.id) == []
    assert journals.list_entries(session, journal.id, with_removed=True) == [entry]


def test_every_field_of_a_report_comes_back(session):
    journal = a_journal()
    report = a_report(journal)
    assert differ_from_their_defaults(report.figures)
    journals.add_journal(session, journal)
    journals.add_report(session, report)
    assert journals.list_reports(session, journal.id) == [report]


def test_a_time_is_kept_to_the_microsecond_whatever_its_zone(session):
    at = datetime(2026, 10, 1, 0, 30, 15, 123456, tzinfo=SEOUL)
    journals.add_journal(session, journal := a_journal(created_at=at, closed_at=at))
    found = journals.get_journal(session, journal.id)
    assert found.created_at == found.closed_at == at


def test_a_persons_journals_come_with_the_one_begun_last_first(session):
    days = [date(2026, 9, 1), date(2026, 9, 3), date(2026, 9, 2)]
    for day in days:
        journals.add_journal(session, a_journal(started_on=day, ends_on=day))
    journals.add_journal(session, a_journal(person=REVIEWER))
    found = journals.list_journals(session, CONTRIBUTOR)
    assert [journal.started_on for journal in found] == sorted(days, reverse=True)
    assert len(journals.list_journals(session)) == 4


def test_of_journals_begun_on_one_day_the_one_made_last_is_first(session):
    early, late = a_journal(), a_journal(created_at=NOW)
    for journal in (early, late):
        journals.add_journal(session, journal)
    assert journals.list_journals(session, CONTRIBUTOR) == [late, early]


def test_a_journal_that_is_there_is_not_added_again(session):
    journal = a_journal()
    assert journals.add_journal(session, journal) is True
    assert journals.add_journal(session, replace(journal, why="Other.")) is False
    assert journals.get_journal(session, journal.id) == journal


def test_a_journal_with_everything_in_it_is_added_once(session):
    journal = full_journal()
    entries, reports = [everything(journal), an_entry(journal)], [a_report(journal)]
    journals.add_all(session, journal, entries, reports)
    with pytest.raises(ConflictError, match="here already"):
        journals.add_all(session, journal, [], [])
    assert len(journals.list_entries(session, journal.id, with_removed=True)) == 2


def test_entries_come_by_day_and_within_one_as_they_were_written(session):
    journals.add_journal(session, journal := a_journal())
    later = NOW + timedelta(hours=1)
    entries = [
        an_entry(journal, id="c", on=TODAY, written_at=later),
        an_entry(journal, id="b", on=TODAY),
        an_entry(journal, id="a", on=TODAY - DAY, written_at=later),
        an_entry(journal, id="a2", on=TODAY),
    ]
    for entry in entries:
        journals.add_entry(session, entry)
    found = [entry.id for entry in journals.list_entries(session, journal.id)]
    assert found == ["a", "a2", "b", "c"]


@pytest.mark.parametrize("what", ["journal", "entry"])
def test_a_change_is_kept_with_a_new_version_if_nobody_was_faster(session, what):
    journals.add_journal(session, journal := a_journal())
    journals.add_entry(session, entry := an_entry(journal))
    if what == "journal":
        seen, edit, get = journal, journals.edit_journal, journals.get_journal
        mine, yours = replace(seen, why="Mine."), replace(seen, why="Yours.")
    else:
        seen, edit, get = entry, journals.edit_entry, journals.get_entry
        mine, yours = replace(seen, text="Mine."), replace(seen, text="Yours.")
    kept = edit(session, mine)
    assert kept == replace(mine, version=2) == get(session, seen.id)
    with pytest.raises(ConflictError, match="another window"):
        edit(session, yours)
    assert get(session, seen.id) == kept


def test_what_was_never_kept_cannot_be_changed(session):
    with pytest.raises(NotFoundError, match="not there any more"):
        journals.edit_journal(session, a_journal())
    with pytest.raises(NotFoundError, match="not there any more"):
        journals.edit_entry(session, an_entry(a_journal()))


def test_nobody_finds_what_is_not_there(session):
    assert journals.find_journal(session, "nope") is None
    assert journals.find_entry(session, "nope") is None
    with pytest.raises(NotFoundError, match="no such journal"):
        journals.get_journal(session, "nope")
    with pytest.raises(NotFoundError, match="no such entry"):
        journals.get_entry(session, "nope")


def test_what_is_looked_for_stands_in_columns_too(session):
    journals.add_journal(session, journal := a_journal())
    journals.add_entry(session, entry := an_entry(journal))
    journals.edit_journal(session, replace(journal, closed_at=NOW))
    moved = replace(entry, kind=EntryKind.SKIPPED, on=TODAY - DAY, removed_at=NOW)
    journals.edit_entry(session, moved)
    rows = [
        session.execute(text(f"SELECT * FROM {name}")).one()  # noqa: S608  ours
        for name in ("journals", "journal_entries")
    ]
    for row in rows:
        body = json.loads(row.body)
        assert (row.id, row.version) == (body["id"], body["version"])
        assert row.version == 2
    assert rows[0].closed_at is not None
    assert (rows[1].kind, str(rows[1].on)) == ("skipped", "2026-09-30")
    assert rows[1].removed_at is not None


def test_reports_are_numbered_and_come_in_their_order(session):
    journals.add_journal(session, journal := a_journal())
    assert journals.next_report_number(session, journal.id) == 1
    for number in (2, 1):
        journals.add_report(session, a_report(journal, number=number))
    assert journals.next_report_number(session, journal.id) == 3
    found = journals.list_reports(session, journal.id)
    assert [report.number for report in found] == [1, 2]


def test_the_journal_chosen_last_is_current(session):
    assert journals.find_current(session, CONTRIBUTOR) is None
    one, other = a_journal(), a_journal()
    for journal in (one, other):
        journals.add_journal(session, journal)
        journals.choose_current(session, CONTRIBUTOR, journal.id)
    assert journals.find_current(session, CONTRIBUTOR) == other.id
    assert journals.find_current(session, REVIEWER) is None


def test_a_locked_journal_is_the_one_that_was_kept_last(engine):
    journal = a_journal()
    with writing(engine) as session:
        journals.add_journal(session, journal)
        assert journals.find_journal(session, journal.id, lock=True) == journal
        assert journals.find_journal(session, "nope", lock=True) is None
    with reading(engine) as session:
        assert journals.find_journal(session, journal.id) == journal
