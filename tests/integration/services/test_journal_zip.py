"""A journal travels with everything in it, and comes to the same on the other side."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.homes import settings_of
from tests.journaling import END
from tests.people import CONTRIBUTOR, REVIEWER
from tests.whole_month import KOREAN, LAST, close_the_month, live_a_month
from themewatch.config import Settings
from themewatch.errors import ConflictError, InputError
from themewatch.services.exchange import export_records, import_records
from themewatch.services.house import open_house
from themewatch.services.journal_entries import (
    list_own_entries,
    remove_entry,
    write_entry,
)
from themewatch.services.journal_files import FILES, write_journal
from themewatch.services.journal_paper import get_paper
from themewatch.services.journal_zip import export_journal, import_journal
from themewatch.services.journals import (
    get_own_journal,
    list_own_journals,
    reopen_journal,
)
from themewatch.services.reference import catalogue
from themewatch.storage import journals
from themewatch.storage.attachments import find


@pytest.fixture
def opened(tmp_path):
    """Return what opens a house in a folder of its own, and closes it at the end."""
    houses = []

    def opened(name):
        home = tmp_path / name
        houses.append(open_house(settings_of(home), reference=False))
        return houses[-1]

    yield opened
    for house in houses:
        house.close()


@pytest.fixture
def house(opened):
    return opened("here")


@pytest.fixture
def month(house):
    found = live_a_month(house)
    close_the_month(house, found)
    return found


def paper_of(house, month):
    with house.reading() as session:
        journal = get_own_journal(session, month.journal.id, CONTRIBUTOR)
        return get_paper(session, house.home, journal, today=END)


def zipped(house, month):
    out = BytesIO()
    paper = paper_of(house, month)
    with house.reading() as session:
        export_journal(session, house.home, paper, out)
    return out.getvalue()


def bring_in(house, content, *, person=CONTRIBUTOR):
    return import_journal(house, BytesIO(content), person=person, now=LAST.now)


def kept(house, month):
    with house.reading() as session:
        return (
            journals.find_journal(session, month.journal.id),
            journals.list_entries(session, month.journal.id),
            journals.list_reports(session, month.journal.id),
        )


@pytest.mark.parametrize("name", FILES)
def test_in_an_empty_database_the_report_is_the_same_to_the_byte(
    opened, house, month, name
):
    there = opened("there")
    bring_in(there, zipped(house, month))
    here = write_journal(paper_of(house, month), house.home, name)
    assert write_journal(paper_of(there, month), there.home, name) == here


def test_everything_comes_and_the_next_zip_is_the_same(opened, house, month):
    there, content = opened("there"), zipped(house, month)
    brought = bring_in(there, content)
    assert (brought.is_new, brought.entries, brought.reports, brought.files) == (
        True,
        8,
        1,
        2,
    )
    assert kept(there, month) == kept(house, month)
    assert zipped(there, month) == content


def test_the_same_zip_is_made_each_time(house, month):
    assert zipped(house, month) == zipped(house, month)


def test_it_comes_to_another_kind_of_database(empty_database, tmp_path, house, month):
    content = zipped(house, month)
    there = open_house(Settings(empty_database, tmp_path / "far"), reference=False)
    assert bring_in(there, content).is_new
    assert not bring_in(there, content).is_new
    assert zipped(there, month) == content
    there.close()


def test_it_is_read_without_the_app(house, month):
    with ZipFile(BytesIO(zipped(house, month))) as box:
        names = set(box.namelist())
        text = box.read("report.md").decode("utf-8")
        page = box.read("report.html").decode("utf-8")
    assert KOREAN in text
    assert KOREAN in page
    files = {name for name in names if name.startswith("files/")}
    assert names - files == {"journal.json", "report.md", "report.html"}
    assert {name.rpartition(".")[2] for name in files} == {"png", "webm"}
    assert all(f"({name})" in text for name in files)


def test_bringing_it_in_again_is_no_change(opened, house, month):
    there, content = opened("there"), zipped(house, month)
    bring_in(there, content)
    before = kept(there, month)
    again = bring_in(there, content)
    assert (again.is_new, again.entries) == (False, 8)
    assert kept(there, month) == before


def test_at_home_it_is_no_change_either(house, month):
    assert not bring_in(house, zipped(house, month)).is_new


def test_results_stay_private_until_their_evidence_comes(opened, house, month):
    there = opened("there")
    assert bring_in(there, zipped(house, month)).private == 4
    with there.reading() as session:
        journal = get_own_journal(session, month.journal.id, CONTRIBUTOR)
        runs = [r for e in list_own_entries(session, journal) for r in e.runs]
    assert [run.note for run in runs] == [None] * 5
    with house.reading() as session:
        lines = list(export_records(session))
    with there.writing() as session:
        import_records(session, lines, now=LAST.now, catalogue=catalogue())
        runs = [r for e in list_own_entries(session, journal) for r in e.runs]
    assert sum(run.note is not None for run in runs) == 4
    assert bring_in(there, zipped(house, month)).private == 0


def test_other_content_under_its_id_is_refused(opened, house, month):
    there, content = opened("there"), zipped(house, month)
    bring_in(there, content)
    with there.writing() as session:
        journal = get_own_journal(session, month.journal.id, CONTRIBUTOR)
        reopened = reopen_journal(session, journal)
        entry = replace(month.entries[1], text="It rained.")
        write_entry(session, reopened, entry, [], LAST)
    before = kept(there, month)
    with pytest.raises(ConflictError, match="the journal and its entries differ"):
        bring_in(there, content)
    assert kept(there, month) == before


def test_an_entry_of_another_journal_is_not_taken_over(opened, house, month):
    there = opened("there")
    other = live_a_month(there)
    assert other.journal.id != month.journal.id
    with pytest.raises(ConflictError, match="already, in another journal"):
        bring_in(there, zipped(house, month))
    with there.reading() as session:
        assert list_own_journals(session, CONTRIBUTOR) == [other.journal]


def test_nobody_brings_in_somebody_elses(opened, house, month):
    there = opened("there")
    with pytest.raises(InputError, match="This journal is Ann Contributor's"):
        bring_in(there, zipped(house, month), person=REVIEWER)
    with there.reading() as session:
        assert not journals.list_journals(session)


def test_what_was_removed_does_not_travel(opened, house):
    month = live_a_month(house)
    with house.writing() as session:
        remove_entry(session, month.journal, month.entries[1], now=LAST.now)
    content = zipped(house, month)
    with ZipFile(BytesIO(content)) as box:
        texts = [box.read(name) for name in ("journal.json", "report.html")]
    assert not [text for text in texts if b"Shooting on location" in text]
    assert bring_in(opened("there"), content).entries == 7


def test_a_file_that_is_gone_is_said_on_both_sides(opened, house, month):
    ref = month.entries[0].runs[0].files[0]
    path = find(house.home, ref)
    assert isinstance(path, Path)
    path.unlink()
    there = opened("there")
    brought = bring_in(there, zipped(house, month))
    assert brought.missing == (ref.name,)
    assert brought.files == 1
    page = write_journal(paper_of(there, month), there.home, "html").decode("utf-8")
    assert f"{ref.name}: this file was not there any more." in page
    assert page == write_journal(paper_of(house, month), house.home, "html").decode()


def test_an_open_journal_travels_too(opened, house):
    month = live_a_month(house)
    brought = bring_in(opened("there"), zipped(house, month))
    assert (brought.is_new, brought.reports) == (True, 0)
