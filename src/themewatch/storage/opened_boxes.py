"""Read a journal's zip as a stranger's, and look at all of it before any is kept.

Names are compared with those expected and never used as paths; sizes are held to what
is announced and to a limit, contents to their hashes.
"""

import json
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from os import SEEK_END
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from themewatch.domain.journal_parcel import Parcel, refs_of
from themewatch.domain.record import FileRef
from themewatch.errors import InputError
from themewatch.storage import attachments
from themewatch.storage.journal_bodies import from_plain
from themewatch.storage.journal_boxes import (
    FORMAT,
    IN_MEMORY,
    MARKDOWN,
    PAGE,
    PARCEL,
    VERSION,
    place_of,
)

MOST_JSON = 32 * 1024 * 1024
MOST_TOTAL = 4 * 1024**3
TRUSTED = 128 * 1024 * 1024
MOST_TIMES = 20  # larger than its zip, beyond that: more is no journal, but a trap
ENCRYPTED = 0x1
NOT_OURS = "The file is no journal's zip: choose one as it was downloaded."
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What reading a member raises where the zip is damaged, or of a strange kind."""


@contextmanager
def opened(file: BinaryIO) -> Iterator[ZipFile]:
    """Open a journal's zip whose list of members holds nothing strange.

    Raises:
        InputError: It is none, or holds what no journal's zip does.
    """
    with _sought(file) as whole:
        size = whole.seek(0, SEEK_END)
        try:
            box = ZipFile(whole)
        except _DAMAGED as error:
            raise InputError(NOT_OURS) from error
        with box:
            _check_members(box.infolist(), size)
            yield box


@contextmanager
def _sought(file: BinaryIO) -> Iterator[BinaryIO]:
    """Yield a file that can be read from any place; a pipe is copied first."""
    if file.seekable():
        yield file
        return
    with SpooledTemporaryFile(IN_MEMORY) as copy:
        shutil.copyfileobj(file, copy)
        yield cast(BinaryIO, copy)


def _check_members(members: list[ZipInfo], size: int) -> None:
    names = [member.filename for member in members]
    if PARCEL not in names:
        raise InputError(NOT_OURS)
    if len(set(names)) < len(names):
        raise InputError("The zip holds two files of one name: download it anew.")
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise InputError("The zip is locked by a password: take it off first.")
    total = sum(member.file_size for member in members)
    if total > min(MOST_TOTAL, max(TRUSTED, MOST_TIMES * size)):
        raise InputError("The zip says it holds far more than a journal can.")


def read_parcel(box: ZipFile) -> Parcel:
    """Return the journal in a zip, each field read strictly.

    Raises:
        InputError: With a sentence for each thing that does not fit.
    """
    plain = _json(_member(box, PARCEL, MOST_JSON))
    if plain.pop("format", None) != FORMAT:
        raise InputError(NOT_OURS)
    version = plain.pop("version", None)
    if version != VERSION:
        raise InputError(
            f"The zip is of version {version!r:.20}; this themewatch reads {VERSION}. "
            "Install the newest themewatch to bring it in."
        )
    parcel = from_plain(plain, Parcel)
    _check_names(box, parcel)
    return parcel


def _check_names(box: ZipFile, parcel: Parcel) -> None:
    """Hold the names in a zip to what its journal says is in it."""
    refs = {ref.sha256: ref for ref in refs_of(parcel.entries)}
    named = {place_of(ref) for ref in refs.values() if ref.sha256 not in parcel.missing}
    found = set(box.namelist()) - {PARCEL, MARKDOWN, PAGE}
    problems = [f"The zip lacks the file {name}." for name in sorted(named - found)]
    problems += [
        f"The zip holds {name[:80]!r}, which its journal does not name."
        for name in sorted(found - named)
    ]
    if problems:
        raise InputError(*problems[:10])


def contents(box: ZipFile, parcel: Parcel) -> Iterator[tuple[FileRef, bytes]]:
    """Yield each file of a journal with its content, which is what it says it is.

    Raises:
        InputError: A content is not what its name, size or kind says.
    """
    for ref in refs_of(parcel.entries):
        if ref.sha256 in parcel.missing:
            continue
        content = _member(box, place_of(ref), ref.size)
        kept_as = attachments.ref_of(ref.name, content)
        if sha256(content).hexdigest() != ref.sha256 or kept_as != ref:
            raise InputError(
                f"The file {ref.name} in the zip is not the one the journal names: "
                "download the zip anew."
            )
        yield ref, content


def _member(box: ZipFile, name: str, most: int) -> bytes:
    """Return a member's content, and not a byte more than is allowed."""
    try:
        with box.open(name) as member:
            content = member.read(most + 1)
    except _DAMAGED as error:
        raise InputError(
            f"{name} in the zip cannot be read: it is damaged, so download it anew."
        ) from error
    if len(content) > most:
        raise InputError(f"{name} in the zip is larger than it may be.")
    return content


def _json(content: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_constant,
        )
    except (ValueError, RecursionError) as error:
        raise InputError(NOT_OURS) from error
    if not isinstance(plain, dict):
        raise InputError(NOT_OURS)
    return plain


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field stands there twice")
    return found


def _constant(name: str) -> None:
    raise ValueError(f"{name} is no number")
