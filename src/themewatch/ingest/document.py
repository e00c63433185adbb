"""A document from the network, read as a feed; never raises."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from themewatch.domain.entry import DocumentEntry, FeedDocument
from themewatch.ingest.discover import feeds_of_page, is_page
from themewatch.ingest.found import FoundEntry, FoundFeed
from themewatch.ingest.json_feed import is_json, read_json_feed
from themewatch.ingest.links import web_link
from themewatch.ingest.markup import MOST_WORK, work
from themewatch.ingest.parser import Parser as Parser
from themewatch.ingest.parser import TooMuchError
from themewatch.ingest.plain_text import body_text, title_text
from themewatch.ingest.quick_xml import read_quickly

MOST_ENTRIES = 1000
_LONGEST_ID = 2048
_LONGEST_TTL = 60 * 24 * 7
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class NotAFeed:
    """Why a document is no feed, and the feeds that it offers instead."""

    problem: str
    offers: tuple[str, ...] = ()


def read_document(
    body: bytes, content_type: str, address: str, parser: Parser
) -> FeedDocument | NotAFeed:
    """Read a document, whatever it is.

    Args:
        body: What came, unpacked.
        content_type: What the server calls it; it may be wrong.
        address: Where it came from; relative links start there.
        parser: Reads what is not plain and well-formed.
    """
    if not body.strip():
        return NotAFeed("The answer is empty.")
    if is_page(body):
        return NotAFeed("This is a page, not a feed.", feeds_of_page(body, address))
    try:
        found = _found(body, content_type, parser)
    except TooMuchError as error:
        too_much = "This document takes too much time or memory to read."
        return NotAFeed(str(error) or too_much)
    if found is None:
        return NotAFeed("This is not a feed.", feeds_of_page(body, address))
    return cleaned(found, address)


def _found(body: bytes, content_type: str, parser: Parser) -> FoundFeed | None:
    if is_json(body):
        return read_json_feed(body, MOST_ENTRIES)
    return read_quickly(body, content_type, MOST_ENTRIES) or parser.read(
        body, content_type, MOST_ENTRIES
    )


def cleaned(found: FoundFeed, address: str) -> FeedDocument:
    """Return a feed as plain values; relative links start at the address."""
    simply = sum(work(e.text.text) for e in found.entries) > MOST_WORK
    return FeedDocument(
        title=title_text(found.title.text, is_html=found.title.is_html),
        site=web_link(found.site, address),
        ttl=_ttl(found.ttl),
        entries=tuple(_entry(e, address, simply=simply) for e in found.entries),
    )


def _entry(found: FoundEntry, address: str, *, simply: bool) -> DocumentEntry:
    text, is_html = found.text
    # An id may stand in for a missing link; an id is never resolved.
    base = "" if found.link == found.raw_id else address
    return DocumentEntry(
        raw_id=_raw_id(found.raw_id),
        link=web_link(found.link, base),
        title=title_text(found.title.text, is_html=found.title.is_html),
        text=body_text(text, is_html=is_html, simply=simply),
        published_at=_instant(found.published),
        updated_at=_instant(found.updated),
    )


def _raw_id(raw: str | None) -> str | None:
    """Return the id as it is written; a hash stands for one too long to keep."""
    if not raw:
        return None
    written = raw.encode("utf-8", "replace")
    if len(written) > _LONGEST_ID:
        return f"blake2b:{blake2b(written, digest_size=32).hexdigest()}"
    return written.decode().replace("\0", "")


def _instant(seconds: int | None) -> datetime | None:
    if seconds is None:
        return None
    try:
        return _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None


def _ttl(minutes: str | None) -> timedelta | None:
    written = (minutes or "").strip()
    if not written.isascii() or not written.isdecimal():
        return None
    return timedelta(minutes=min(int(written[:9]), _LONGEST_TTL))
