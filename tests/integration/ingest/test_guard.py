"""feedparser behind its guard: what it cannot read costs nobody else anything."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from themewatch.domain.entry import FeedDocument
from themewatch.ingest import parser as parsers
from themewatch.ingest.document import NotAFeed, Parser, read_document

ADDRESS = "https://e.org/blog/feed"
UNUSUAL = (
    "<rss><channel><item><guid>{}</guid><title>&nbsp;x</title></item></channel></rss>"
)
SLOW = "<rss><channel>" + "<item><title>&nbsp;x</title></item>" * 400_000


@pytest.fixture
def parser():
    with Parser() as parser:
        yield parser


def read(parser, document, content_type=""):
    body = document if isinstance(document, bytes) else document.encode()
    return read_document(body, content_type, ADDRESS, parser)


def test_an_ordinary_feed_needs_no_other_process(parser):
    plain = "<rss><channel><title>T</title><link>/</link></channel></rss>"
    assert isinstance(read(parser, plain), FeedDocument)
    assert parser._process is None


def test_an_unusual_feed_is_read_by_one_process_for_all(parser):
    for number in range(3):
        [entry] = read(parser, UNUSUAL.format(number)).entries
        assert (entry.raw_id, entry.title) == (str(number), "x")
        process = parser._process
    assert parser._process is process


def test_a_document_that_takes_too_long_is_given_up_and_the_next_one_read(parser):
    answer = read(parser, SLOW)
    assert answer == NotAFeed("This document takes too much time or memory to read.")
    assert len(read(parser, UNUSUAL).entries) == 1


def test_a_process_that_hangs_is_ended(parser, monkeypatch):
    monkeypatch.setattr(parsers, "_PATIENCE", 0.01)
    assert isinstance(read(parser, SLOW[:2_000_000]), NotAFeed)
    monkeypatch.undo()
    assert len(read(parser, UNUSUAL).entries) == 1


def test_a_process_that_died_is_replaced(parser):
    read(parser, UNUSUAL)
    parser._process.kill()
    parser._process.wait()
    read(parser, UNUSUAL)
    assert len(read(parser, UNUSUAL).entries) == 1


def test_threads_share_a_parser(parser):
    documents = [UNUSUAL.format(number) for number in range(20)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda document: read(parser, document), documents))
    assert [feed.entries[0].raw_id for feed in found] == [str(n) for n in range(20)]


def test_nothing_is_left_running_at_the_end():
    with Parser() as parser:
        read(parser, UNUSUAL)
        process = parser._process
    assert process.returncode is not None


@pytest.mark.parametrize(
    "reference",
    [
        *("&#0;", "&#x0;", "&#11;", "&#xD800;", "&#xFFFF;", "&#1114112;", "&#x110000;"),
        *("&#xffffffffffffffff;", "&#x1F600", f"&#{'9' * 5000};"),
    ],
)
def test_a_reference_to_no_character_spoils_nothing(parser, reference):
    [entry] = read(parser, UNUSUAL.replace("x<", f"x{reference} y<")).entries
    assert entry.title.startswith("x")
    assert entry.title.endswith("y")


@pytest.mark.parametrize("tag", ["author", "dc:creator", "managingEditor", "webMaster"])
def test_a_long_author_takes_no_longer_than_another(parser, tag):
    author = f"<{tag}>{'a' * 200_000}</{tag}>"
    document = UNUSUAL.replace("<title>", f"{author}<title>")
    assert len(read(parser, document).entries) == 1


def test_an_id_is_not_resolved_though_links_are(parser):
    document = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/">'
        '<entry><id>post/1</id><link href="post/1"/><title>x</title></entry></feed>'
    )
    [entry] = read(parser, document).entries
    assert (entry.raw_id, entry.link) == ("post/1", "https://b.example/x/post/1")


def test_a_document_is_never_taken_for_the_name_of_a_file(parser, tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_text(UNUSUAL.format("secret"), encoding="utf-8")
    for name in (str(secret), f"file://{secret}"):
        assert isinstance(read(parser, name), NotAFeed)


def test_the_charset_of_the_answer_counts(parser):
    document = UNUSUAL.replace("&nbsp;x", "편집").encode("euc-kr")
    [entry] = read(parser, document, "application/rss+xml; charset=euc-kr").entries
    assert entry.title == "편집"
