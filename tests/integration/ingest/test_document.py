"""A document becomes a feed of plain values, or it is said why not."""

from datetime import UTC, datetime, timedelta

import pytest

from themewatch.domain.entry import DocumentEntry
from themewatch.ingest.document import MOST_ENTRIES, NotAFeed, Parser, read_document

ADDRESS = "https://e.org/blog/feed"
RSS = (
    "<rss><channel><title>T</title><link>/</link><ttl>{ttl}</ttl>{items}"
    "</channel></rss>"
)


@pytest.fixture(scope="module")
def parser():
    with Parser() as parser:
        yield parser


@pytest.fixture
def read(parser):
    def read(items="", ttl="", document=RSS):
        body = document.format(items=items, ttl=ttl).encode()
        return read_document(body, "", ADDRESS, parser)

    return read


def test_an_entry_is_plain(read):
    item = (
        "<item><title>Veo &amp;lt;4&amp;gt;</title><link>/4</link>"
        '<guid isPermaLink="false">4</guid>'
        "<pubDate>Thu, 01 Oct 2026 09:30:00 GMT</pubDate>"
        "<description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</description></item>"
    )
    feed = read(item)
    assert (feed.title, feed.site) == ("T", "https://e.org/")
    assert feed.entries == (
        DocumentEntry(
            raw_id="4",
            link="https://e.org/4",
            title="Veo <4>",
            text="One\nTwo",
            published_at=datetime(2026, 10, 1, 9, 30, tzinfo=UTC),
        ),
    )


@pytest.mark.parametrize(
    ("written", "ttl"),
    [
        ("60", timedelta(hours=1)),
        (" 60 ", timedelta(hours=1)),
        ("999999999999", timedelta(days=7)),
        *((bad, None) for bad in ("", "-5", "1h", "٣")),
    ],
)
def test_how_long_a_feed_wants_to_be_left_alone_is_told(read, written, ttl):
    assert read(ttl=written).ttl == ttl


def test_an_id_that_is_taken_for_a_link_is_not_made_one(read):
    [entry] = read("<item><guid>post-1</guid></item>").entries
    assert (entry.raw_id, entry.link) == ("post-1", None)


def test_a_very_long_id_stays_an_id_of_its_own(read):
    ids = [f"{'x' * 5000}{n}" for n in range(2)]
    entries = read("".join(f"<item><guid>{i}</guid></item>" for i in ids)).entries
    again = read(f"<item><guid>{ids[1]}</guid></item>").entries
    assert entries[0].raw_id != entries[1].raw_id == again[0].raw_id
    assert len(entries[0].raw_id) < 100


def test_no_more_than_a_thousand_entries_are_taken(read):
    entries = read("<item><title>x</title></item>" * 1500).entries
    assert len(entries) == MOST_ENTRIES


def test_a_page_is_no_feed_but_offers_some(read):
    page = (
        '<!doctype html><link rel="alternate" type="application/rss+xml" href="rss">'
        "<p>404</p>"
    )
    assert read(document=page) == NotAFeed(
        "This is a page, not a feed.", ("https://e.org/blog/rss",)
    )


@pytest.mark.parametrize("document", ["", " \n", "hello", "<svg/>", "[1]", "\x89PNG"])
def test_what_is_no_feed_is_said(read, document):
    answer = read(document=document)
    assert isinstance(answer, NotAFeed)
    assert answer.problem.endswith(".")


def test_of_json_that_is_too_large_it_is_said_so(read):
    answer = read(document="{{" + " " * 2**22)
    assert answer == NotAFeed("This JSON is larger than 4 MB.")


def test_a_document_of_html_bombs_is_read_in_the_end(read):
    bomb = "".join(f"&lt;b x={n}&gt;" for n in range(3000))
    items = f"<item><description>{bomb}word</description></item>" * 50
    assert {entry.text for entry in read(items).entries} == {"word"}
