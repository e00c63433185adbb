"""Any feed, well-formed or not, read by feedparser; runs in a process of its own.

Its sanitiser lets scripts through and its resolving of links gives relative ids a
new identity when a feed moves, so both are off.
"""

import re
from calendar import timegm
from typing import Any, NamedTuple

from feedparser import api

from themewatch.ingest.found import FoundEntry, FoundFeed, Words

_REFERENCE = re.compile(rb"&#(?:[xX]0*([0-9a-fA-F]+)|0*([0-9]+));?")
_REPLACEMENT = b"&#xFFFD;"
_LEGAL = (
    *(range(0x9, 0xB), range(0xD, 0xE), range(0x20, 0xD800)),
    *(range(0xE000, 0xFFFE), range(0x10000, 0x110000)),
)
"""The characters of XML; a reference to another makes parsers raise."""
_MOST_DIGITS = 7


class _Strict(api.StrictFeedParser):  # type: ignore[misc]  # it has no types
    can_be_relative_uri = api.StrictFeedParser.can_be_relative_uri - {"id"}

    def _sync_author_detail(self, key: str = "author") -> None:
        """Do nothing: the original looks for an e-mail address in quadratic time."""


class _Loose(api.LooseFeedParser):  # type: ignore[misc]  # it has no types
    can_be_relative_uri = api.LooseFeedParser.can_be_relative_uri - {"id"}

    def _sync_author_detail(self, key: str = "author") -> None:
        """Do nothing, as above."""


api.StrictFeedParser, api.LooseFeedParser = _Strict, _Loose


class _Bytes(NamedTuple):
    """A document as a file: feedparser might take bare bytes for a file's name."""

    body: bytes

    def read(self) -> bytes:
        return self.body


def read_with_feedparser(body: bytes, content_type: str, most: int) -> FoundFeed | None:
    """Return what feedparser finds, at most so many entries; None if it is no feed."""
    read = api.parse(
        _Bytes(_REFERENCE.sub(_legal, body)),
        response_headers={"content-type": content_type} if content_type else {},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    version = str(read.get("version", ""))
    if not version and not read.entries:
        return None
    reader = _Reader(is_atom=version.startswith("atom"))
    return FoundFeed(
        title=reader.words(read.feed, "title"),
        site=_text(read.feed, "link"),
        ttl=_text(read.feed, "ttl"),
        entries=[reader.entry(entry) for entry in read.entries[:most]],
    )


class _Reader(NamedTuple):
    """Takes entries over; only Atom says what holds markup, in RSS anything may."""

    is_atom: bool

    def entry(self, entry: Any) -> FoundEntry:
        return FoundEntry(
            raw_id=_text(entry, "id"),
            link=_text(entry, "link"),
            title=self.words(entry, "title"),
            text=self.body(entry),
            published=_time(entry, "published_parsed"),
            updated=_time(entry, "updated_parsed"),
        )

    def body(self, entry: Any) -> Words:
        for content in dict.get(entry, "content", ()):
            if content.get("value"):
                return self._marked(content["value"], content)
        return self.words(entry, "summary")

    def words(self, holder: Any, name: str) -> Words:
        detail = dict.get(holder, f"{name}_detail", {})
        return self._marked(_text(holder, name) or "", detail)

    def _marked(self, text: str, detail: Any) -> Words:
        is_plain = self.is_atom and detail.get("type", "text/plain") == "text/plain"
        return Words(text, is_html=not is_plain)


def _legal(reference: re.Match[bytes]) -> bytes:
    digits = reference[1] or reference[2]
    if len(digits) > _MOST_DIGITS:
        return _REPLACEMENT
    code = int(digits, 16 if reference[1] else 10)
    return reference[0] if any(code in part for part in _LEGAL) else _REPLACEMENT


def _text(holder: Any, name: str) -> str | None:
    value = dict.get(holder, name)
    return value if isinstance(value, str) else None


def _time(holder: Any, name: str) -> int | None:
    value = dict.get(holder, name)
    return None if value is None else timegm(value)
