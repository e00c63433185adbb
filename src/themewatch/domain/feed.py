"""A source of news, and what each look at it gave."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask again with: opaque, and sent back as they came."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return self.etag is not None or self.last_modified is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A permanent redirect that a feed keeps answering with."""

    to: str
    times: int
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A source of news, and how it fares.

    `due_at` is when it may be asked again. `failing_since` is set from the first
    failure until the next success, and `problem` says why in a sentence.
    `answered_at` is when it last answered as a feed does, None before it ever did.
    `former_address` is what an adopted redirect replaced, `refused_move` one that a
    person did not want. `offers` are addresses of feeds that a page found at its
    address names. `ttl` is how long it asks to be left alone, `gap` how far apart its
    newest entries usually are. `looks` counts looks at it. `is_new` says that what it
    brings next is its backlog: it is new here, or was taken up again. `version` guards
    edits by people.
    """

    id: str
    address: str
    added_at: datetime
    due_at: datetime
    title: str = ""
    site: str | None = None
    validators: Validators = Validators()
    body_hash: str | None = None
    key_level: int = 0
    ttl: timedelta | None = None
    gap: timedelta | None = None
    looks: int = 0
    is_new: bool = True
    fetched_at: datetime | None = None
    answered_at: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    problem: str | None = None
    gone_at: datetime | None = None
    move: Move | None = None
    former_address: str | None = None
    refused_move: str | None = None
    offers: tuple[str, ...] = ()
    paused_at: datetime | None = None
    paused_because: str | None = None
    added_by: str | None = None
    version: int = 1

    @property
    def name(self) -> str:
        """What to call it: its title, else its address."""
        return self.title or self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One look at a feed, for its log.

    `status` is the HTTP status, None where nothing answered. `size` is in bytes
    after decompression. `new` and `changed` count entries.
    """

    at: datetime
    status: int | None = None
    seconds: float = 0.0
    size: int = 0
    new: int = 0
    changed: int = 0
    problem: str | None = None
