"""JSON Feed, as its authors write it and as others do."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.ingest.found import Words
from themewatch.ingest.json_feed import is_json, read_json_feed
from themewatch.ingest.parser import TooMuchError

VERSION = "https://jsonfeed.org/version/1.1"


def read(*items, **feed):
    document = {"version": VERSION, "title": "Blog", "items": list(items)} | feed
    return read_json_feed(json.dumps(document).encode(), 1000)


def test_a_feed_is_read():
    feed = read(
        {
            "id": "1",
            "url": "https://e.org/1",
            "title": "One",
            "content_html": "<p>Text</p>",
            "date_published": "2026-10-01T09:30:00Z",
        },
        home_page_url="https://e.org/",
    )
    assert (feed.title.text, feed.site) == ("Blog", "https://e.org/")
    [entry] = feed.entries
    assert (entry.raw_id, entry.link) == ("1", "https://e.org/1")
    assert entry.text == Words("<p>Text</p>", is_html=True)
    assert (entry.published, entry.updated) == (1790847000, None)


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("seven", "seven"),
        (7, "7"),
        (None, None),
        (True, None),
        ({"a": 1}, None),
        ([], None),
    ],
)
def test_an_id_that_is_a_number_counts_as_text(written, identity):
    assert read({"id": written}).entries[0].raw_id == identity


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"content_html": "a", "content_text": "b"}, Words("a", is_html=True)),
        ({"content_text": "b", "summary": "c"}, Words("b", is_html=False)),
        ({"content_html": "", "summary": "c"}, Words("c", is_html=False)),
        ({}, Words("", is_html=False)),
    ],
)
def test_the_fullest_text_counts(item, text):
    assert read(item).entries[0].text == text


def test_what_has_the_wrong_type_is_not_there():
    feed = read("str", 7, None, {"title": {"x": 1}, "url": 5, "date_published": True})
    assert [(e.title.text, e.link, e.published) for e in feed.entries] == [
        ("", None, None)
    ]
    assert read(title=["Blog"]).title.text == ""


@pytest.mark.parametrize(
    "body",
    [
        *(b"{", b"[]", b"{}", b"7", b"\xff{", b'{"a":' * 100_000),
        *(b'{"items": []}', b'{"version": 1, "items": []}'),
        b'{"version": "jsonfeed.org", "items": 1}',
    ],
)
def test_other_json_is_no_feed(body):
    assert read_json_feed(body, 1000) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_no_json_whatever_makes_it_raise(anything):
    read_json_feed(json.dumps(anything).encode(), 10)
    read(anything, title=anything)


def test_json_that_is_too_large_is_said_to_be():
    with pytest.raises(TooMuchError, match="larger than 4 MB"):
        read_json_feed(b"{" + b" " * 2**22, 10)


def test_json_is_known_at_first_sight():
    assert is_json(b'\xef\xbb\xbf \n{"version": 1}')
    assert not is_json(b"<rss/>")
