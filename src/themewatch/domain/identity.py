"""What tells entries apart: in a document, and against what is kept of its feed."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from themewatch.domain.entry import DocumentEntry


class KeyLevel(IntEnum):
    """What the key of a feed's entries is made of."""

    ID = 0
    LINK = 1
    EVERYTHING = 2


@dataclass(frozen=True, slots=True)
class Identified:
    """An entry of a document, and what it may be known by.

    `content` is the hash of its words; `canonical_link` what its link has in common
    with others to the same page, None without a link or to a site's front page.
    """

    entry: DocumentEntry
    key: str
    alias: str
    content: str
    canonical_link: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that is kept; `revisions` counts those of the last 24 hours."""

    id: str
    key: str
    alias: str
    content: str
    revisions: int = 0
    is_volatile: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of an entry that is kept.

    Without `is_edit` only what it is known by changed. `is_volatile` says that from
    now on its edits are left alone.
    """

    id: str
    to: Identified
    is_edit: bool = False
    is_rereleased: bool = False
    is_volatile: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """What a document brings to its feed."""

    new: tuple[Identified, ...] = ()
    changed: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """What is kept under a link: a story, whether others are too, and one's own feed's.

    `is_own` says that an entry of the feed one looks at is among them.
    """

    story: str
    is_shared: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A new entry and its place: in a story there is, or in one of its own.

    `waits` says whether it is news to be shown, or was old when its feed was new.
    """

    id: str
    found: Identified
    dated_at: datetime
    waits: bool
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Namesake:
    """An entry of some headline that names models, and the story it is part of."""

    story: str
    title_key: str
    dated_at: datetime
    models: tuple[str, ...]
