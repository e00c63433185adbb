"""What a feed that is new here, or was taken up again, brings to the inbox at once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import NOW
from tests.ingesting import Following, a_feed, an_item
from themewatch.domain.news import StoryState
from themewatch.services.feeds import pause, remove, resume
from themewatch.services.house import House
from themewatch.storage.news_tables import entries, stories

OLD = NOW - timedelta(days=100)
EMPTY = a_feed()


@pytest.fixture
def following(engine, home, clock):
    return Following(House(engine, home, is_new=True, has_reference=False), clock)


def waiting(following):
    return following.states().count(StoryState.WAITING)


def test_a_feed_that_answers_with_no_entries_is_well(following, server):
    feed = following.follow(server.answer("/feed", EMPTY))
    following.look()
    server.answer("/feed", a_feed(an_item(1), an_item(2)))
    following.look_now()
    server.answer("/feed", EMPTY)
    (looked,) = following.look_now()
    assert looked.fetch.problem is None
    assert following.feed(feed).failures == 0
    assert following.count(entries) == 2


def test_entries_that_only_say_when_they_were_changed_are_dated_by_that(
    following, server
):
    days = ((1, 2), (2, 40))
    told = "".join(
        f"<entry><id>e{number}</id><title>Release {number}</title>"
        f"<updated>{NOW - timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}</updated></entry>"
        for number, days in days
    )
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>{told}</feed>'
    server.answer("/feed", atom, content_type="application/atom+xml")
    following.follow(server.url("/feed"))
    following.look()
    assert sorted(following.states()) == [StoryState.STORED, StoryState.WAITING]
    with following.house.reading() as session:
        kept = session.execute(select(entries.c.dated_at, entries.c.published_at))
        dates = {date for row in kept for date in row}
    assert dates == {NOW - timedelta(days=2), NOW - timedelta(days=40)}


def test_of_entries_without_dates_only_the_first_ten_of_a_new_feed_wait(
    following, server
):
    feed = a_feed(*(an_item(number) for number in range(1, 31)))
    following.follow(server.answer("/feed", feed))
    following.look()
    assert following.count(entries) == 30
    with following.house.reading() as session:
        of = select(stories.c.id).where(stories.c.state == StoryState.WAITING)
        titles = set(
            session.scalars(select(entries.c.title).where(entries.c.story.in_(of)))
        )
    assert titles == {f"News {number}" for number in range(1, 11)}
    more = (an_item(number) for number in range(31, 51))
    server.answer("/feed", a_feed(*more))
    following.look_now()
    assert waiting(following) == 30


def test_a_feed_first_seen_empty_is_new_until_it_brings_entries(following, server):
    following.follow(server.answer("/feed", EMPTY))
    following.look()
    old = (an_item(number, at=OLD) for number in range(30))
    server.answer("/feed", a_feed(*old))
    following.look_now()
    assert following.count(entries) == 30
    assert waiting(following) == 0


@pytest.mark.parametrize("leave", [pause, remove])
def test_a_feed_taken_up_after_a_year_pours_nothing_old_in(
    following, server, clock, leave
):
    feed = following.follow(server.answer("/feed", a_feed(an_item(1, at=OLD))))
    following.look()
    with following.house.writing() as session:
        leave(session, feed.id, following.feed(feed).version, now=clock.now())
    now = clock.pass_time(days=365)
    times = (now - timedelta(days=100), now - timedelta(days=1))
    items = [an_item(number, at=at) for number, at in enumerate(times, start=2)]
    server.answer("/feed", a_feed(*items))
    if leave is pause:
        with following.house.writing() as session:
            version = following.feed(feed).version
            resume(session, feed.id, version, now=now)
    else:
        following.follow(feed.address)
    (looked,) = following.look()
    assert (looked.fetch.new, waiting(following)) == (2, 1)
