"""Lists of feeds: every row is told, whatever is wrong with another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.ingest.opml import LARGEST, OpmlRow, read_opml, write_opml

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>Mine</title></head>
<body>
<outline text="Folder">
  <outline text="A &amp; B" type="rss" xmlUrl="https://a.example/feed?x=1&amp;y=2"/>
  <outline type="rss" text="No address"/>
  <outline text="Bad" xmlUrl="javascript:alert(1)"/>
  <outline title="한국" text="x" xmlUrl="feed://k.example/rss" htmlUrl="https://k.example/">
  </outline>
  <outline text="Again" xmlUrl="https://a.example/feed?x=1&amp;y=2"/>
</outline>
</body></opml>
"""


def read(text, encoding="utf-8"):
    return read_opml(text.encode(encoding))


def test_every_row_is_told_with_its_line():
    rows = read(LIST)
    assert [(row.line, row.address) for row in rows] == [
        (6, "https://a.example/feed?x=1&y=2"),
        (7, None),
        (8, None),
        (9, "https://k.example/rss"),
        (11, "https://a.example/feed?x=1&y=2"),
    ]
    assert [row.problem for row in rows] == [
        None,
        "The row names no address (xmlUrl).",
        "javascript:alert(1) is no http or https address.",
        None,
        "The same address stands in line 6.",
    ]
    assert (rows[0].title, rows[3].title, rows[3].site) == (
        "A & B",
        "한국",
        "https://k.example/",
    )


@pytest.mark.parametrize(
    "damage",
    [
        ("</outline>", ""),
        ("&amp;y", "&y"),
        ("A &amp; B", "A < B"),
        ("</body></opml>", "<outline text="),
        ("<opml", "<!DOCTYPE opml [<!ENTITY a 'b'>]><opml"),
        ('"Folder"', "Folder"),
    ],
)
def test_a_list_that_is_not_well_formed_is_read_all_the_same(damage):
    addresses = [row.address for row in read(LIST.replace(*damage)) if not row.problem]
    assert addresses == ["https://a.example/feed?x=1&y=2", "https://k.example/rss"]


def test_entities_of_a_list_mean_nothing():
    bomb = "<!DOCTYPE opml [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>"
    bomb += "<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    row = "<opml><outline text='&b;&x;' xmlUrl='https://a.example/&b;'/></opml>"
    [read_row] = read(bomb + row)
    assert (read_row.title, read_row.address) == ("&b;&x;", "https://a.example/&b;")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "euc-kr"])
def test_a_list_may_be_in_another_encoding(encoding):
    rows = read(LIST.replace("UTF-8", encoding.removesuffix("-sig")), encoding)
    assert rows[3].title == "한국"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "This is no list of feeds (OPML)."),
        (b"\x89PNG\x00", "This is no list of feeds (OPML)."),
        (b"<rss><channel/></rss>", "This is no list of feeds (OPML)."),
        (b"<opml><body/></opml>", "There is no feed in this list."),
        (b" " * (LARGEST + 1), "It is larger than 2 MB."),
    ],
)
def test_what_is_no_list_is_said(body, problem):
    assert read_opml(body) == [OpmlRow(line=1, problem=problem)]


@given(st.binary())
def test_no_bytes_whatever_make_it_raise(body):
    assert read_opml(body)
    assert read_opml(b"<opml><outline " + body)


@given(
    st.lists(
        st.tuples(
            st.integers(1, 10**6).map("https://e.example/{}?a=1&b=2".format),
            st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1),
        ),
        min_size=1,
        unique_by=lambda row: row[0],
    )
)
def test_a_list_that_is_written_can_be_read_again(feeds):
    rows = [OpmlRow(line=1, address=address, title=title) for address, title in feeds]
    read_again = read(write_opml(rows))
    assert [(row.address, row.title) for row in read_again] == feeds
    assert not any(row.problem for row in read_again)
