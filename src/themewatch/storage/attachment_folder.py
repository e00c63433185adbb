"""The folder of attachments as a whole: what lies there, and what is spoken of."""

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Table, select

from themewatch.storage.engine import Session

_HASH = re.compile(r"[0-9a-f]{64}")
_IN_BODY = re.compile(r'"sha256": ?"([0-9a-f]{64})"')
_PIECE = 1024 * 1024


def list_kept(home: Path) -> Iterator[Path]:
    """Yield every attachment that lies there, by its hash; half-written ones not."""
    for folder in sorted((home / "attachments").glob("[0-9a-f][0-9a-f]")):
        for path in sorted(folder.iterdir()):
            if _HASH.fullmatch(path.name) and path.name.startswith(folder.name):
                yield path


def list_spoken_of(session: Session, tables: tuple[Table, ...]) -> set[str]:
    """Return the hashes of all attachments that rows speak of, journals' too."""
    found: set[str] = set()
    for table in tables:
        if "sha256" in table.c:
            found.update(session.scalars(select(table.c.sha256)))
        if "body" in table.c:
            for body in session.scalars(select(table.c.body)):
                found.update(_IN_BODY.findall(body))
    return found


def is_whole(path: Path) -> bool:
    """Say whether a file can be read, and its content is what its name says."""
    try:
        with path.open("rb") as file:
            return hash_of(file) == path.name
    except OSError:
        return False


def hash_of(file: BinaryIO) -> str:
    return pieces_hash(iter(lambda: file.read(_PIECE), b""))


def pieces_hash(pieces: Iterator[bytes]) -> str:
    digest = sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def put_there(home: Path, digest: str, pieces: Iterator[bytes]) -> Path | None:
    """Keep an attachment that comes in pieces, unless it is there and whole.

    Returns:
        Where it was put, or None where it was already.

    Raises:
        OSError: It could not be written.
        ValueError: Its content is not what its hash says; nothing is kept.
    """
    place = home / "attachments" / digest[:2] / digest
    if place.is_file() and is_whole(place):
        return None
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{digest}.{os.getpid()}.part")
    try:
        _write(beside, digest, pieces)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    return place


def _write(path: Path, digest: str, pieces: Iterator[bytes]) -> None:
    found = sha256()
    with path.open("wb") as file:
        for piece in pieces:
            found.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if found.hexdigest() != digest:
        raise ValueError(f"{digest} has other content")
