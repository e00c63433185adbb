"""The feeds that a page advertises."""

import re
from collections.abc import Mapping

from themewatch.ingest.links import web_link
from themewatch.ingest.tags import tags_in

_FEED_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
}
_LOOKED_AT = 512 * 2**10
_MOST = 10
_PAGE = re.compile(
    rb"(?:\s++|\xef\xbb\xbf|<\?[^>]*+>|<!--.*?-->)*+<(?:!doctype\s++)?html\b",
    re.IGNORECASE | re.DOTALL,
)


def feeds_of_page(page: bytes, address: str) -> tuple[str, ...]:
    """Return the addresses of a page's feeds, each once, in the page's order.

    >>> page = b'<link rel=alternate type="application/rss+xml" href="/feed">'
    >>> feeds_of_page(page, "https://example.com/blog")
    ('https://example.com/feed',)
    """
    base, found = address, dict[str, None]()
    text = page[:_LOOKED_AT].decode("utf-8", "replace")
    for tag in tags_in(text, ("base", "link")):
        link = web_link(tag.attributes.get("href"), base)
        if link is not None and tag.name == "base":
            base = link
        elif link is not None and _is_feed(tag.attributes):
            found[link] = None
    return tuple(found)[:_MOST]


def is_page(body: bytes) -> bool:
    """Say whether a document is a page for people.

    >>> is_page(b"<!doctype html><title>Blog</title>"), is_page(b"<rss/>")
    (True, False)
    """
    return _PAGE.match(body[:2048]) is not None


def _is_feed(link: Mapping[str, str]) -> bool:
    kind = link.get("type", "").lower().split(";")[0].strip()
    return kind in _FEED_TYPES and "alternate" in link.get("rel", "").lower().split()
