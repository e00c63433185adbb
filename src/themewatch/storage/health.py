"""How a database fares: its size, what it is, and how much of its room is taken."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from themewatch.storage.engine import Session

MOST_CONNECTIONS = 30
"""What one of our processes takes of a server at most: its pool and what overflows."""


@dataclass(frozen=True, slots=True)
class SqliteHealth:
    """A file, what waits beside it to be put into it, and who has it open.

    `processes` is None where the system does not tell.
    """

    size: int
    waiting: int
    is_write_ahead: bool
    processes: int | None


@dataclass(frozen=True, slots=True)
class ServerHealth:
    """A server of PostgreSQL, as our database on it sees it."""

    version: str
    size: int
    encoding: str
    is_read_only: bool
    connections: int
    most_connections: int


def sqlite_health(session: Session, file: Path) -> SqliteHealth:
    mode = session.execute(text("PRAGMA journal_mode")).scalar_one()
    waiting = file.with_name(f"{file.name}-wal")
    return SqliteHealth(
        size=file.stat().st_size,
        waiting=waiting.stat().st_size if waiting.exists() else 0,
        is_write_ahead=mode == "wal",
        processes=_count_open(file),
    )


def sqlite_faults(session: Session) -> Iterator[str]:
    """Yield what SQLite itself finds wrong in all of its file; it takes a while."""
    for fault in session.scalars(text("PRAGMA integrity_check(5)")):
        if fault != "ok":
            yield str(fault)
    for row in session.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of {row[0]} speaks of a missing row of {row[2]}"


def server_health(session: Session) -> ServerHealth:
    return ServerHealth(*session.execute(text(_SERVER)).one())


def _count_open(file: Path) -> int | None:
    """Count the processes that have a file open, as far as we may see."""
    processes = Path("/proc")
    if not (processes / "self" / "fd").is_dir():
        return None
    found = set()
    for descriptor in processes.glob("[0-9]*/fd/*"):
        with suppress(OSError):  # it ended meanwhile, or is somebody else's
            if descriptor.readlink() == file:
                found.add(descriptor.parts[2])
    return len(found)


_SERVER = """
SELECT current_setting('server_version'),
       pg_database_size(current_database()),
       current_setting('server_encoding'),
       pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on',
       (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'),
       current_setting('max_connections')::integer
"""
