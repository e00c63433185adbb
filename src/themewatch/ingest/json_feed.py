"""JSON Feed, whatever its authors make of it: what has the wrong type is not there."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from themewatch.ingest.found import FoundEntry, FoundFeed, Words
from themewatch.ingest.parser import TooMuchError

_LARGEST = 4 * 2**20
"""Bytes; a document of nothing but brackets takes thirty times its size in memory."""
_NOTHING = Words("", is_html=False)


def is_json(body: bytes) -> bool:
    """Say whether a document is JSON at first sight."""
    return body[:512].lstrip(b"\xef\xbb\xbf\t\r\n ").startswith(b"{")


def read_json_feed(body: bytes, most: int) -> FoundFeed | None:
    """Return the feed with at most so many entries, None if it is no JSON Feed.

    Format: https://www.jsonfeed.org/version/1.1/

    Raises:
        TooMuchError: It is too large to be read.
    """
    if len(body) > _LARGEST:
        raise TooMuchError(f"This JSON is larger than {_LARGEST // 2**20} MB.")
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or "jsonfeed.org" not in _text(feed, "version"):
        return None
    items = feed.get("items")
    if not isinstance(items, list):
        return None
    entries = [item for item in items if isinstance(item, dict)]
    return FoundFeed(
        title=Words(_text(feed, "title"), is_html=False),
        site=_text(feed, "home_page_url"),
        ttl=None,
        entries=[_entry(item) for item in entries[:most]],
    )


def _entry(item: Mapping[str, Any]) -> FoundEntry:
    return FoundEntry(
        raw_id=_identity(item.get("id")),
        link=_text(item, "url") or _text(item, "external_url") or None,
        title=Words(_text(item, "title"), is_html=False),
        text=_body(item),
        published=_time(item, "date_published"),
        updated=_time(item, "date_modified"),
    )


def _identity(written: object) -> str | None:
    """Return an id as text; numbers stand for what they look like."""
    if isinstance(written, bool) or not isinstance(written, str | int | float):
        return None
    return str(written)


def _body(item: Mapping[str, Any]) -> Words:
    for name in ("content_html", "content_text", "summary"):
        if text := _text(item, name):
            return Words(text, is_html=name == "content_html")
    return _NOTHING


def _text(holder: Mapping[str, Any], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""


def _time(item: Mapping[str, Any], name: str) -> int | None:
    try:
        at = datetime.fromisoformat(_text(item, name))
        return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None
