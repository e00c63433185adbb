"""Ordinary RSS 2.0, as feedparser reads it."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from themewatch.ingest.elements import (
    UnusualError,
    entries_of,
    parts_of,
    seconds_of,
    text_of,
)
from themewatch.ingest.found import FoundEntry, FoundFeed, Words

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MEDIA = "{http://search.yahoo.com/mrss/}"
_READ = {"title", "link", "guid", "pubDate", "description", _CONTENT}
_PASSED_OVER = {
    *("category", "author", "comments", "enclosure", "source"),
    *(f"{_DC}{name}" for name in ("creator", "subject", "publisher", "rights")),
    *(f"{_MEDIA}{name}" for name in ("group", "content", "thumbnail", "credit")),
    "{http://purl.org/rss/1.0/modules/slash/}comments",
    "{http://wellformedweb.org/CommentAPI/}commentRss",
    "{com-wordpress:feed-additions:1}post-id",
}
"""What an item may hold besides, without changing how the rest is read."""
_REFERENCE = re.compile(r"&[A-Za-z0-9_]+;")


def rss(root: Element, most: int) -> FoundFeed:
    [channel] = root
    if channel.tag != "channel" or channel.attrib:
        raise UnusualError
    items = entries_of(channel, "item", with_parts=("image", "textInput"))
    [title] = channel.findall("title")
    return FoundFeed(
        title=Words(text_of(title)),
        site=_site(channel),
        ttl=text_of(channel.find("ttl")),
        entries=[_item(item) for item in items[:most]],
    )


def _site(channel: Element) -> str | None:
    links = channel.findall("link")
    if len(links) != 1 and any(part.tag.endswith("link") for part in channel):
        raise UnusualError
    return text_of(links[0]) if links else None


def _item(item: Element) -> FoundEntry:
    parts = parts_of(item, _READ, _PASSED_OVER)
    if any(part.attrib for tag, part in parts.items() if tag != "guid"):
        raise UnusualError
    guid = parts.get("guid")
    raw_id = None if guid is None else text_of(guid)
    return FoundEntry(
        raw_id=raw_id,
        link=_link(parts, raw_id),
        title=Words(text_of(parts.get("title"))),
        text=Words(text_of(parts.get(_CONTENT)) or text_of(parts.get("description"))),
        published=seconds_of(parts.get("pubDate")),
    )


def _link(parts: Mapping[str, Element], raw_id: str | None) -> str | None:
    """Return the link, or the id where that is declared to be one."""
    if "link" in parts:
        link = text_of(parts["link"])
        if "&" in link and _REFERENCE.search(link):
            raise UnusualError
        return link
    return raw_id if raw_id and _is_permalink(parts["guid"].attrib) else None


def _is_permalink(attributes: Mapping[str, str]) -> bool:
    said = {name.lower(): value for name, value in attributes.items()}
    return said.get("ispermalink", "true") == "true"
