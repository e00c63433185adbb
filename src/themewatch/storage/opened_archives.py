"""Read an archive as a stranger's, and look at all of it before any is used.

Names are compared with those expected and never used as paths; sizes are held to what
is announced and to a limit, contents to their hashes.
"""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from os import SEEK_END
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from themewatch.errors import InputError
from themewatch.storage.archive_manifest import (
    MANIFEST,
    NOT_OURS,
    Manifest,
    Member,
    TableMember,
    manifest_from_json,
)
from themewatch.storage.archive_rows import Row

MOST_MANIFEST = 64 * 1024 * 1024
LONGEST_ROW = 64 * 1024 * 1024
TRUSTED = 256 * 1024 * 1024
MOST_TIMES = 60  # larger than its zip, beyond that: more is no archive, but a trap
_ENCRYPTED = 0x1
_PIECE = 1024 * 1024
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What reading a member raises where the zip is damaged, or of a strange kind."""


@dataclass(frozen=True, slots=True)
class OpenedArchive:
    """An archive whose list of members was checked; their contents were not."""

    box: ZipFile
    manifest: Manifest


@contextmanager
def opened_archive(file: BinaryIO) -> Iterator[OpenedArchive]:
    """Open an archive that holds what its manifest names, and nothing else.

    Raises:
        InputError: It is none, is damaged, or was made by a newer themewatch.
    """
    if not file.seekable():
        raise InputError("An archive cannot be read from a pipe: name its file.")
    size = file.seek(0, SEEK_END)
    try:
        box = ZipFile(file)
    except _DAMAGED as error:
        raise InputError(NOT_OURS) from error
    with box:
        members = box.infolist()
        _check_members(members, size)
        manifest = manifest_from_json(_manifest(box))
        _check_sizes(members, manifest)
        yield OpenedArchive(box, manifest)


def verify(archive: OpenedArchive) -> None:
    """Read every member once and hold it to its hash; raises InputError."""
    for member in archive.manifest.members:
        found = sha256()
        for piece in pieces_of(archive, member):
            found.update(piece)
        if found.hexdigest() != member.sha256:
            raise _damaged(member.place)


def pieces_of(archive: OpenedArchive, member: Member) -> Iterator[bytes]:
    """Yield a member's content, and not a byte more than is announced."""
    left = member.bytes
    try:
        with archive.box.open(member.place) as content:
            while piece := content.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise _damaged(member.place)
                yield piece
    except _DAMAGED as error:
        raise _damaged(member.place) from error
    if left:
        raise _damaged(member.place)


def rows_of(archive: OpenedArchive, table: TableMember) -> Iterator[Row]:
    """Yield the rows of a table; raises InputError."""
    rest = b""
    for piece in pieces_of(archive, table):
        *lines, rest = (rest + piece).split(b"\n")
        if len(rest) > LONGEST_ROW:
            raise InputError(f"{table.place} in the archive holds too long a line.")
        for line in lines:
            yield _row(table, line)
    if rest:
        raise _damaged(table.place)


def _row(table: TableMember, line: bytes) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _damaged(table.place) from error
    if not isinstance(row, dict):
        raise _damaged(table.place)
    return row


def _check_members(members: list[ZipInfo], size: int) -> None:
    names = [member.filename for member in members]
    if MANIFEST not in names:
        raise InputError(NOT_OURS)
    if len(set(names)) < len(names):
        raise InputError("The archive holds two members of one name: it is no good.")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise InputError("The archive is locked by a password: take it off first.")
    total = sum(member.file_size for member in members)
    if total > max(TRUSTED, MOST_TIMES * size):
        raise InputError("The archive says it holds far more than it can.")


def _check_sizes(members: list[ZipInfo], manifest: Manifest) -> None:
    """Hold what is in the zip to what its manifest says is in it."""
    named = {place: member.bytes for place, member in manifest.places.items()}
    found = {m.filename: m.file_size for m in members if m.filename != MANIFEST}
    problems = [f"The archive lacks {name}." for name in sorted(named.keys() - found)]
    problems += [
        f"The archive holds {name[:80]!r}, which its manifest does not name."
        for name in sorted(found.keys() - named)
    ]
    problems += [
        f"{name} in the archive is not as long as its manifest says."
        for name in sorted(named.keys() & found)
        if named[name] != found[name]
    ]
    if problems:
        raise InputError(*problems[:10])


def _manifest(box: ZipFile) -> bytes:
    try:
        with box.open(MANIFEST) as member:
            content = member.read(MOST_MANIFEST + 1)
    except _DAMAGED as error:
        raise _damaged(MANIFEST) from error
    if len(content) > MOST_MANIFEST:
        raise InputError(NOT_OURS)
    return content


def _damaged(place: str) -> InputError:
    return InputError(
        f"{place} in the archive is damaged: use another copy of the archive."
    )
