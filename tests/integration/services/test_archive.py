"""Everything goes into one file and comes back the same, from either system."""

import json
import threading
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import update

from tests.archives import a_full_house, dump, kept_files, put_everything
from tests.factories import NOW, a_note
from themewatch.config import Settings
from themewatch.domain.activity import Act, Sought
from themewatch.domain.note import Note
from themewatch.domain.recomputed import Agreement
from themewatch.errors import ConflictError, StorageError
from themewatch.services.archive import backup
from themewatch.services.edition_recompute import recompute
from themewatch.services.editions import Wish, get_edition, publish
from themewatch.services.house import open_house
from themewatch.services.log import log_record
from themewatch.services.restoring import restore
from themewatch.storage import evidence
from themewatch.storage.activity import list_activity
from themewatch.storage.archive import write_archive
from themewatch.storage.archive_rows import OURS
from themewatch.storage.engine import open_engine, reading, writing
from themewatch.storage.form import NEWEST
from themewatch.storage.house import BACKED_UP_AT, find_fact
from themewatch.storage.journal_tables import drafts
from themewatch.storage.migrate import migrate

LATER = NOW.replace(year=2027)


def at(home: Path, url: str | None = None) -> Settings:
    return Settings(url or f"sqlite:///{home}/themewatch.sqlite", home)


def brought_back(settings, path):
    with path.open("rb") as file:
        return restore(settings, file, now=LATER)


def dump_of(settings):
    engine = open_engine(settings.database_url)
    found = dump(engine)
    engine.dispose()
    return found


def without_the_restoring(found):
    lines = [line for line in found["activity"] if line["act"] != Act.RESTORED]
    return found | {"activity": lines}


def without_both(found):
    """Return what is there without what says that it was packed and brought back."""
    acts = {Act.RESTORED, Act.BACKED_UP}
    lines = [line for line in found["activity"] if line["act"] not in acts]
    facts = [fact for fact in found["house"] if fact["name"] != BACKED_UP_AT]
    return found | {"activity": lines, "house": facts}


@pytest.fixture
def settings(home):
    return at(home)


@pytest.fixture
def full(settings):
    with closing(a_full_house(settings)) as house:
        yield house


@pytest.fixture
def packed(full, tmp_path):
    path = tmp_path / "all.zip"
    backup(full, path, now=NOW)
    return path


def test_something_is_in_every_table_so_that_these_tests_tell(full):
    assert {name for name, rows in dump(full.engine).items() if not rows} == set()
    assert dump(full.engine).keys() == OURS


def test_from_sqlite_to_postgresql_and_back_every_row_and_file_is_the_same(
    full, tmp_path, empty_postgres
):
    before = dump(full.engine)
    backup(full, tmp_path / "a.zip", now=NOW)
    there = at(tmp_path / "there", empty_postgres)
    brought_back(there, tmp_path / "a.zip")
    assert without_the_restoring(dump_of(there)) == before
    with closing(open_house(there)) as house:
        backup(house, tmp_path / "b.zip", now=NOW)
    back = at(tmp_path / "back")
    brought_back(back, tmp_path / "b.zip")
    found = without_both(dump_of(back))
    assert found == without_both(before)
    assert kept_files(back.home) == kept_files(full.home) != {}


def test_every_table_is_in_an_archive(packed):
    with ZipFile(packed) as box:
        manifest = json.loads(box.read("manifest.json"))
    assert {table["name"] for table in manifest["tables"]} == OURS
    assert all(table["rows"] for table in manifest["tables"])


@pytest.mark.parametrize("form", [f"{n:04}" for n in range(1, int(NEWEST) + 1)])
def test_an_archive_of_an_older_form_is_what_that_form_becomes(
    empty_database, tmp_path, form
):
    old, path = open_engine(f"sqlite:///{tmp_path}/old.sqlite"), tmp_path / "old.zip"
    put_everything(old, form)
    with path.open("wb") as out:
        write_archive(out, old, tmp_path, program="0.0", now=NOW)
    there = at(tmp_path / "there", empty_database)
    assert brought_back(there, path).rows.keys() == dump(old).keys()
    migrate(old)
    assert without_the_restoring(dump_of(there)) == dump(old)
    old.dispose()


def test_what_is_written_meanwhile_is_whole_in_it_or_not_at_all(
    empty_database, tmp_path
):
    settings = at(tmp_path / "home", empty_database)
    over, written = threading.Event(), []
    with closing(open_house(settings, reference=False)) as house:

        def write() -> None:
            while not over.is_set():
                note = a_note()
                with house.writing() as session:
                    log_record(session, note)
                written.append(note.id)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for number in range(5):
                count = len(written)
                while len(written) < count + 3:
                    pass
                packed = backup(house, tmp_path / f"{number}.zip", now=NOW)
                rows = packed.rows
                assert rows["records"] == rows["notes"] == rows["activity"] - number
                assert rows["notes"] >= count
        finally:
            over.set()
            writer.join()
        with house.reading() as session:
            assert {n.id for n in evidence.list_records(session, Note)} == set(written)
    there = at(tmp_path / "there")
    assert brought_back(there, tmp_path / "4.zip").rows == rows


