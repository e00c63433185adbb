"""The sources to start with: each named, each once, over https, in both languages."""

import re
from collections import Counter

from themewatch import resources
from themewatch.ingest.cluster import canonical_link
from themewatch.ingest.opml import read_opml

LIST = resources.data_file("feeds.opml").read_bytes()


def test_every_source_can_be_added():
    rows = read_opml(LIST)
    assert len(rows) > 20
    assert [row for row in rows if row.problem or not row.title or not row.site] == []


def test_no_source_is_there_twice():
    times = Counter(canonical_link(row.address or "") for row in read_opml(LIST))
    assert [address for address, n in times.items() if n > 1] == []


def test_every_source_is_asked_over_https():
    assert all((row.address or "").startswith("https://") for row in read_opml(LIST))


def test_there_are_sources_in_english_and_in_korean():
    languages = Counter(re.findall(r'xmlUrl=.* language="(\w+)"', LIST.decode()))
    assert languages.total() == len(read_opml(LIST))
    assert set(languages) == {"en", "ko"}
    assert min(languages.values()) >= 4
