"""Everything of a place in one zip: every table's rows, and every attachment.

Rows are of one moment. Attachments are copied after it, which is safe: they are
written before the rows that speak of them, never change, and bear their hash.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sqlalchemy import Engine

from themewatch.errors import StorageError
from themewatch.storage.archive_manifest import (
    MANIFEST,
    FileMember,
    Manifest,
    TableMember,
    manifest_to_json,
)
from themewatch.storage.archive_rows import Row, read_rows, tables_of
from themewatch.storage.attachment_folder import is_whole, list_kept, list_spoken_of
from themewatch.storage.engine import reading
from themewatch.storage.form import form_of


def write_archive(
    out: BinaryIO, engine: Engine, home: Path, *, program: str, now: datetime
) -> Manifest:
    """Write an archive of all there is, piece by piece, and return what is in it.

    Args:
        out: Where it goes; it can be sought in.
        engine: The database, whatever its form.
        home: The folder of attachments.
        program: The version of themewatch.
        now: The moment.
    """
    with ZipFile(out, "w") as box:
        with reading(engine) as session:
            form, tables = form_of(session), tables_of(session)
            if form is None:
                raise StorageError("There is no database of themewatch to pack yet.")
            members = tuple(
                _write_table(box, table.name, read_rows(session, table))
                for table in tables
            )
            spoken_of = list_spoken_of(session, tables)
        files = tuple(_write_files(box, home))
        manifest = Manifest(
            program=program,
            form=form,
            made_at=now,
            tables=members,
            attachments=files,
            missing=tuple(sorted(spoken_of - {file.sha256 for file in files})),
        )
        box.writestr(_info(MANIFEST, ZIP_DEFLATED), manifest_to_json(manifest))
    return manifest


class _Counted:
    """What passes through into a member, counted and hashed."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._hash = sha256()
        self.rows = self.bytes = 0

    def write_line(self, row: Row) -> None:
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        line = f"{text}\n".encode()
        self._hash.update(line)
        self.rows += 1
        self.bytes += self._out.write(line)

    def member(self, name: str) -> TableMember:
        digest = self._hash.hexdigest()
        return TableMember(name=name, rows=self.rows, bytes=self.bytes, sha256=digest)


def _write_table(box: ZipFile, name: str, rows: Iterable[Row]) -> TableMember:
    info = _info(f"tables/{name}.jsonl", ZIP_DEFLATED)
    with box.open(info, "w", force_zip64=True) as out:
        counted = _Counted(out)
        for row in rows:
            counted.write_line(row)
    return counted.member(name)


def _write_files(box: ZipFile, home: Path) -> Iterator[FileMember]:
    """Copy each attachment that can be read and is whole: no other is of any use."""
    for path in filter(is_whole, list_kept(home)):
        file = FileMember(sha256=path.name, bytes=path.stat().st_size)
        info = _info(file.place, ZIP_STORED)
        with path.open("rb") as source, box.open(info, "w") as target:
            shutil.copyfileobj(source, target)
        yield file


def _info(name: str, method: int) -> ZipInfo:
    """Describe a member without anything of this machine."""
    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o600 << 16
    return info
