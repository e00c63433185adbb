"""A feed as a document holds it, before anything in it is cleaned or believed."""

from typing import NamedTuple


class Words(NamedTuple):
    """A text, and whether it may hold markup."""

    text: str
    is_html: bool = True


class FoundEntry(NamedTuple):
    """One entry's own words. Times are seconds since 1970, UTC."""

    raw_id: str | None
    link: str | None
    title: Words
    text: Words
    published: int | None = None
    updated: int | None = None


class FoundFeed(NamedTuple):
    """One feed's own words; `ttl` is in minutes, as written."""

    title: Words
    site: str | None
    ttl: str | None
    entries: list[FoundEntry]
