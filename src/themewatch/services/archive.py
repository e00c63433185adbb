"""Take everything along in one file: as a backup, or to bring it in elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from themewatch import __version__
from themewatch.domain.activity import Act, Subject
from themewatch.domain.person import Role
from themewatch.services.house import House
from themewatch.services.rights import needs
from themewatch.storage.activity import add_activity
from themewatch.storage.archive import write_archive
from themewatch.storage.archive_manifest import Manifest
from themewatch.storage.house import BACKED_UP_AT, keep_fact
from themewatch.storage.whole_file import whole_file

SUFFIX = ".zip"


@dataclass(frozen=True, slots=True)
class Packed:
    """What went into an archive: rows by table, attachments, and its own size.

    `missing` counts attachments that something speaks of and that were not there,
    or were damaged.
    """

    rows: Mapping[str, int]
    files: int
    missing: int
    bytes: int


@needs(Role.ADMIN)
def backup(house: House, path: Path, *, now: datetime, force: bool = False) -> Packed:
    """Write all there is into one file, while others go on writing.

    Args:
        house: What is kept.
        path: Where the archive goes; nothing lies there until it is whole.
        now: The moment.
        force: Whether it may take the place of another file.

    Raises:
        ConflictError: Another file lies there.
        StorageError: It cannot be written.
    """
    packed = pack(house, path, now=now, replaces=force)
    with house.writing() as session:
        keep_fact(session, BACKED_UP_AT, now.isoformat())
        add_activity(session, Act.BACKED_UP, now, Subject("archive", about=path.name))
    return packed


@needs(Role.ADMIN)
def pack(house: House, path: Path, *, now: datetime, replaces: bool = True) -> Packed:
    """Write all there is into an archive, and keep nothing of having done so."""
    with whole_file(path, replaces=replaces) as out:
        manifest = write_archive(
            out, house.engine, house.home, program=__version__, now=now
        )
        size = out.tell()
    return _packed(manifest, size)


def _packed(manifest: Manifest, size: int) -> Packed:
    return Packed(
        rows=manifest.rows,
        files=len(manifest.attachments),
        missing=len(manifest.missing),
        bytes=size,
    )
