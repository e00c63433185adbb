"""Files kept with records: found by their content's hash, never changed.

What a file is, its content says and not its name; whatever is no image, video or
audio of a known kind is refused, so that nothing kept here can act as a page.
"""

import os
import re
import unicodedata
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import NamedTemporaryFile

import filetype

from themewatch.domain.attachment import ACCEPTED, MEDIA_TYPES, MOST_BYTES
from themewatch.domain.record import FileRef
from themewatch.errors import InputError, StorageError

_LONGEST_NAME = 200
_OTHER_NAMES = {  # what the library calls it: what browsers call it
    "image/apng": "image/png",
    "audio/x-wav": "audio/wav",
    "audio/x-flac": "audio/flac",
}


def store(home: Path, name: str, content: bytes) -> FileRef:
    """Keep a file; the same content is kept once.

    Raises:
        InputError: It is empty, too large or of no accepted kind.
        StorageError: It could not be written.
    """
    ref = ref_of(name, content)
    if find(home, ref) is None:
        _write(_place(home, ref.sha256), ref.name, content)
    return ref


def ref_of(name: str, content: bytes) -> FileRef:
    """Return what a file would be kept as; nothing is written.

    Raises:
        InputError: It is empty, too large or of no accepted kind.
    """
    name = plain_name(name)
    return FileRef(
        sha256=sha256(content).hexdigest(),
        name=name,
        media_type=_media_type(name, content),
        size=len(content),
    )


def find(home: Path, ref: FileRef) -> Path | None:
    """Return where a file lies, or None if it is not, or not whole, on this machine."""
    if not re.fullmatch(r"[0-9a-f]{64}", ref.sha256):
        return None
    path = _place(home, ref.sha256)
    try:
        return path if path.stat().st_size == ref.size else None
    except OSError:
        return None


def plain_name(name: str) -> str:
    r"""Return a file's own name: no folders, no control characters, not too long.

    >>> plain_name("C:\\clips\\take 2.mp4"), plain_name("../../etc/passwd")
    ('take 2.mp4', 'passwd')
    """
    last = PurePosixPath(PureWindowsPath(name).as_posix()).name
    kept = "".join(c for c in last if unicodedata.category(c)[0] != "C").strip()
    return kept[-_LONGEST_NAME:] or "file"  # from the end: that says what it is


def _media_type(name: str, content: bytes) -> str:
    if not content:
        raise InputError(f"The file {name} is empty: choose another.")
    if len(content) > MOST_BYTES:
        raise InputError(
            f"The file {name} is larger than 50 MB: choose a shorter piece of it."
        )
    media_type = media_type_of(content)
    if media_type is None:
        raise InputError(f"The file {name} cannot be kept: accepted are {ACCEPTED}.")
    return media_type


def media_type_of(content: bytes) -> str | None:
    """Return what a content is by its beginning; None where it is not accepted."""
    found = filetype.guess_mime(content)
    if found == "video/mp4" and content[8:11] == b"M4A":
        found = "audio/mp4"  # such a file often calls itself compatible with video
    media_type = _OTHER_NAMES.get(found, found)
    return str(media_type) if media_type in MEDIA_TYPES else None


def _place(home: Path, digest: str) -> Path:
    return home / "attachments" / digest[:2] / digest


def _write(path: Path, name: str, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, content)
    except OSError as error:
        raise StorageError(
            f"The file {name} could not be kept in {path.parent} ({error.strerror}). "
            "Check that the folder may be written to and has room left."
        ) from error


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the place and move there: nobody ever sees half a file."""
    with NamedTemporaryFile(dir=path.parent, delete=False) as part:
        pass
    beside = Path(part.name)
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
