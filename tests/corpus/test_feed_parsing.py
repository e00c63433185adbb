"""What is read quickly is read as feedparser reads it, in every collected feed."""

import warnings

import pytest

from tests.corpus.feeds import ABSENT, FEEDS, documents
from themewatch.domain.entry import FeedDocument
from themewatch.ingest.document import (
    MOST_ENTRIES,
    NotAFeed,
    Parser,
    cleaned,
    read_document,
)
from themewatch.ingest.quick_xml import read_quickly
from themewatch.ingest.with_feedparser import read_with_feedparser

pytestmark = [
    pytest.mark.skipif(not FEEDS.is_dir(), reason=ABSENT),
    # feedparser asks its own entries for a date in a way that it warns of.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:feedparser"),
]
ADDRESS = "https://feeds.example/feed"
FOLDERS = {"real": 0.9, "history": 0.9, "bench": 1.0, "parser": 0.1, "hostile": 0.2}
"""Which share of their feeds is read quickly, at least."""


@pytest.mark.parametrize(("folder", "share"), FOLDERS.items())
def test_the_quick_reader_and_feedparser_read_the_same(folder, share):
    paths = list(documents(folder))
    quick = [path for path in paths if is_read_alike(path)]
    assert len(quick) >= share * len(paths) > 0


def test_no_collected_document_makes_it_raise():
    paths = [path for path in FEEDS.rglob("*") if path.is_file()]
    with Parser() as parser:
        for path in paths:
            found = read_document(path.read_bytes(), "", ADDRESS, parser)
            assert isinstance(found, FeedDocument | NotAFeed), path
    assert len(paths) > 3000


def is_read_alike(path):
    """Check a feed that is read quickly; return whether it is one."""
    body = path.read_bytes()
    quickly = read_quickly(body, "", MOST_ENTRIES)
    if quickly is None:
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        in_full = read_with_feedparser(body, "", MOST_ENTRIES)
    assert in_full is not None, path
    assert cleaned(quickly, ADDRESS) == cleaned(in_full, ADDRESS), path
    assert [e.raw_id for e in quickly.entries] == [e.raw_id for e in in_full.entries]
    return True
