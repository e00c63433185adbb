"""Databases to test on: SQLite in a file of its own, and a real PostgreSQL."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from tests import homes
from tests.browser.warm import stop as stop_servers
from tests.postgres import Reused, postgres
from tests.postgres import stop as stop_postgres
from themewatch.storage.engine import Session, open_engine, writing
from themewatch.storage.migrate import migrate

settings.register_profile("patient", deadline=None)  # other work on it is no fault
settings.load_profile("patient")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread what drives a browser among the rest, the files in their order.

    All at once they would wait for each other, and those at the end run alone.
    """
    files: dict[bool, dict[Path, int]] = {True: {}, False: {}}
    for item in items:
        known = files["browser" in item.keywords]
        known.setdefault(item.path, len(known))
    items.sort(key=lambda item: _how_far(files["browser" in item.keywords], item.path))


def _how_far(files: Mapping[Path, int], file: Path) -> tuple[float, Path]:
    return files[file] / len(files), file


def pytest_sessionfinish() -> None:
    stop_postgres()
    stop_servers()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """Yield an empty folder for a database and attachments."""
    yield tmp_path / "home"
    homes.forget_below(tmp_path)


@pytest.fixture
def own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home that commands find in the environment."""
    homes.go_to(home, monkeypatch)
    return home


@pytest.fixture(scope="session")
def migrated() -> str:
    """Return the name of a PostgreSQL database with empty tables, to copy."""
    name = postgres().create()
    engine = open_engine(postgres().address(name))
    migrate(engine)
    engine.dispose()
    return name


@pytest.fixture
def empty_postgres() -> Iterator[str]:
    """Yield the address of a database without tables."""
    name = postgres().create()
    yield postgres().address(name)
    postgres().drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, home: Path) -> str:
    """Return the address of a database without tables, on each system in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{home}/themewatch.sqlite"
    return str(request.getfixturevalue("empty_postgres"))


@pytest.fixture(scope="session")
def reused(migrated: str) -> Reused:
    """Return a database with empty tables, for one test after the other."""
    return Reused(migrated)


@pytest.fixture
def migrated_postgres(reused: Reused) -> Iterator[str]:
    """Yield the address of a database with empty tables."""
    yield reused.address()
    reused.empty()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an SQLite file with empty tables, to copy."""
    file = tmp_path_factory.mktemp("migrated") / "themewatch.sqlite"
    engine = open_engine(f"sqlite:///{file}")
    migrate(engine)
    engine.dispose()
    return file


@pytest.fixture
def sqlite_engine(home: Path, migrated_file: Path) -> Iterator[Engine]:
    """Yield the engine of a migrated SQLite file without any records."""
    home.mkdir(exist_ok=True)
    shutil.copy(migrated_file, home)
    engine = open_engine(f"sqlite:///{home}/themewatch.sqlite")
    yield engine
    engine.dispose()


@pytest.fixture
def postgres_engine(migrated_postgres: str) -> Iterator[Engine]:
    """Yield the engine of a migrated PostgreSQL database without any records."""
    engine = open_engine(migrated_postgres)
    yield engine
    engine.dispose()


@pytest.fixture
def one_engine(request: pytest.FixtureRequest) -> Engine:
    """Return a migrated database without any records, on the system that is tested."""
    return _engine(request, homes.SYSTEM)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return a migrated database without any records, on each system in turn."""
    return _engine(request, request.param)


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """Yield a session that writes, on each system in turn."""
    with writing(engine) as session:
        yield session


def _engine(request: pytest.FixtureRequest, system: str) -> Engine:
    name = "sqlite_engine" if system == "sqlite" else "postgres_engine"
    found = request.getfixturevalue(name)
    assert isinstance(found, Engine)
    return found
