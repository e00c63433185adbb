"""Which links are kept, and how."""

import pytest

from themewatch.ingest.links import web_link

FEED = "https://example.com/blog/feed.xml"


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://e.org/a?b=1&c=2#d", "https://e.org/a?b=1&c=2#d"),
        ("HTTP://E.ORG/Upper", "HTTP://E.ORG/Upper"),
        (" https://e.org/a\n", "https://e.org/a"),
        ("https://e.org/a b", "https://e.org/a%20b"),
        ("https://bücher.example/ü", "https://bücher.example/ü"),
        ("/path", "https://example.com/path"),
        ("post", "https://example.com/blog/post"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("http:////e.org/x", "http://e.org/x"),
    ],
)
def test_a_link_to_a_page_is_kept_whole(link, kept):
    assert web_link(link, FEED) == kept


@pytest.mark.parametrize(
    "link",
    [
        *(None, "", "javascript:alert(1)", "java\nscript:alert(1)", "JaVaScRiPt:1"),
        *("data:text/html,x", "file:///etc/passwd", "mailto:a@e.org", "ftp://e.org"),
        *("vbscript:x", "http://", "http://[::1", "https://e.org/" + "a" * 2048),
    ],
)
def test_anything_else_is_no_link(link):
    assert web_link(link, FEED) is None


@pytest.mark.parametrize("link", ["/path", "post", "urn:uuid:1", "abc", "https:///"])
def test_without_a_base_a_relative_link_is_none(link):
    assert web_link(link) is None
