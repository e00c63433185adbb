"""What changes a body's hash, and what does not."""

import pytest

from themewatch.ingest.body_hash import body_hash

RSS = """<rss><channel><title>A</title><pubDate>@@</pubDate>
<lastBuildDate>@@</lastBuildDate>{}<dc:date>@@</dc:date></channel></rss>"""
ATOM = """<feed xmlns="x"><updated>@@</updated><title>A</title>{}
<updated>@@</updated></feed>"""
ITEM = "<item><title>One</title><pubDate>1 Oct</pubDate></item>"
ENTRY = "<entry><title>One</title><updated>2026-10-01</updated></entry>"


def hash_of(document, built="1", entries=""):
    return body_hash(document.format(entries).replace("@@", built).encode())


@pytest.mark.parametrize(("document", "entry"), [(RSS, ITEM), (ATOM, ENTRY)])
def test_a_feed_built_anew_with_the_same_entries_is_the_same(document, entry):
    assert hash_of(document, "1", entry) == hash_of(document, "2", entry)
    assert hash_of(document, "1") == hash_of(document, "2")


@pytest.mark.parametrize(
    ("document", "entry", "change"),
    [
        (RSS, ITEM, ("1 Oct", "2 Oct")),
        (RSS, ITEM, ("One", "Two")),
        (ATOM, ENTRY, ("2026-10-01", "2026-10-02")),
        (ATOM, ENTRY, ("One", "Two")),
    ],
)
def test_whatever_changes_in_an_entry_counts(document, entry, change):
    changed = entry.replace(*change)
    for entries in ((changed,), (entry, changed), (changed, entry)):
        before = hash_of(document, entries=entry * len(entries))
        assert hash_of(document, entries="".join(entries)) != before


@pytest.mark.parametrize("document", [RSS, ATOM])
def test_what_changes_in_the_feed_besides_its_dates_counts(document):
    assert hash_of(document.replace("A<", "B<")) != hash_of(document)


def test_dates_with_a_prefix_or_attributes_are_dates_too():
    one = body_hash(b'<a:feed><a:updated x="1">1</a:updated><a:entry/>')
    assert one == body_hash(b'<a:feed><a:updated x="2">2</a:updated><a:entry/>')


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff\xfe<\0r\0", b"<updated>" * 1000])
def test_any_bytes_have_a_hash(body):
    assert len(body_hash(body)) == 32
