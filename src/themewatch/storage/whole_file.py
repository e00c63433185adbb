"""A file that is there whole, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from themewatch.errors import ConflictError, StorageError


@contextmanager
def whole_file(path: Path, *, replaces: bool) -> Iterator[BinaryIO]:
    """Yield what is written beside the place, and moved there once it is on the disk.

    Args:
        path: The place.
        replaces: Whether another file may lie there already.

    Raises:
        ConflictError: Another file does.
        StorageError: It cannot be written.
    """
    refuse_taken(path, replaces=replaces)
    try:
        with NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False
        ) as file:
            beside = Path(file.name)
            try:
                yield cast(BinaryIO, file)
                file.flush()
                os.fsync(file.fileno())
                refuse_taken(path, replaces=replaces)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written: {error.strerror}. "
            "Check that its folder is there, may be written to and has room left."
        ) from error


def refuse_taken(path: Path, *, replaces: bool) -> None:
    if path.is_dir():
        raise ConflictError(f"{path} is a folder: name a file in it.")
    if path.exists() and not replaces:
        raise ConflictError(
            f"{path} is there already: name another file, or write over it with "
            "--force."
        )


def _sync_folder(folder: Path) -> None:
    """Let the name be on the disk too, where the system knows how."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
