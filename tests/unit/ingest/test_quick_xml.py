"""Which documents are read quickly, and which are left to feedparser."""

import pytest

from themewatch.ingest.found import FoundEntry, Words
from themewatch.ingest.quick_xml import read_quickly

RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
    "<title>Blog</title><link>https://e.org/</link><ttl>60</ttl>{}</channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>'
    "<id>urn:feed</id>{}</feed>"
)
ITEM = (
    "<item><title>One &amp;amp; two</title><link>https://e.org/1?a=1&amp;b=2</link>"
    '<guid isPermaLink="false">1</guid><category>x</category>'
    "<pubDate>Thu, 01 Oct 2026 09:30:00 +0200</pubDate>"
    "<description><![CDATA[<p>Text</p>]]></description></item>"
)
ENTRY = (
    "<entry><id>urn:1</id><title>One</title><link href='https://e.org/1'/>"
    "<link rel='enclosure' href='https://e.org/1.mp4'/>"
    "<updated>2026-10-01T09:30:00Z</updated><summary type='html'>Text</summary></entry>"
)


def read(document, content_type="", most=1000):
    return read_quickly(document.encode(), content_type, most)


def first_of(document, entry):
    found = read(document.format(entry))
    return None if found is None else found.entries[0]


def test_an_ordinary_rss_feed_is_read():
    feed = read(RSS.format(ITEM))
    assert (feed.title.text, feed.site, feed.ttl) == ("Blog", "https://e.org/", "60")
    assert feed.entries == [
        FoundEntry(
            raw_id="1",
            link="https://e.org/1?a=1&b=2",
            title=Words("One &amp; two"),
            text=Words("<p>Text</p>"),
            published=1790839800,
        )
    ]


def test_an_ordinary_atom_feed_is_read():
    feed = read(ATOM.format(ENTRY))
    assert (feed.title, feed.site) == (Words("Blog", is_html=False), "urn:feed")
    assert feed.entries == [
        FoundEntry(
            raw_id="urn:1",
            link="https://e.org/1",
            title=Words("One", is_html=False),
            text=Words("Text", is_html=True),
            updated=1790847000,
        )
    ]


@pytest.mark.parametrize(
    ("guid", "link"),
    [
        ("<guid>https://e.org/1</guid>", "https://e.org/1"),
        ('<guid isPermaLink="true">https://e.org/1</guid>', "https://e.org/1"),
        ('<guid isPermaLink="false">https://e.org/1</guid>', None),
        ("", None),
    ],
)
def test_an_id_is_the_link_if_there_is_none_and_it_may_be_one(guid, link):
    assert first_of(RSS, f"<item>{guid}</item>").link == link


def test_an_id_is_never_changed():
    entry = "<item><guid> https://e.org//a/../1?x=%20#y </guid></item>"
    assert first_of(RSS, entry).raw_id == "https://e.org//a/../1?x=%20#y"


def test_text_that_was_encoded_twice_is_put_right():
    assert first_of(RSS, "<item><title>cafÃ©</title></item>").title.text == "café"
    assert first_of(RSS, "<item><title>편집</title></item>").title.text == "편집"


def test_no_more_entries_are_read_than_asked():
    assert len(read(RSS.format(ITEM * 5), most=3).entries) == 3


@pytest.mark.parametrize(
    "item",
    [
        ITEM.replace("<category>", "<title>Again</title><category>"),
        ITEM.replace("<title>", "<title><b>bold</b>"),
        ITEM.replace("<title>", '<title type="html">'),
        ITEM.replace("Thu, 01 Oct 2026 09:30:00 +0200", "yesterday"),
        ITEM.replace("Thu, 01 Oct 2026", "Thu, 31 Sep 2026"),
        ITEM.replace("a=1&amp;b=2", "a=1&amp;amp;b=2"),
        ITEM.replace("<category>x</category>", "<updated>2026</updated>"),
        ITEM.replace("<category>x</category>", "<source><title>T</title></source>"),
        ITEM.replace("<item>", '<item about="x">'),
        ITEM.replace("Text", "it\u0092s"),
        f"<items>{ITEM}</items>",
        ITEM.replace("Text", "<a xml:base='x'>"),
    ],
)
def test_an_unusual_item_leaves_the_feed_to_feedparser(item):
    assert read(RSS.format(item)) is None


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY.replace("type='html'", "type='xhtml'"),
        ENTRY.replace("<link ", "<link type='TEXT/html' "),
        ENTRY.replace("<entry>", "<entry xml:base='https://e.org'>"),
        ENTRY.replace("urn:1", "urn:1</id><id>urn:2"),
        ENTRY.replace("<summary", "<source><id>x</id></source><summary"),
        ENTRY.replace("Z<", "+0200<"),
    ],
)
def test_an_unusual_entry_leaves_the_feed_to_feedparser(entry):
    assert read(ATOM.format(entry)) is None


@pytest.mark.parametrize(
    "document",
    [
        "",
        "<html/>",
        " " + RSS.format(ITEM),
        RSS.format(ITEM)[:-8],
        RSS.format("&nbsp;"),
        RSS.format(ITEM).replace("<rss", "<!DOCTYPE rss><rss"),
        RSS.format(ITEM).replace("UTF-8", "ISO-8859-1"),
        RSS.format(ITEM).replace('encoding="UTF-8"', "encoding = 'latin1'"),
        RSS.format(ITEM).replace("<rss", "<rdf"),
        RSS.format(ITEM).replace("<title>Blog", "<title>A</title><title>Blog"),
    ],
)
def test_an_unusual_document_is_left_to_feedparser(document):
    assert read(document) is None


def test_a_document_in_another_encoding_is_left_to_feedparser():
    plain = RSS.format(ITEM).replace(' encoding="UTF-8"', "")
    assert read(plain) is not None
    assert read(plain, "text/xml; charset=euc-kr") is None
    assert read_quickly(plain.encode("utf-16"), "", 10) is None
    assert read_quickly(plain.replace("One", "é").encode("latin-1"), "", 10) is None


def test_a_very_large_document_is_left_to_feedparser():
    assert read(RSS.format(ITEM) + " " * 2**21) is None
