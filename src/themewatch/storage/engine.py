"""The way to the database: one engine a process, and two kinds of session.

A session is one short transaction. `reading` sees one unchanging state and cannot
write; `writing` commits at its end, or leaves nothing behind when anything fails.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event, make_url
from sqlalchemy import Engine as Engine
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from themewatch.errors import InputError, StorageError
from themewatch.storage.failures import said_plainly

Session = Connection
"""One transaction. Core alone: importing the ORM would slow every start."""

_BUSY_SECONDS = 30
_SQLITE_SETTINGS = (
    f"busy_timeout={_BUSY_SECONDS * 1000}",
    "synchronous=NORMAL",
    "foreign_keys=ON",
)
_BEGIN = "themewatch_begin"  # how a session on SQLite begins; None: not at all
_SNAPSHOT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def open_engine(url: str) -> Engine:
    """Return the engine of a database; nothing is asked of it yet.

    Raises:
        InputError: The address names no database that themewatch can use.
        StorageError: The file's folder cannot be made.
    """
    address = _parsed(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    if address.get_backend_name() == "postgresql":
        return _postgresql(address)
    raise InputError(
        f"themewatch keeps its data in SQLite or PostgreSQL, not in "
        f"{address.get_backend_name()}: name a file or a postgresql:// address."
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Yield a session that sees one unchanging state and cannot write."""
    options: dict[str, Any] = {} if _is_sqlite(engine) else _SNAPSHOT
    with said_plainly(engine), engine.execution_options(**options).begin() as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """Yield a session that is committed at the end, or not at all."""
    writes = engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
    with said_plainly(engine), writes.begin() as session:
        yield session


def write_ahead(engine: Engine) -> None:
    """Let readers and a writer of SQLite work at once; the file remembers it.

    While processes start at once the switch is refused without waiting, whatever
    busy_timeout says, so the waiting is done here.
    """
    outside = engine.execution_options(**{_BEGIN: None})
    give_up = monotonic() + _BUSY_SECONDS
    with said_plainly(engine), outside.connect() as connection:
        while True:
            try:
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
            except OperationalError as error:
                if "locked" not in str(error.orig) or monotonic() > give_up:
                    raise
                sleep(0.02)
            else:
                return


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        # Not chained: the cause would print the address, password and all.
        raise InputError(
            "The database's address cannot be read: "
            "name a file or a postgresql://user@host/name address."
        ) from None


def _sqlite(address: URL) -> Engine:
    if not address.database or address.database == ":memory:":
        raise InputError("A database in memory would be forgotten: name a file.")
    try:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"The folder of the database {address.database} cannot be made "
            f"({error.strerror}). Choose another with --database or THEMEWATCH_HOME."
        ) from error
    engine = create_engine(
        address,
        connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
        pool_size=20,
        max_overflow=10,
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours to write, see below
    for setting in _SQLITE_SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(session: Session) -> None:
    """Take the write lock at once: upgrading a read to a write fails when busy."""
    begin = session.get_execution_options().get(_BEGIN, "BEGIN")
    session.exec_driver_sql(f"PRAGMA query_only={'ON' if begin == 'BEGIN' else 'OFF'}")
    if begin is not None:
        session.exec_driver_sql(begin)


def _postgresql(address: URL) -> Engine:
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    given = address.query.get("options", "")
    try:
        return create_engine(
            address,
            connect_args={"connect_timeout": 10, "options": f"{given} -c timezone=UTC"},
            pool_size=20,
            pool_pre_ping=True,
        )
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise InputError(
            "themewatch speaks to PostgreSQL by psycopg: "
            "write the address as postgresql://user@host/name."
        ) from error


def _is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"
