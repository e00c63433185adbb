"""Archives made for somebody to download: they lie on the disk for an hour.

An archive can be larger than what a process should hold, so that it is handed out
from its file; its address is a secret that only who asked for it is told.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from shutil import rmtree
from threading import Lock

from themewatch.domain.person import Actor

LASTS = timedelta(hours=1)
FOLDER = "outgoing"
_made: dict[str, "Made"] = {}
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Made:
    """An archive, for whom it was made, and until when it is handed out."""

    token: str
    path: Path
    size: int
    actor: Actor
    until: datetime

    @property
    def address(self) -> str:
        return f"archive/{self.token}"


def a_place(home: Path, now: datetime) -> Path:
    """Return where the next archive may lie; those of the past make room."""
    folder = home / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    oldest = (now - LASTS).timestamp()
    for path in folder.iterdir():
        with suppress(OSError):  # another process does the same
            if path.stat().st_mtime < oldest:
                rmtree(path)
    place = folder / token_urlsafe(12)
    place.mkdir(mode=0o700)
    return place / f"themewatch-{now:%Y-%m-%d-%H%M}.zip"


def remember_made(path: Path, actor: Actor, now: datetime) -> Made:
    """Keep that an archive was made, and return it with its address."""
    size = path.stat().st_size
    made = Made(token_urlsafe(32), path, size, actor, now + LASTS)
    with _lock:
        for token in [t for t, one in _made.items() if one.until <= now]:
            del _made[token]
        _made[made.token] = made
    return made


def find_made(token: str, now: datetime) -> Made | None:
    """Return an archive that is still handed out."""
    with _lock:
        made = _made.get(token)
    return made if made and made.until > now and made.path.is_file() else None
