"""A database is brought to the newest form: a new one, an old one, by one at a time."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from sqlalchemy import Engine, column, inspect, table, text, update
from sqlalchemy.exc import ProgrammingError

from themewatch.errors import StorageError
from themewatch.services.exchange import export_records
from themewatch.storage import (
    editions,
    journal_tables,
    journals,
    news_tables,
    reviews,
    team_tables,
)
from themewatch.storage.engine import open_engine, reading, writing
from themewatch.storage.evidence import evidence_version
from themewatch.storage.form import NEWEST, VERSION_TABLE, is_newest
from themewatch.storage.migrate import (
    migrate,
    migration_context,
    scripts_folder,
)

RELEASED = Path(__file__).parent / "released"
"""For every revision: `NNNN.sql`, rows as it kept them; `NNNN.jsonl`, their export."""

MIGRATE = """
import sys
from themewatch.storage.engine import open_engine
from themewatch.storage.migrate import migrate
engine = open_engine(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
print(migrate(engine))
"""


def revisions() -> list[str]:
    return [script.revision for script in scripts_folder().walk_revisions()]


@pytest.fixture
def empty_engine(empty_database: str) -> Iterator[Engine]:
    engine = open_engine(empty_database)
    yield engine
    engine.dispose()


def test_a_new_database_has_the_tables_the_code_speaks_of(empty_engine):
    assert migrate(empty_engine) is True
    with reading(empty_engine) as session:
        assert differences(session) == []
        assert evidence_version(session) == 0


def test_sqlite_lets_readers_and_a_writer_work_at_once(sqlite_engine):
    with reading(sqlite_engine) as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert session.execute(text("PRAGMA foreign_keys")).scalar_one() == 1


def test_a_database_that_is_up_to_date_is_left_as_it_is(empty_engine):
    migrate(empty_engine)
    assert migrate(empty_engine) is False


@pytest.mark.parametrize("revision", revisions())
def test_a_database_of_every_released_form_upgrades(empty_engine, revision):
    """Whoever adds a revision adds its two files; a missing one fails here."""
    upgrade(empty_engine, revision)
    with reading(empty_engine) as session:
        assert differences(session) == []
        exported = [f"{line}\n" for line in export_records(session)]
    assert "".join(exported) == (RELEASED / f"{revision}.jsonl").read_text()


@pytest.mark.parametrize("revision", [r for r in revisions() if r >= "0004"])
def test_journals_of_every_released_form_are_read(empty_engine, revision):
    """Their bodies are checked field by field, and no migration rewrites them."""
    upgrade(empty_engine, revision)
    with reading(empty_engine) as session:
        months = journals.list_journals(session)
        entries, reports = [], []
        for month in months:
            entries += journals.list_entries(session, month.id, with_removed=True)
            reports += journals.list_reports(session, month.id)
    assert (len(months), len(entries), len(reports)) == (2, 4, 1)


@pytest.mark.parametrize("revision", [r for r in revisions() if r >= "0005"])
def test_reviews_of_every_released_form_are_read(empty_engine, revision):
    upgrade(empty_engine, revision)
    with reading(empty_engine) as session:
        (review,) = reviews.list_reviews(session)
        (decision,) = reviews.list_decisions(session, review.id)
        (second,) = reviews.list_rounds(session, review.id)
        votes = reviews.list_ballots(session, review.id)
    assert (review.people, review.closed_by) == (("Ann", "Ben"), "Ben")
    assert (second.number, second.theme) == (2, "consistency")
    assert [(vote.person, vote.number) for vote in votes] == [
        ("Ann", 1),
        ("Ben", 1),
        ("Ann", 2),
    ]
    assert (decision.use, decision.owner) == ("try", "Ann")


@pytest.mark.parametrize("revision", [r for r in revisions() if r >= "0005"])
def test_editions_of_every_released_form_are_read(empty_engine, revision):
    upgrade(empty_engine, revision)
    with reading(empty_engine) as session:
        [edition] = editions.list_editions(session)
        ground = editions.get_ground(session, edition.number)
    [lane] = edition.maturity_map.themes
    assert (lane.position.mean, lane.movement.is_clear) == (1.61, True)
    roots = [piece.root for piece in ground.of("consistency")]
    assert roots == ["note-1", "acme-vision-1/consistency/-"]


def upgrade(engine, revision) -> None:
    """Fill a database as a revision kept it, and bring it to the newest form."""
    migrate(engine, to=revision)
    with writing(engine) as session:
        for statement in statements(RELEASED / f"{revision}.sql"):
            session.exec_driver_sql(statement)
    migrate(engine)


def differences(session) -> list[object]:
    """Return where the database differs from the tables the code speaks of."""
    metadata = news_tables.metadata
    assert metadata is journal_tables.metadata is team_tables.metadata, "all imported"
    return compare_metadata(migration_context(session), metadata)


def statements(file: Path) -> list[str]:
    return re.findall(r"^INSERT .*?;$", file.read_text(), re.MULTILINE | re.DOTALL)


def test_a_migration_that_fails_leaves_nothing_behind(empty_engine):
    """The last table cannot be made, because something else bears its name."""
    with writing(empty_engine) as session:
        session.execute(text("CREATE VIEW house AS SELECT 1 AS taken"))
    with pytest.raises((StorageError, ProgrammingError), match="house"):
        migrate(empty_engine)
    with reading(empty_engine) as session:
        assert inspect(session).get_table_names() == []


def test_a_database_of_another_program_is_refused_and_left_as_it_is(empty_engine):
    with writing(empty_engine) as session:
        session.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(StorageError, match="holds tables of another program"):
        migrate(empty_engine)
    with reading(empty_engine) as session:
        assert inspect(session).get_table_names() == ["recipes"]


def test_a_file_of_another_program_keeps_every_byte(tmp_path):
    file = tmp_path / "recipes.sqlite"
    with closing(sqlite3.connect(file)) as recipes:
        recipes.execute("CREATE TABLE recipes (name TEXT)")
    before = file.read_bytes()
    engine = open_engine(f"sqlite:///{file}")
    with pytest.raises(StorageError, match="holds tables of another program"):
        migrate(engine)
    engine.dispose()
    assert file.read_bytes() == before


def test_a_database_of_a_newer_themewatch_is_refused(engine):
    with writing(engine) as session:
        session.execute(
            update(table(VERSION_TABLE, column("version_num"))).values(
                {"version_num": "9999"}
            )
        )
    with pytest.raises(StorageError, match="written by a newer themewatch"):
        migrate(engine)


def test_of_processes_that_start_at_once_one_migrates_and_all_go_on(empty_database):
    started = [
        subprocess.Popen(
            [sys.executable, "-c", MIGRATE, empty_database],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    assert [process.stdout.readline() for process in started] == ["ready\n"] * 4
    for process in started:
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60) for process in started]
    assert [error for _, error in answers] == [""] * 4
    assert sorted(out.strip() for out, _ in answers) == ["False"] * 3 + ["True"]


def test_the_newest_form_is_told_by_the_last_of_the_scripts(empty_engine):
    assert scripts_folder().get_current_head() == NEWEST
    assert not is_newest(empty_engine)
    migrate(empty_engine)
    assert is_newest(empty_engine)
