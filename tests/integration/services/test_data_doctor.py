"""What the doctor finds of the database, its files and its backups."""

import re
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.archives import put_everything
from tests.factories import NOW, a_note
from tests.media import a_png, a_wav
from themewatch.config import Settings
from themewatch.services import data_doctor
from themewatch.services.archive import backup
from themewatch.services.doctor import examine
from themewatch.services.files import keep_file
from themewatch.services.house import open_house
from themewatch.services.log import log_records
from themewatch.storage.archive_rows import insert_rows, tables_of
from themewatch.storage.attachments import find
from themewatch.storage.engine import open_engine, reading
from themewatch.storage.form import NEWEST, form_of


@pytest.fixture
def settings(empty_database, home):
    """Return where the data lies, on each system in turn."""
    return Settings(empty_database, home)


@pytest.fixture
def on_sqlite(home):
    return Settings(f"sqlite:///{home}/themewatch.sqlite", home)


@pytest.fixture
def house(settings):
    with closing(open_house(settings, reference=False)) as house:
        yield house


def findings(settings, *, now=NOW, deep=False):
    return list(examine(settings, now=now, deep=deep))


def said(settings, **how):
    return "\n".join(found.sentence for found in findings(settings, **how))


def wrong(settings, **how):
    return [f.sentence for f in findings(settings, **how) if f.is_wrong]


def test_it_tells_the_form_and_the_system(settings, house):
    assert house.is_new
    told = said(settings)
    assert f"(form {NEWEST})" in told
    if settings.database_file is None:
        assert re.search(r"PostgreSQL \d+.* of 100 connections are in use", told)
        assert "up to 30" in told
    else:
        assert "SQLite: " in told
        assert re.search(r"Processes: [1-9]\d* ha", told)
    assert wrong(settings) == []


def test_it_tells_what_room_is_left_and_when_that_is_too_little(settings, monkeypatch):
    assert "GB are left on the disk of" in said(settings)
    monkeypatch.setattr(data_doctor, "LEAST_ROOM", 10**18)
    [told] = wrong(settings)
    assert "make room, or nothing can be saved soon" in told


def test_an_older_database_is_told_and_left_in_its_form(settings):
    engine = open_engine(settings.database_url)
    put_everything(engine, "0003")
    assert f"(form 0003). The next start brings it to form {NEWEST}." in said(settings)
    assert wrong(settings) == []
    with reading(engine) as session:
        assert form_of(session) == "0003"
    engine.dispose()


def test_a_newer_database_is_wrong(settings, house):
    with house.writing() as session:
        session.execute(text("UPDATE themewatch_version SET version_num = '9999'"))
    assert "written by a newer themewatch" in wrong(settings)[0]


def test_no_backup_yet_is_told_and_one_of_long_ago_is_wrong(settings, house, tmp_path):
    assert "Backup: none was made here yet. `themewatch backup FILE`" in said(settings)
    backup(house, tmp_path / "all.zip", now=NOW)
    assert "Backup: the last one was made at 2026-10-01 09:30 UTC." in said(settings)
    assert wrong(settings, now=NOW + timedelta(days=29)) == []
    (told,) = wrong(settings, now=NOW + timedelta(days=31))
    assert "the last backup was made on 2026-10-01" in told


def test_a_file_whose_content_changed_is_found_and_what_brings_it_back(settings, house):
    ref = keep_file(settings.home, "shot.png", a_png())
    with house.writing() as session:
        log_records(session, [a_note(files=(ref,))])
    assert "Files: 1 was read and is whole." in said(settings, deep=True)
    path = find(settings.home, ref)
    path.write_bytes(path.read_bytes()[::-1])
    for deep in (False, True):
        (told,) = wrong(settings, deep=deep)
        assert ref.sha256[:12] in told
        assert "`themewatch import`" in told


def test_files_that_belong_to_nothing_are_told_and_stay(settings, house):
    assert house.is_new
    ref = keep_file(settings.home, "voice.wav", a_wav())
    assert "Files: 1 more (4 kB) belongs to nothing that was saved." in said(settings)
    assert wrong(settings) == []
    assert find(settings.home, ref) is not None


def test_missing_files_are_named_and_those_of_journals_only_counted(settings, house):
    ref = keep_file(settings.home, "shot.png", a_png())
    draft = {
        "person": "Ann",
        "name": "entry",
        "saved_at": "2026-09-10T12:00:00Z",
        "version": 1,
        "body": f'{{"files": [{{"sha256": "{"a" * 64}", "name": "secret.png"}}]}}',
    }
    with house.writing() as session:
        log_records(session, [a_note(files=(ref,))])
        (drafts,) = [table for table in tables_of(session) if table.name == "drafts"]
        insert_rows(session, drafts, [draft])
    find(settings.home, ref).unlink()
    (told,) = wrong(settings)
    assert "Wrong: 2 of 2 files are not in" in told
    assert "shot.png, 1 of journals. Copy that folder" in told


def test_a_file_of_sqlite_that_is_damaged_is_found_when_all_of_it_is_read(on_sqlite):
    open_house(on_sqlite).close()
    assert "SQLite: all of its file was read and is sound." in said(
        on_sqlite, deep=True
    )
    engine = open_engine(on_sqlite.database_url)
    raw = engine.raw_connection()
    raw.execute("PRAGMA query_only=OFF")
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("DELETE FROM releases WHERE id = 'adobe-firefly-video'")
    raw.commit()
    raw.close()
    engine.dispose()
    (told,) = wrong(on_sqlite, deep=True)
    assert "a row of claims speaks of a missing row of releases" in told
    assert "Restore the last backup" in told


def test_sqlite_without_its_log_is_wrong(on_sqlite):
    open_house(on_sqlite).close()
    engine = open_engine(on_sqlite.database_url)
    raw = engine.raw_connection()
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.close()
    engine.dispose()
    (told,) = wrong(on_sqlite)
    assert "nobody read while somebody writes" in told


def test_what_waits_beside_sqlite_for_too_long_is_wrong(on_sqlite, monkeypatch):
    with closing(open_house(on_sqlite)) as house:
        with house.writing() as session:
            log_records(session, [a_note()])
        monkeypatch.setattr(data_doctor, "MOST_WAITING", 10)
        (told,) = wrong(on_sqlite)
    assert "Stop every themewatch, then start it again" in told