def test_a_backup_is_remembered_with_who_made_it(full, packed):
    assert packed.stat().st_mode & 0o077 == 0, "it holds what is nobody else's"
    with full.reading() as session:
        assert find_fact(session, BACKED_UP_AT) == NOW.isoformat()
        (line,) = list_activity(session, Sought(acts=(Act.BACKED_UP,)))
    assert line.subject.about == "all.zip"


def test_a_file_that_is_there_is_not_written_over_unless_told_so(full, packed):
    before = packed.read_bytes()
    with pytest.raises(ConflictError, match="is there already"):
        backup(full, packed, now=NOW)
    assert packed.read_bytes() == before
    backup(full, packed, now=LATER, force=True)
    assert packed.read_bytes() != before


def test_where_it_cannot_be_written_nothing_is_left(full, tmp_path):
    with pytest.raises(StorageError, match="Check that its folder is there"):
        backup(full, tmp_path / "none" / "all.zip", now=NOW)
    with pytest.raises(ConflictError, match="is a folder"):
        backup(full, tmp_path, now=NOW)
    with full.reading() as session:
        assert find_fact(session, BACKED_UP_AT) is None


def test_a_damaged_attachment_is_left_out_and_counted(full, tmp_path):
    first = min(kept_files(full.home))
    path = full.home / "attachments" / first[:2] / first
    path.write_bytes(b"cut")
    packed = backup(full, tmp_path / "all.zip", now=NOW)
    with ZipFile(tmp_path / "all.zip") as box:
        manifest = json.loads(box.read("manifest.json"))
    assert packed.files == len(manifest["attachments"]) == 1
    assert packed.missing == len(manifest["missing"]) == 2, "of the rows of the form"


def test_a_place_that_holds_something_is_left_as_it_is(packed, tmp_path):
    there = at(tmp_path / "there")
    with closing(open_house(there)) as house, house.writing() as session:
        log_record(session, a_note())
    before = dump_of(there)
    with pytest.raises(ConflictError, match="something in this database already"):
        brought_back(there, packed)
    assert dump_of(there) == before
    assert kept_files(there.home) == {}


@pytest.mark.parametrize("system", ["sqlite", "postgresql"])
def test_a_place_with_what_is_shipped_alone_counts_as_empty(
    full, packed, tmp_path, request, system
):
    url = request.getfixturevalue("empty_postgres") if system != "sqlite" else None
    there = at(tmp_path / "there", url)
    open_house(there).close()
    brought_back(there, packed)
    assert dump_of(there)["records"] == dump(full.engine)["records"]
    with closing(open_house(there)) as house:
        assert not house.has_reference, "as it was where it was packed"


def test_a_place_restored_says_so_in_its_history(packed, tmp_path):
    there = at(tmp_path / "there")
    brought_back(there, packed)
    engine = open_engine(there.database_url)
    with reading(engine) as session:
        (line,) = list_activity(session, Sought(acts=(Act.RESTORED,)))
    engine.dispose()
    assert (line.at, line.subject.kind) == (LATER, "archive")


def test_an_edition_that_was_brought_back_is_the_same_and_recomputes(
    settings, tmp_path, empty_postgres
):
    there = at(tmp_path / "there", empty_postgres)
    with closing(open_house(settings)) as house:
        with house.writing() as session:
            for person in ("Ann", "Ben", "Cem"):
                log_record(session, a_note(person=person, tries=9, acceptable=7))
        with house.writing() as session:
            edition = publish(session, Wish("October", NOW.date(), "Ben"), now=NOW)
        backup(house, tmp_path / "all.zip", now=NOW)
    brought_back(there, tmp_path / "all.zip")
    with closing(open_house(there)) as house, house.reading() as session:
        assert get_edition(session, edition.number) == edition
        found = recompute(session, edition.number)
    assert found.agreement is Agreement.SAME


def test_a_character_that_postgresql_cannot_keep_stands_in_nobodys_way(
    full, tmp_path, empty_postgres
):
    with writing(full.engine) as session:
        session.execute(update(drafts).values(name="a\0b"))
    backup(full, tmp_path / "all.zip", now=NOW)
    there = at(tmp_path / "there", empty_postgres)
    brought_back(there, tmp_path / "all.zip")
    assert [row["name"] for row in dump_of(there)["drafts"]] == ["a\ufffdb"]
