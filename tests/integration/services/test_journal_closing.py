"""A month is closed for good: its report stands, whatever becomes of evidence."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.journaling import END, START, THEME
from tests.people import CONTRIBUTOR, REVIEWER
from tests.whole_month import (
    LAST,
    VIEW,
    close_the_month,
    drafted,
    figures_of,
    live_a_month,
)
from themewatch.config import Settings
from themewatch.domain.journal import Moment
from themewatch.domain.journal_report import ENTRY_LINK, SectionName
from themewatch.domain.marked_text import blocks
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.services.evidence import get_evidence, get_evidence_version
from themewatch.services.house import open_house
from themewatch.services.journal_closing import (
    Closing,
    Since,
    changed_since,
    close_journal,
    entry_labels,
    list_reports,
    open_questions,
)
from themewatch.services.journal_entries import write_entry
from themewatch.services.journals import (
    change_journal,
    get_own_journal,
    reopen_journal,
)
from themewatch.services.log import log_record, put_back, take_back
from themewatch.storage.ids import new_id

DAY = timedelta(days=1)


@pytest.fixture
def house(empty_database, home):
    found = open_house(Settings(empty_database, home), reference=False)
    yield found
    found.close()


@pytest.fixture
def month(house):
    return live_a_month(house)


def journal_of(house, month):
    with house.reading() as session:
        return get_own_journal(session, month.journal.id, CONTRIBUTOR)


def reports(house, month):
    with house.reading() as session:
        return list(list_reports(session, month.journal))


def since(house, report):
    with house.reading() as session:
        return changed_since(session, get_evidence(session), report)


def closing(house, month, **changes):
    with house.reading() as session:
        _evidence, figures = figures_of(session, month)
    given = {"view": VIEW, "sections": drafted(month, figures), "figures": figures}
    return Closing(**given | changes)


def test_closing_keeps_the_report_and_the_journal_closed_at_one_moment(house, month):
    report = close_the_month(house, month)
    assert reports(house, month) == [report]
    assert (report.number, report.closed_on) == (1, END)
    assert journal_of(house, month).closed_at == report.closed_at == LAST.now


def test_every_link_of_the_draft_leads_to_an_entry_of_the_month(house, month):
    report = close_the_month(house, month)
    targets = {
        span.target.removeprefix(ENTRY_LINK)
        for section in report.sections
        for block in blocks(section.text)
        for line in block.lines
        for span in line
        if span.target
    }
    assert targets == {entry.id for entry in month.entries}


def test_what_was_emptied_is_left_out(house, month):
    whole = closing(house, month)
    first, *rest = whole.sections
    with house.writing() as session:
        emptied = replace(whole, sections=(replace(first, text="  "), *rest))
        report = close_journal(session, month.journal, emptied, LAST)
    assert [s.name for s in report.sections] == [s.name for s in rest if s.text]


def test_a_view_that_is_not_counted_stays_in_the_report_alone(house, month):
    with house.reading() as session:
        before = get_evidence_version(session)
    close_the_month(house, month)
    with house.reading() as session:
        assert get_evidence(session).views == ()
        assert get_evidence_version(session) == before


def test_a_counted_view_is_a_record_like_any_other(house, month):
    view_id = new_id()
    report = close_the_month(house, month, view=replace(VIEW, view=view_id))
    with house.reading() as session:
        [view] = get_evidence(session).views
    assert view.id == report.view.view == view_id
    assert (view.person, view.theme, view.on) == (CONTRIBUTOR, THEME, END)
    assert (view.position, view.confidence) == (VIEW.position, VIEW.confidence)
    assert view_id not in report.figures.evidence


def test_a_stale_window_closes_nothing_and_counts_no_view(house, month):
    changed = replace(month.journal, why="Changed elsewhere.")
    with house.writing() as session:
        change_journal(session, changed, today=END)
    stale = closing(house, month, view=replace(VIEW, view=new_id()))
    with pytest.raises(ConflictError, match="another window"), house.writing() as db:
        close_journal(db, month.journal, stale, LAST)
    assert reports(house, month) == []
    assert not journal_of(house, month).is_closed
    with house.reading() as session:
        assert get_evidence(session).views == ()


def test_a_closed_journal_is_not_closed_twice(house, month):
    close_the_month(house, month)
    again = closing(house, month)
    with pytest.raises(ConflictError, match="closed"), house.writing() as session:
        close_journal(session, journal_of(house, month), again, LAST)
    assert len(reports(house, month)) == 1


def test_nobody_else_closes_a_journal(house, month):
    others = replace(month.journal, person=REVIEWER)
    with pytest.raises(NotFoundError), house.writing() as session:
        close_journal(session, others, closing(house, month), LAST)


def test_a_part_that_is_too_long_is_refused_by_its_title(house, month):
    whole = closing(house, month)
    first = replace(whole.sections[0], text="x" * 10_001)
    with pytest.raises(InputError, match="Where it stands"), house.writing() as session:
        close_journal(session, month.journal, replace(whole, sections=(first,)), LAST)


def test_reopening_keeps_the_closed_version_and_the_next_stands_beside_it(house, month):
    first = close_the_month(house, month)
    with house.writing() as session:
        opened = reopen_journal(session, journal_of(house, month))
        run = replace(month.entries[0].runs[0], usable=4)
        entry = replace(month.entries[0], text="Looked again.", runs=(run,))
        write_entry(session, opened, entry, ["run-1"], LAST)
    later = Moment(LAST.now + DAY, END + DAY)
    second = close_the_month(house, replace(month, journal=opened), at=later)
    assert reports(house, month) == [first, second]
    assert [report.number for report in reports(house, month)] == [1, 2]


def test_a_month_may_be_closed_early(house, month):
    early = Moment(LAST.now, START + 20 * DAY)
    report = close_the_month(house, month, at=early)
    assert report.figures.end.on == report.closed_on == START + 20 * DAY


def test_a_month_may_be_closed_after_it_was_extended(house, month):
    longer = replace(month.journal, ends_on=END + 10 * DAY)
    with house.writing() as session:
        journal = change_journal(session, longer, today=END)
    late = Moment(LAST.now + 5 * DAY, END + 5 * DAY)
    report = close_the_month(house, replace(month, journal=journal), at=late)
    assert report.figures.end.on == END + 5 * DAY


def test_evidence_taken_back_or_corrected_since_is_counted_and_changes_nothing(
    house, month
):
    report = close_the_month(house, month)
    assert not since(house, report)
    with house.writing() as session:
        notes = get_evidence(session).notes
        [other] = [note for note in notes if note.person == REVIEWER]
        own = next(note for note in notes if note.person == CONTRIBUTOR)
        take_back(session, other.id, by=REVIEWER, now=LAST.now)
        correction = replace(
            own, id=new_id(), recorded_at=LAST.now, supersedes=own.id, acceptable=0
        )
        log_record(session, correction)
    assert since(house, report) == Since(taken_back=1, corrected=1)
    assert reports(house, month) == [report]


def test_what_was_put_back_has_not_changed(house, month):
    report = close_the_month(house, month)
    with house.writing() as session:
        take_back(session, "other", by=REVIEWER, now=LAST.now)
        put_back(session, "other", by=REVIEWER, now=LAST.now + DAY)
    assert not since(house, report)


def test_a_correction_that_was_taken_back_counts_as_taken_back(house, month):
    report = close_the_month(house, month)
    with house.writing() as session:
        notes = get_evidence(session).notes
        [other] = [note for note in notes if note.person == REVIEWER]
        newer = replace(other, id=new_id(), recorded_at=LAST.now, supersedes=other.id)
        log_record(session, newer)
        take_back(session, newer.id, by=REVIEWER, now=LAST.now)
    assert since(house, report) == Since(taken_back=1)


def test_evidence_that_was_never_here_has_not_changed(house, month):
    report = close_the_month(house, month)
    elsewhere = replace(report.figures, evidence=("from", "elsewhere"))
    assert not since(house, replace(report, figures=elsewhere))


def test_open_questions_are_those_of_the_last_report(house, month):
    with house.reading() as session:
        assert open_questions(session, replace(month.journal, questions="A?")) == "A?"
    close_the_month(house, month)
    with house.reading() as session:
        found = open_questions(session, month.journal)
    assert found == "Planned, and not done: 2026-10-18: Two people in one frame."


def test_a_report_without_questions_leaves_none_open(house, month):
    whole = closing(house, month)
    kept = [s for s in whole.sections if s.name is not SectionName.QUESTIONS]
    with house.writing() as session:
        closed = replace(whole, sections=tuple(kept))
        close_journal(session, month.journal, closed, LAST)
        journal = replace(month.journal, questions="Old?")
        assert open_questions(session, journal) == ""


def test_a_note_is_named_by_its_day_and_result(month):
    labels = entry_labels(month.journal, month.entries)
    assert labels["entry-4"] == "2026-10-02: 5 of 6 usable on Long 2"
    assert labels["entry-6"] == "2026-10-10: a new model or version"
    assert "entry-2" not in labels
