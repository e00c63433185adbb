"""Ordinary Atom, as feedparser reads it."""

from xml.etree.ElementTree import Element

from themewatch.ingest.elements import (
    UnusualError,
    entries_of,
    parts_of,
    seconds_of,
    text_of,
)
from themewatch.ingest.found import FoundEntry, FoundFeed, Words

FEED = "{http://www.w3.org/2005/Atom}feed"
_ATOM = FEED.removesuffix("feed")
_MEDIA = "{http://search.yahoo.com/mrss/}"
_YOUTUBE = "{http://www.youtube.com/xml/schemas/2015}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_READ = {
    f"{_ATOM}{name}"
    for name in ("id", "title", "updated", "published", "summary", "content")
}
_PERSONS = (f"{_ATOM}author", f"{_ATOM}contributor")
_PASSED_OVER = {
    *_PERSONS,
    *(f"{_ATOM}{name}" for name in ("name", "email", "uri")),
    *(f"{_ATOM}{name}" for name in ("link", "category", "rights")),
    *(f"{_MEDIA}{name}" for name in ("group", "content", "thumbnail", "credit")),
    *(f"{_YOUTUBE}{name}" for name in ("videoId", "channelId")),
}
"""What an entry may hold besides, without changing how the rest is read."""
_PAGES = ("text/html", "application/xhtml+xml", "html", "xhtml")


def atom(root: Element, most: int) -> FoundFeed:
    entries = entries_of(root, f"{_ATOM}entry", with_parts=_PERSONS)
    return FoundFeed(
        title=_words(root.find(f"{_ATOM}title")),
        site=_alternate(root) or text_of(root.find(f"{_ATOM}id")),
        ttl=None,
        entries=[_entry(entry) for entry in entries[:most]],
    )


def _entry(entry: Element) -> FoundEntry:
    parts = parts_of(entry, _READ, _PASSED_OVER)
    identity = parts.get(f"{_ATOM}id")
    raw_id = None if identity is None else text_of(identity)
    content = _words(parts.get(f"{_ATOM}content"))
    summary = _words(parts.get(f"{_ATOM}summary"))
    return FoundEntry(
        raw_id=raw_id,
        link=_alternate(entry) or raw_id,
        title=_words(parts.get(f"{_ATOM}title")),
        text=content if content.text else summary,
        published=seconds_of(parts.get(f"{_ATOM}published")),
        updated=seconds_of(parts.get(f"{_ATOM}updated")),
    )


def _alternate(holder: Element) -> str | None:
    """Return the link to a page, the last if there are several."""
    found = None
    for link in holder.iterfind(f"{_ATOM}link"):
        kind = link.get("type", "text/html")
        if not link.get("href") or kind != kind.lower():
            raise UnusualError
        if link.get("rel", "alternate") == "alternate" and kind in _PAGES:
            found = link.get("href")
    return found


def _words(element: Element | None) -> Words:
    if element is None:
        return Words("", is_html=False)
    kind = element.get("type", "text")
    if kind not in ("text", "html") or element.attrib.keys() - {"type", _LANGUAGE}:
        raise UnusualError
    return Words(text_of(element), is_html=kind == "html")
