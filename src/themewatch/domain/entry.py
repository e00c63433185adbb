"""What a feed publishes: the document fetched, and what is kept of its entries."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """One entry as a document holds it; every text is plain.

    `raw_id` is the id as it is written, never resolved. `link` is http or https, or
    None. Times are what the document says, and may be missing or wrong.
    """

    raw_id: str | None = None
    link: str | None = None
    title: str = ""
    text: str = ""
    published_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def appeared_at(self) -> datetime | None:
        """When it appeared by the document, or at least was last touched."""
        return self.published_at or self.updated_at


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDocument:
    """A feed as it was fetched once: its newest entries, the order its own.

    `ttl` is how long it asks to be left alone.
    """

    title: str = ""
    site: str | None = None
    ttl: timedelta | None = None
    entries: tuple[DocumentEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry that is kept: what the feed said last, and since when it is known."""

    id: str
    feed: str
    link: str | None
    title: str
    text: str
    published_at: datetime | None
    seen_at: datetime
    is_rereleased: bool = False

    @property
    def dated_at(self) -> datetime:
        """When it appeared; a date in the future is not believed."""
        if self.published_at is None:
            return self.seen_at
        return min(self.published_at, self.seen_at)
