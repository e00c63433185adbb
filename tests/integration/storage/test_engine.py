"""The way to the database, and what is said when there is none."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from tests.factories import a_note
from themewatch.domain.note import Note
from themewatch.errors import ConflictError, InputError, StorageError
from themewatch.storage import evidence
from themewatch.storage.engine import open_engine, reading, writing
from themewatch.storage.failures import said_plainly
from themewatch.storage.migrate import migrate
from themewatch.storage.rows import insert_records

NOBODY = 65534


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Take the right to write away, from a superuser too."""
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_is_written_can_be_read(engine):
    note = a_note()
    with writing(engine) as session:
        evidence.add_record(session, note)
    with reading(engine) as session:
        assert evidence.list_records(session, Note) == [note]


def test_a_failed_write_leaves_nothing_behind(engine):
    broken = [a_note(), a_note(release="nope")]
    with pytest.raises(ConflictError), writing(engine) as session:
        evidence.add_records(session, broken)
    with reading(engine) as session:
        assert evidence.list_records(session, Note) == []
        assert evidence.evidence_version(session) == 0


def test_a_reading_session_sees_one_unchanging_state(engine):
    with reading(engine) as session:
        before = evidence.evidence_version(session)
        with writing(engine) as other:
            evidence.add_record(other, a_note())
        assert evidence.list_records(session, Note) == []
        assert evidence.evidence_version(session) == before


def test_a_reading_session_cannot_write(engine):
    with pytest.raises(StorageError, match=r"read-?only"), reading(engine) as session:
        insert_records(session, [a_note()])


def test_what_breaks_a_constraint_is_a_conflict(engine):
    with writing(engine) as session:
        evidence.add_records(session, [a_note(id="a"), a_note(id="b", supersedes="a")])
    with (
        pytest.raises(ConflictError, match="Somebody else"),
        writing(engine) as session,
    ):
        insert_records(session, [a_note(id="c", supersedes="a")])


def test_a_reference_to_nothing_is_found_when_the_session_ends(engine):
    with pytest.raises(ConflictError), writing(engine) as session:
        insert_records(session, [a_note(release="nope")])


def test_a_file_that_is_no_database_is_refused(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("Dear Ann, this is no database. " * 100)
    with (
        opened(f"sqlite:///{file}") as engine,
        pytest.raises(StorageError) as refused,
    ):
        migrate(engine)
    assert str(refused.value) == (
        f"The database {file} does not answer (file is not a database). "
        "It is no database of themewatch: choose another file."
    )


def test_a_folder_without_rights_is_said():
    with (
        TemporaryDirectory() as folder,  # not tmp_path: others may not look into that
        without_rights(Path(folder)),
        opened(f"sqlite:///{folder}/themewatch.sqlite") as engine,
        pytest.raises(StorageError) as refused,
    ):
        migrate(engine)
    assert str(refused.value) == (
        f"The database {folder}/themewatch.sqlite does not answer (unable to open "
        "database file). Check that its folder may be written to and has room left."
    )


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="cannot be made"):
        open_engine(f"sqlite:///{tmp_path}/file/below/themewatch.sqlite")


def test_a_full_disk_is_said_and_nothing_is_half_written(sqlite_engine):
    with (
        pytest.raises(StorageError, match="has room left"),
        writing(sqlite_engine) as session,
        room_for(200_000),
    ):
        evidence.add_records(session, [a_note(observed="x" * 9000) for _ in range(999)])
    with reading(sqlite_engine) as session:
        assert evidence.list_records(session, Note) == []


def test_a_server_that_is_not_there_is_said_without_the_password():
    url = "postgresql://ann:s3cret@127.0.0.1:1/maps?password=t0p"
    with opened(url) as engine, pytest.raises(StorageError) as refused:
        migrate(engine)
    assert str(refused.value).startswith("The database maps on 127.0.0.1 does not")
    assert "s3cret" not in str(refused.value)
    assert "t0p" not in str(refused.value)


def test_a_password_a_driver_repeats_is_not_repeated():
    with (
        opened("postgresql://ann:s3cret@host/maps") as engine,
        pytest.raises(StorageError, match=r"\(bad password: \*\*\*\)"),
        said_plainly(engine),
    ):
        raise OperationalError(None, None, ValueError("bad password: s3cret"))


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://root@host/maps", "not in mysql"),
        ("sqlite://", "would be forgotten"),
        ("sqlite:///:memory:", "would be forgotten"),
        ("postgresql://ann:s3cret@host:port/maps", "cannot be read"),
        ("no address", "cannot be read"),
    ],
)
def test_an_address_that_names_no_database_is_refused(url, sentence):
    with pytest.raises(InputError, match=sentence) as refused:
        open_engine(url)
    assert "s3cret" not in str(refused.value)


def test_a_database_reached_by_its_short_address_is_the_same(migrated_postgres):
    with opened(migrated_postgres.replace("+psycopg", "")) as engine:
        assert engine.dialect.driver == "psycopg"
        with reading(engine) as session:
            assert session.execute(text("SHOW timezone")).scalar_one() == "UTC"


def test_options_of_an_address_are_kept(migrated_postgres):
    joint = "&" if "?" in migrated_postgres else "?"
    url = f"{migrated_postgres}{joint}options=-c%20application_name%3Dmaps"
    with opened(url) as engine, reading(engine) as session:
        assert session.execute(text("SHOW application_name")).scalar_one() == "maps"
        assert session.execute(text("SHOW timezone")).scalar_one() == "UTC"


def test_another_driver_of_postgresql_is_refused_with_the_address_to_write():
    with pytest.raises(InputError, match="write the address as postgresql://"):
        open_engine("postgresql+asyncpg://ann@db.example/maps")
