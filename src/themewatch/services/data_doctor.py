"""Examine where the data lies: the database, room on the disk, the last backup."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from themewatch.charts.size_words import size
from themewatch.config import Settings
from themewatch.domain.person import Role
from themewatch.services.findings import Finding
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.health import (
    MOST_CONNECTIONS,
    ServerHealth,
    SqliteHealth,
    server_health,
    sqlite_faults,
    sqlite_health,
)
from themewatch.storage.house import BACKED_UP_AT, find_fact
from themewatch.words import _, ngettext

MB = 1_000_000
LEAST_ROOM = 500 * MB
MOST_WAITING = 256 * MB
OLD = timedelta(days=30)
_FULL = 0.8


def examine_room(home: Path) -> Iterator[Finding]:
    """Look at what is left on the disk of attachments."""
    nearest = next(f for f in (home, *home.parents) if f.exists())
    free = shutil.disk_usage(nearest).free
    if free < LEAST_ROOM:
        said = _(
            "Wrong: only {free} are left on the disk of {home}: make room, or "
            "nothing can be saved soon."
        )
        yield Finding(said.format(free=size(free), home=home), is_wrong=True)
    else:
        said = _("Room: {free} are left on the disk of {home}.")
        yield Finding(said.format(free=size(free), home=home))


@needs(Role.ADMIN)
def examine_engine(
    session: Session, settings: Settings, *, deep: bool
) -> Iterator[Finding]:
    """Look at the file of SQLite, or at the server of PostgreSQL."""
    if settings.database_file is None:
        yield from _server(server_health(session))
        return
    yield from _file(sqlite_health(session, settings.database_file.resolve()))
    if deep:
        yield from _faults(list(sqlite_faults(session)))


@needs(Role.ADMIN)
def examine_backup(session: Session, now: datetime) -> Iterator[Finding]:
    """Look at when a backup was made last; none yet is told, an old one is wrong."""
    kept = find_fact(session, BACKED_UP_AT)
    if kept is None:
        said = _(
            "Backup: none was made here yet. `themewatch backup FILE` makes one, "
            "while others go on working."
        )
        yield Finding(said)
        return
    at = datetime.fromisoformat(kept)
    if now - at > OLD:
        said = _(
            "Wrong: the last backup was made on {day}. Make one with "
            "`themewatch backup FILE`, best every night."
        )
        yield Finding(said.format(day=f"{at:%Y-%m-%d}"), is_wrong=True)
    else:
        said = _("Backup: the last one was made at {moment} UTC.")
        yield Finding(said.format(moment=f"{at:%Y-%m-%d %H:%M}"))


def _file(health: SqliteHealth) -> Iterator[Finding]:
    said = _("SQLite: {size}, and {waiting} that wait beside it.")
    yield Finding(said.format(size=size(health.size), waiting=size(health.waiting)))
    if not health.is_write_ahead:
        said = _(
            "Wrong: SQLite lets nobody read while somebody writes. Start "
            "`themewatch run` once: it sets that right, unless the file lies on a "
            "network drive, where it must not."
        )
        yield Finding(said, is_wrong=True)
    if health.waiting > MOST_WAITING:
        said = _(
            "Wrong: {waiting} wait to be put into the file of SQLite: something "
            "has read for very long. Stop every themewatch, then start it again."
        )
        yield Finding(said.format(waiting=size(health.waiting)), is_wrong=True)
    if health.processes is not None:
        yield Finding(_processes(health.processes))


def _processes(count: int) -> str:
    said = ngettext(
        "Processes: {n} has it open on this machine. Several may share it here; for "
        "more than one machine choose PostgreSQL.",
        "Processes: {n} have it open on this machine. Several may share it here; for "
        "more than one machine choose PostgreSQL.",
        count,
    )
    return said.format(n=count)


def _faults(faults: list[str]) -> Iterator[Finding]:
    if faults:
        said = _(
            "Wrong: the file of SQLite is damaged ({faults}). Restore the last backup "
            "into an empty place."
        )
        yield Finding(said.format(faults="; ".join(faults[:3])), is_wrong=True)
    else:
        yield Finding(_("SQLite: all of its file was read and is sound."))


def _server(health: ServerHealth) -> Iterator[Finding]:
    said = _(
        "PostgreSQL {version}: {size}; {used} of {most} connections are in "
        "use, and each process of themewatch takes up to {each}."
    )
    told = said.format(
        version=health.version,
        size=size(health.size),
        used=health.connections,
        most=health.most_connections,
        each=MOST_CONNECTIONS,
    )
    yield Finding(told)
    if health.connections > health.most_connections * _FULL:
        said = _(
            "Wrong: nearly all connections of PostgreSQL are in use. Raise "
            "max_connections there, or run fewer processes."
        )
        yield Finding(said, is_wrong=True)
    if health.encoding != "UTF8":
        said = _(
            "Wrong: the database keeps text as {encoding}. Make one that keeps UTF8, "
            "and bring everything there with `themewatch backup` and "
            "`themewatch restore`."
        )
        yield Finding(said.format(encoding=health.encoding), is_wrong=True)
    if health.is_read_only:
        said = _(
            "Wrong: this server of PostgreSQL can only be read from. Name the one "
            "that is written to in THEMEWATCH_DATABASE_URL."
        )
        yield Finding(said, is_wrong=True)
