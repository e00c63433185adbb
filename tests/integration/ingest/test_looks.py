"""What a look at a feed leaves behind, on both databases, against a real server."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import NOW
from tests.ingesting import CHANCE, LOOPBACK, Following, a_feed, an_item
from themewatch.domain.news import StoryState
from themewatch.services.feeds import list_fetches
from themewatch.services.house import House
from themewatch.services.ingest import ingest
from themewatch.services.looks import keep_look
from themewatch.storage import looks
from themewatch.storage.feeds import make_due
from themewatch.storage.news_tables import (
    entries,
    entry_revisions,
    fetches,
    stories,
    unmatched,
)


@pytest.fixture
def following(engine, home, clock):
    return Following(House(engine, home, is_new=True, has_reference=False), clock)


def test_a_first_look_keeps_entries_stories_and_what_awaits_matching(following, server):
    feed = following.follow(
        server.answer("/feed", a_feed(an_item(1), an_item(2)), etag='"1"')
    )
    (looked,) = following.look()
    assert (looked.fetch.new, looked.fetch.problem) == (2, None)
    for table in (entries, stories, unmatched):
        assert following.count(table) == 2
    after = following.feed(feed)
    assert (after.title, after.validators.etag) == ("Acme", '"1"')
    assert after.due_at > after.answered_at
    with following.house.reading() as session:
        assert [fetch.new for fetch in list_fetches(session, feed.id)] == [2]


def test_nothing_is_asked_before_its_time_and_then_conditionally(
    following, clock, server
):
    following.follow(server.answer("/feed", a_feed(an_item()), etag='"1"'))
    following.look()
    assert following.look() == []
    clock.pass_time(hours=27)
    (looked,) = following.look()
    assert looked.fetch.status == 304
    assert [seen.is_conditional for seen in server.requests] == [False, True]


def test_old_entries_of_a_new_feed_wait_for_nobody_and_later_ones_do(
    following, clock, server
):
    old, fresh = NOW - timedelta(days=15), NOW - timedelta(days=13)
    server.answer("/feed", a_feed(an_item(1, at=old), an_item(2, at=fresh)))
    following.follow(server.url("/feed"))
    following.look()
    assert sorted(following.states()) == [StoryState.STORED, StoryState.WAITING]
    clock.pass_time(days=2)
    server.answer("/feed", a_feed(an_item(3, at=old)))
    following.look()
    assert following.states().count(StoryState.WAITING) == 2


def test_an_edit_leaves_a_revision_and_awaits_matching_again(following, clock, server):
    following.follow(server.answer("/feed", a_feed(an_item())))
    following.look()
    with following.house.writing() as session:
        session.execute(unmatched.delete())
    clock.pass_time(days=2)
    server.answer("/feed", a_feed(an_item(description="Corrected.")))
    (looked,) = following.look()
    assert (looked.fetch.new, looked.fetch.changed) == (0, 1)
    with following.house.reading() as session:
        assert session.scalars(select(entry_revisions.c.text)).all() == ["Text 1."]
        assert session.scalars(select(entries.c.text)).all() == ["Corrected."]
        assert session.scalars(select(unmatched.c.was_text)).all() == ["Text 1."]


def test_an_entry_edited_all_day_stops_being_revised(following, clock, server):
    following.follow(server.answer("/feed", a_feed(an_item())))
    following.look()
    for number in range(6):
        clock.pass_time(hours=1)
        server.answer("/feed", a_feed(an_item(description=f"Live {number}")))
        following.look_now()
    assert following.count(entry_revisions) == 3
    assert following.count(entries, entries.c.is_volatile) == 1


def test_entries_of_two_feeds_with_one_link_are_one_story(following, server):
    there = {"link": "http://acme.example/news/1/?utm_source=b"}
    following.follow(server.answer("/a", a_feed(an_item())))
    following.follow(server.answer("/b", a_feed(an_item(guid="other", **there))))
    following.look()
    assert (following.count(entries), following.count(stories)) == (2, 1)


def test_a_feed_whose_entries_share_a_link_tells_a_story_with_each(following, server):
    link = {"link": "https://acme.example/release-notes"}
    items = [an_item(number, **link) for number in range(3)]
    following.follow(server.answer("/feed", a_feed(*items)))
    following.look()
    assert following.count(stories) == 3


def test_one_id_for_all_loses_nothing_and_announces_nothing_anew(
    following, clock, server
):
    feed = following.follow(server.answer("/feed", a_feed(an_item(1, guid="same"))))
    following.look()
    both = [an_item(number, guid="same") for number in (2, 1)]
    server.answer("/feed", a_feed(*both))
    clock.pass_time(days=2)
    assert following.look()[0].fetch.new == 1
    server.answer("/feed", a_feed(*both, title="Acme again"))
    clock.pass_time(days=2)
    assert following.look()[0].fetch.new == 0
    assert following.feed(feed).key_level == 1


def test_keeping_a_response_again_changes_nothing(following, clock, server):
    feed = following.follow(server.answer("/feed", a_feed(an_item(1), an_item(2))))
    with ingest(following.house, LOOPBACK, clock) as run:
        seen = run._eyes.look(feed)
        following.look_in(run)
    before = (
        following.count(entries),
        following.count(stories),
        following.count(unmatched),
    )
    with following.house.writing() as session:
        make_due(session, [feed.id], clock.now())
        (claimed,) = looks.claim_feeds(session, [feed.id], "again", clock.now())
        kept = keep_look(session, claimed, seen, "again", CHANCE)
    assert (kept.fetch.new, kept.fetch.changed) == (0, 0)
    assert before == (
        following.count(entries),
        following.count(stories),
        following.count(unmatched),
    )


def test_who_lost_the_lease_keeps_nothing(following, clock, server):
    feed = following.follow(server.answer("/feed", a_feed(an_item())))
    with following.house.writing() as session:
        looks.claim_feeds(session, [feed.id], "slow", clock.now())
    clock.pass_time(minutes=4)
    with following.house.writing() as session:
        looks.claim_feeds(session, [feed.id], "quick", clock.now())
    with (
        ingest(following.house, LOOPBACK, clock) as run,
        following.house.writing() as session,
    ):
        seen = run._eyes.look(feed)
        assert keep_look(session, feed, seen, "slow", CHANCE) is None
    assert following.count(entries) == 0


def test_a_feed_that_is_claimed_is_free_again_when_its_lease_ran_out(following, clock):
    feed = following.follow("https://acme.example/feed")
    for passed, claimed in ((0, 1), (2, 0), (2, 1)):
        clock.pass_time(minutes=passed)
        with following.house.writing() as session:
            found = looks.claim_feeds(session, [feed.id], f"t{passed}", clock.now())
        assert len(found) == claimed, passed


def test_only_the_last_fifty_looks_are_logged(following, clock, server):
    feed = following.follow(server.answer("/feed", a_feed(an_item()), etag='"1"'))
    for _ in range(53):
        following.look_now()
        clock.pass_time(minutes=1)
    assert following.count(fetches) == 50
    with following.house.reading() as session:
        logged = [fetch.at for fetch in list_fetches(session, feed.id)]
    assert logged == sorted(logged, reverse=True)
    assert clock.now() - logged[-1] <= timedelta(minutes=51)
