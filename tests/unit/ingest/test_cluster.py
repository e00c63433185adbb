"""Entries that tell one story, by link and by headline."""

from datetime import timedelta

import pytest

from tests.factories import NOW
from themewatch.domain.entry import DocumentEntry
from themewatch.domain.identity import Identified, Linked, Namesake
from themewatch.ingest.cluster import canonical_link, joined, places


def a_namesake(story, hours=0, models=("Kite 2",), title="kite 2 is here"):
    return Namesake(story, title, NOW + timedelta(hours=hours), models)


def found(link):
    return Identified(DocumentEntry(link=link), "k", "a", "c", canonical_link(link))


@pytest.mark.parametrize(
    "other",
    [
        "http://acme.example/kite?b=1&a=2",
        "https://ACME.example/kite/?b=1&a=2",
        "https://acme.example:443/kite?b=1&a=2#top",
        "https://acme.example/kite?utm_source=feed&b=1&fbclid=x&a=2",
    ],
)
def test_links_to_one_page_have_one_canonical_form(other):
    assert canonical_link(other) == canonical_link("https://acme.example/kite?b=1&a=2")


@pytest.mark.parametrize(
    "other",
    [
        "https://acme.example/kite?b=1",
        "https://acme.example/Kite?b=1&a=2",
        "https://www.acme.example/kite?b=1&a=2",
    ],
)
def test_links_that_may_be_to_other_pages_keep_apart(other):
    assert canonical_link(other) != canonical_link("https://acme.example/kite?b=1&a=2")


def test_a_new_entry_joins_the_story_of_another_feed_by_its_link():
    link = "https://acme.example/kite"
    assert places([found(link)], {canonical_link(link): Linked("s1")}) == ["s1"]


def test_entries_of_one_feed_that_share_a_link_tell_stories_of_their_own():
    link = "https://acme.example/release-notes"
    kept = {canonical_link(link): Linked("s1")}
    assert places([found(link), found(link)], kept) == [None, None]
    own = {canonical_link(link): Linked("s1", is_own=True)}
    assert places([found(link)], own) == [None]


def test_one_headline_near_in_time_that_names_the_same_model_is_one_story():
    assert joined([a_namesake("s1"), a_namesake("s2", 72)], ()) == {"s2": "s1"}


@pytest.mark.parametrize(
    "other",
    [
        a_namesake("s2", 73),
        a_namesake("s2", models=("Vision 1",)),
        a_namesake("s2", title="another headline"),
    ],
    ids=["later", "another model", "another headline"],
)
def test_what_differs_stays_apart(other):
    assert joined([a_namesake("s1"), other], ()) == {}


def test_a_story_somebody_decided_on_takes_the_others_in():
    namesakes = [a_namesake("s1"), a_namesake("s2", 1), a_namesake("s3", 2)]
    assert joined(namesakes, {"s2"}) == {"s1": "s2", "s3": "s2"}


def test_stories_that_were_decided_on_each_stay_apart():
    assert joined([a_namesake("s1"), a_namesake("s2", 1)], {"s1", "s2"}) == {}


def test_a_chain_of_the_same_news_ends_in_one_story():
    namesakes = [a_namesake(f"s{n}", 60 * n) for n in range(4)]
    assert set(joined(namesakes, ()).values()) == {"s0"}
