"""Keep a file with a piece of evidence, and read it again."""

from pathlib import Path

from themewatch.domain.person import Role
from themewatch.domain.record import FileRef
from themewatch.services.house import House
from themewatch.services.rights import needs
from themewatch.storage import attachments


def keep_file(home: Path, name: str, content: bytes) -> FileRef:
    """Keep a file under its content's hash.

    Raises:
        InputError: It is empty, too large or of no kind we keep.
        StorageError: It could not be written.
    """
    return attachments.store(home, name, content)


@needs(Role.CONTRIBUTOR)
def take_in_file(house: House, name: str, content: bytes) -> FileRef:
    """Keep a file that somebody brings; raises as `keep_file` does."""
    return keep_file(house.home, name, content)


def has_file(home: Path, ref: FileRef) -> bool:
    """Say whether a file is on this machine, and whole."""
    return attachments.find(home, ref) is not None


def read_file(home: Path, ref: FileRef) -> bytes | None:
    """Return a file's content, or None if it is not on this machine."""
    path = attachments.find(home, ref)
    return None if path is None else path.read_bytes()
