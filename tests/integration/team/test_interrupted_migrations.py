"""A migration that is killed in its midst is done at the next start, whole."""

import signal
import subprocess
import sys

import pytest
from sqlalchemy import Engine, text

from tests.integration.storage.test_migrations import (
    RELEASED,
    differences,
    statements,
)
from themewatch.config import Settings
from themewatch.services.exchange import export_records
from themewatch.services.house import open_house
from themewatch.storage.engine import open_engine, writing
from themewatch.storage.form import is_newest
from themewatch.storage.migrate import migrate

FROM = "0004"
"""A revision with rows in every table; several tables came and changed since."""
DIE = """
import os, signal, sys
from sqlalchemy import event
from themewatch.storage.engine import open_engine
from themewatch.storage.migrate import migrate

engine = open_engine(sys.argv[1])

@event.listens_for(engine, "before_cursor_execute")
def count(*call):
    if sys.argv[2] in " ".join(call[2].split()):
        os.kill(os.getpid(), signal.SIGKILL)

migrate(engine)
"""


@pytest.fixture
def old(empty_database: str) -> str:
    """Return the address of a database of an older form, with rows."""
    engine = open_engine(empty_database)
    migrate(engine, to=FROM)
    fill(engine)
    engine.dispose()
    return empty_database


def fill(engine: Engine) -> None:
    with writing(engine) as session:
        for statement in statements(RELEASED / f"{FROM}.sql"):
            session.exec_driver_sql(statement)


@pytest.mark.parametrize(
    "last", ["CREATE TABLE", "CREATE TABLE ballots", "UPDATE themewatch_version"]
)
def test_the_next_start_finds_the_old_form_and_completes_it(old, home, last):
    killed = subprocess.run([sys.executable, "-c", DIE, old, last], check=False)
    assert killed.returncode == -signal.SIGKILL, "it was done before it was killed"
    engine = open_engine(old)
    assert not is_newest(engine)
    house = open_house(Settings(old, home), reference=False)
    with house.reading() as session:
        assert differences(session) == []
        exported = [f"{line}\n" for line in export_records(session)]
    house.close()
    engine.dispose()
    assert "".join(exported) == (RELEASED / f"{FROM}.jsonl").read_text()


@pytest.mark.parametrize("last", ["CREATE TABLE", "CREATE TABLE ballots"])
def test_a_first_start_that_was_killed_is_begun_anew(empty_database, home, last):
    killed = subprocess.run(
        [sys.executable, "-c", DIE, empty_database, last], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    house = open_house(Settings(empty_database, home))
    with house.reading() as session:
        assert differences(session) == []
        assert session.scalar(text("SELECT count(*) FROM releases")) > 200
    house.close()
