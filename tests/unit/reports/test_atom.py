"""The Atom feed: editions and moves, with ids and addresses that last."""

from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree

import feedparser
import pytest

from tests.editions import a_decided, a_frozen, an_edition
from themewatch.reports.atom import BEFORE_ANY, atom_feed, moves_between, updated_at

BASE = "https://maps.example.org"
OWN = f"{BASE}/atom.xml"


def second(**changes):
    """Return an edition in which one theme went up a stage."""
    moved, *others = an_edition(2).themes
    up = a_frozen(moved.slug, mean=2.3, moved=0.8)
    fields = {"decisions": (a_decided(),), "title": "October"}
    return an_edition(2, themes=(up, *others), **fields | changes)


@pytest.fixture
def published():
    return [second(), an_edition(1)]


def read(editions, base=BASE):
    found = feedparser.parse(atom_feed(editions, base=base, own=f"{base}/atom.xml"))
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_editions_and_moves_are_read_back_the_newest_first(published):
    found = read(published)
    assert found.version == "atom10"
    assert [entry.title for entry in found.entries] == [
        "Edition 2: October",
        "Consistency & control: ▲ up 1 stage: "
        "from Growing, middle third to Maturing, lower third",
        "Edition 1: What September showed",
    ]


def test_an_edition_tells_its_note_the_map_what_moved_and_what_we_do(published):
    summary = read(published).entries[0].summary
    assert "Faces hold at last." in summary
    assert "Moved: Consistency & control." in summary
    assert "Consistency & control: Try it: Ann Contributor sees to it" in summary


def test_addresses_are_whole(published):
    edition, move, _first = read(published).entries
    assert edition.link == f"{BASE}/editions?edition=2"
    assert move.link.startswith(f"{BASE}/theme?theme=consistency&day=2026-11-01&since=")
    assert [link.href for link in read(published).feed.links] == [
        OWN,
        f"{BASE}/editions",
    ]


def test_ids_stay_the_same_wherever_the_house_is_reached(published):
    here = [e.id for e in read(published).entries]
    there = [e.id for e in read(published, "http://127.0.0.1:8501").entries]
    assert here == there
    assert len(set(here)) == len(here)
    assert all(found.startswith("tag:themewatch.invalid,2026:") for found in here)
    later = an_edition(3)
    assert [e.id for e in read([later, *published]).entries][-3:] == here


def test_the_feed_was_updated_when_the_last_edition_was_published(published):
    found = read(published)
    assert found.feed.updated == published[0].published_at.isoformat()
    assert found.entries[1].updated == found.feed.updated


def test_a_feed_without_editions_stands_too():
    found = read([])
    assert found.entries == []
    assert updated_at([]) == BEFORE_ANY


def test_another_stage_is_a_move_even_where_it_is_not_clear():
    was = an_edition(1, themes=(a_frozen(mean=1.97),))
    now = an_edition(2, themes=(a_frozen(mean=2.02, moved=0.05),))
    assert len(moves_between(was, now)) == 1
    still = replace(now, themes=(a_frozen(mean=1.99, moved=0.02),))
    assert moves_between(was, still) == []


def test_text_from_outside_is_no_markup_and_always_xml(published):
    hostile = "<b>&amp;</b> \x00\x0b ]]> \ufffe"
    first = replace(published[0], title=hostile, note=hostile, published_by=hostile)
    text = atom_feed([first, published[1]], base=BASE, own=OWN)
    feed = ElementTree.fromstring(text)  # noqa: S314  our own
    title = feed.findall(".//{*}entry/{*}title")[0].text
    assert title.startswith("Edition 2: <b>&amp;</b>")


def test_only_the_last_editions_are_told():
    editions = [an_edition(n, published_at=moment(n)) for n in range(30, 0, -1)]
    found = read(editions)
    assert len(found.entries) == 24


def moment(number):
    return an_edition().published_at + timedelta(days=number)
