"""Bring everything of an archive back into an empty place: all of it, or nothing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from themewatch.config import Settings
from themewatch.domain.activity import Act, Subject
from themewatch.errors import ConflictError, InputError, StorageError
from themewatch.services.reference import shipped_records
from themewatch.storage.activity import add_activity
from themewatch.storage.attachment_folder import put_there
from themewatch.storage.engine import Engine, Session, open_engine, reading, writing
from themewatch.storage.migrate import lock_form, prepare
from themewatch.storage.opened_archives import (
    OpenedArchive,
    opened_archive,
    pieces_of,
    verify,
)
from themewatch.storage.places import fill, refuse_used

CONTRADICTS = (
    "The archive contradicts itself: its rows do not belong together. "
    "Use another copy of it."
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: rows by table, attachments, and when it was packed.

    `missing` counts attachments that were not in the archive already.
    """

    rows: Mapping[str, int]
    files: int
    missing: int
    made_at: datetime


def restore(settings: Settings, file: BinaryIO, *, now: datetime) -> Restored:
    """Make an empty place what an archive holds.

    All of the archive is read and held to its hashes before anything is written. Its
    attachments come first, so that no row speaks of one that is not there; then all
    rows in one transaction. Whatever ends it half-way leaves the place empty, and it
    can be done again.

    Args:
        settings: The place: no database, one without tables, or one that holds
            nothing but what is shipped.
        file: The archive.
        now: The moment.

    Raises:
        ConflictError: The place holds something already.
        InputError: The file is no archive, is damaged, or of a newer themewatch.
        StorageError: The place cannot be written to.
    """
    with opened_archive(file) as archive:
        verify(archive)
        engine = open_engine(settings.database_url)
        try:
            shipped = {record.id for record in shipped_records()}
            prepare(engine)
            with reading(engine) as session:
                refuse_used(session, shipped)
            with attachments_put(archive, settings.home):
                _restore(engine, archive, shipped, now)
        finally:
            engine.dispose()
        return _restored(archive)


def _restore(
    engine: Engine, archive: OpenedArchive, shipped: set[str], now: datetime
) -> None:
    try:
        with writing(engine) as session:
            lock_form(session)
            refuse_used(session, shipped)
            fill(session, archive)
            _log(session, archive, now)
    except ConflictError as error:
        if error.__cause__ is None:
            raise
        raise InputError(CONTRADICTS) from error


def _log(session: Session, archive: OpenedArchive, now: datetime) -> None:
    packed = f"{archive.manifest.made_at:%Y-%m-%d %H:%M} UTC"
    add_activity(session, Act.RESTORED, now, Subject("archive", about=packed))


@contextmanager
def attachments_put(archive: OpenedArchive, home: Path) -> Iterator[None]:
    """Put an archive's attachments into a folder; out again where its block fails."""
    put: list[Path] = []
    try:
        for path in put_attachments(archive, home):
            put.append(path)  # noqa: PERF402  it is told as far as it came
        yield
    except BaseException:
        for path in put:
            path.unlink(missing_ok=True)
        raise


def put_attachments(archive: OpenedArchive, home: Path) -> Iterator[Path]:
    """Put an archive's attachments into a folder, and yield those that are new there.

    Raises:
        StorageError: One could not be written.
    """
    try:
        for member in archive.manifest.attachments:
            if path := put_there(home, member.sha256, pieces_of(archive, member)):
                yield path
    except OSError as error:
        raise StorageError(
            f"The attachments cannot be kept in {home} ({error.strerror}). "
            "Check that the folder may be written to and has room left."
        ) from error


def _restored(archive: OpenedArchive) -> Restored:
    manifest = archive.manifest
    return Restored(
        rows=manifest.rows,
        files=len(manifest.attachments),
        missing=len(manifest.missing),
        made_at=manifest.made_at,
    )
