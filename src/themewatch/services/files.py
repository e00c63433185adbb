"""Keep a file with a piece of evidence, and read it again."""

from pathlib import Path

from themewatch.domain.record import FileRef
from themewatch.storage import attachments


def keep_file(home: Path, name: str, content: bytes) -> FileRef:
    """Keep a file under its content's hash.

    Raises:
        InputError: It is empty, too large or of no kind we keep.
        StorageError: It could not be written.
    """
    return attachments.store(home, name, content)


def has_file(home: Path, ref: FileRef) -> bool:
    """Say whether a file is on this machine, and whole."""
    return attachments.find(home, ref) is not None


def read_file(home: Path, ref: FileRef) -> bytes | None:
    """Return a file's content, or None if it is not on this machine."""
    path = attachments.find(home, ref)
    return None if path is None else path.read_bytes()
