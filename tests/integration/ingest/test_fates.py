"""What becomes of feeds over days: they fail, move, vanish, or were pages all along."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import NOW
from tests.ingesting import LOOPBACK, Following, a_feed, a_page, an_item
from themewatch.errors import ConflictError, InputError
from themewatch.services.feeds import (
    choose_offer,
    list_fetches,
    pause,
    refresh,
    remove,
    resume,
    undo_move,
)
from themewatch.services.first_look import follow
from themewatch.services.house import House
from themewatch.services.ingest import ingest
from themewatch.storage.news_tables import entries

FEED = a_feed(an_item())


@pytest.fixture
def following(one_engine, home, clock):
    return Following(House(one_engine, home, is_new=True, has_reference=False), clock)


def moved_for_good(following, server, clock):
    """Return a feed whose redirect was adopted."""
    feed = following.follow(server.redirect("/old", "/new"))
    server.answer("/new", FEED)
    for _ in range(8):
        following.look_now()
        clock.pass_time(days=1)
    return following.feed(feed)


def test_a_feed_that_fails_says_since_when_and_why_until_it_answers(
    following, server, clock
):
    feed = following.follow(server.answer("/feed", status=404))
    following.look()
    since = clock.now()
    clock.pass_time(hours=5)
    following.look()
    failing = following.feed(feed)
    assert (failing.failures, failing.failing_since) == (2, since)
    assert failing.problem
    clock.pass_time(hours=5)
    server.answer("/feed", FEED)
    following.look_now()
    well = following.feed(feed)
    assert (well.failures, well.failing_since, well.problem) == (0, None, None)
    with following.house.reading() as session:
        assert [f.status for f in list_fetches(session, feed.id)] == [200, 404, 404]


def test_a_redirect_that_holds_for_a_week_is_adopted(following, server, clock):
    feed = moved_for_good(following, server, clock)
    assert feed.address == server.url("/new")
    assert feed.former_address == server.url("/old")
    server.requests.clear()
    following.look_now()
    assert [seen.path for seen in server.requests] == ["/new"]
    assert following.count(entries) == 1


def test_an_adoption_that_was_undone_is_not_made_again(following, server, clock):
    feed = moved_for_good(following, server, clock)
    with following.house.writing() as session:
        undo_move(session, feed.id, feed.version, now=clock.now())
    assert following.feed(feed).address == server.url("/old")
    for _ in range(9):
        following.look_now()
        clock.pass_time(days=1)
    assert following.feed(feed).address == server.url("/old")
    assert following.count(entries) == 1


def test_a_redirect_to_a_feed_that_is_followed_is_not_adopted(following, server, clock):
    server.answer("/new", FEED)
    following.follow(server.url("/new"))
    assert moved_for_good(following, server, clock).address == server.url("/old")


def test_a_feed_that_is_gone_twice_a_day_apart_is_paused_visibly(
    following, server, clock
):
    feed = following.follow(server.answer("/feed", status=410))
    following.look()
    clock.pass_time(hours=20)
    following.look_now()
    assert following.feed(feed).paused_at is None
    clock.pass_time(hours=5)
    following.look_now()
    paused = following.feed(feed)
    assert paused.paused_at == clock.now()
    assert "410" in paused.paused_because
    clock.pass_time(days=30)
    assert following.look() == []


def test_a_page_that_names_one_feed_is_replaced_by_it_at_the_first_look(
    following, server
):
    server.answer("/feed", FEED)
    page = server.answer("/", a_page("/feed"), content_type="text/html")
    feed = following.follow(page)
    with ingest(following.house, following.settings, following.clock) as run:
        following.look_in(run)
        following.look_in(run)
    assert following.feed(feed).address == server.url("/feed")
    assert following.count(entries) == 1


def test_of_several_feeds_that_a_page_names_a_person_chooses(following, server, clock):
    for path in ("/a", "/b"):
        server.answer(path, FEED)
    page = server.answer("/", a_page("/a", "/b"), content_type="text/html")
    feed = following.follow(page)
    following.look()
    offered = following.feed(feed)
    assert offered.offers == (server.url("/a"), server.url("/b"))
    assert offered.problem
    with following.house.writing() as session:
        with pytest.raises(InputError, match="does not name"):
            choose_offer(session, feed.id, 1, server.url("/c"), now=clock.now())
        choose_offer(session, feed.id, 1, server.url("/b"), now=clock.now())
    following.look()
    assert following.feed(feed).address == server.url("/b")
    assert following.count(entries) == 1


def test_a_feed_that_turns_into_a_page_keeps_entries_address_and_its_problem(
    following, server, clock
):
    feed = following.follow(server.answer("/feed", FEED))
    following.look()
    page = a_page("/elsewhere")
    server.answer("/feed", page, content_type="text/html", etag='"page"')
    clock.pass_time(days=2)
    following.look()
    clock.pass_time(days=2)
    following.look()
    after = following.feed(feed)
    assert (after.failures, after.address) == (2, feed.address)
    assert after.offers == (server.url("/elsewhere"),)
    assert following.count(entries) == 1
    server.answer("/feed", FEED)
    following.look_now()
    assert following.feed(feed).offers == ()
    assert following.count(entries) == 1


def test_a_feed_that_comes_back_unchanged_after_a_page_is_well_again(following, server):
    feed = following.follow(server.answer("/feed", FEED, etag='"feed"'))
    following.look()
    server.answer("/feed", a_page(), content_type="text/html", etag='"page"')
    following.look_now()
    assert following.feed(feed).problem
    server.answer("/feed", FEED, etag='"feed"')
    (looked,) = following.look_now()
    assert (looked.fetch.status, looked.feed.problem) == (304, None)


def test_pages_that_name_pages_are_not_followed_on(following, server):
    for number in range(9):
        page = a_page(f"/{number + 1}")
        server.answer(f"/{number}", page, content_type="text/html")
    feed = following.follow(server.url("/0"))
    for _ in range(9):
        following.look()
    after = following.feed(feed)
    assert [seen.path for seen in server.requests] == ["/0", "/1"]
    assert (after.offers, after.failures) == ((server.url("/2"),), 2)


def test_a_feed_of_many_posts_at_one_time_is_looked_at_every_half_hour(
    following, server, clock
):
    items = (an_item(number, at=NOW) for number in range(3))
    feed = following.follow(server.answer("/feed", a_feed(*items)))
    following.look()
    assert following.feed(feed).due_at - clock.now() < timedelta(hours=1)


def test_a_bug_that_one_feed_brings_out_stops_no_other(following, server, clock):
    def resolve(host, _port):
        if host == "broken.example":
            raise LookupError("a bug")
        return [host]

    broken = following.follow("http://broken.example/feed")
    sound = following.follow(server.answer("/feed", FEED))
    with ingest(following.house, following.settings, clock, resolve) as run:
        assert len(following.look_in(run)) == 2
    assert "stumbled" in following.feed(broken).problem
    assert following.feed(sound).problem is None


def test_a_paused_feed_is_not_asked_until_it_is_resumed(following, server, clock):
    feed = following.follow(server.answer("/feed", FEED))
    with following.house.writing() as session:
        pause(session, feed.id, 1, now=clock.now())
        with pytest.raises(ConflictError, match="changed meanwhile"):
            resume(session, feed.id, 1, now=clock.now())
    assert following.look() == []
    with following.house.writing() as session:
        resume(session, feed.id, 2, now=clock.now())
    assert len(following.look()) == 1


def test_a_feed_that_was_removed_comes_back_with_what_it_gave(following, server, clock):
    feed = following.follow(server.answer("/feed", FEED))
    following.look()
    with following.house.writing() as session:
        remove(session, feed.id, following.feed(feed).version, now=clock.now())
    clock.pass_time(days=2)
    assert following.look() == []
    assert following.follow(feed.address).id == feed.id
    (looked,) = following.look()
    assert (looked.fetch.new, following.count(entries)) == (0, 1)
    with pytest.raises(ConflictError, match="followed already"):
        following.follow(feed.address)


def test_a_feed_is_asked_at_once_when_somebody_wants_that(following, server, clock):
    feed = following.follow(server.answer("/feed", FEED))
    following.look()
    assert following.look() == []
    with following.house.writing() as session:
        refresh(session, [feed.id], now=clock.now())
    assert len(following.look()) == 1


@pytest.fixture
def look_while(following, server, clock):
    """Return what follows a feed, and edits it while it is looked at."""
    own_name = replace(LOOPBACK, allowed_hosts=frozenset({"acme.example"}))

    def look_while(edit):
        feed = following.follow(server.url("/feed", "acme.example"))

        def resolve(_host, _port):
            with following.house.writing() as session:
                edit(session, feed.id, feed.version, now=clock.now())
            return ["127.0.0.1"]

        server.answer("/feed", FEED)
        with ingest(following.house, own_name, clock, resolve) as run:
            return feed, following.look_in(run)

    return look_while


def test_an_edit_made_while_a_feed_is_looked_at_stands(following, look_while):
    feed, looked = look_while(pause)
    after = following.feed(feed)
    assert (after.paused_at, after.answered_at) == (NOW, NOW)
    assert len(looked) == following.count(entries) == 1


def test_a_feed_removed_while_it_is_looked_at_gets_no_entries(following, look_while):
    feed, looked = look_while(remove)
    assert looked == []
    assert following.count(entries) == 0
    assert following.follow(feed.address).id == feed.id


def test_following_from_the_command_line_lets_go_of_what_is_no_feed(
    following, server, clock
):
    page = server.answer("/", a_page("/a", "/b"), content_type="text/html")
    with ingest(following.house, following.settings, clock) as run:
        with pytest.raises(InputError) as refused:
            follow(following.house, run, page, by="", now=clock.now())
        server.answer("/one", a_page("/feed"), content_type="text/html")
        server.answer("/feed", FEED)
        looked = follow(
            following.house, run, server.url("/one"), by="", now=clock.now()
        )
    assert refused.value.problems[1:] == (server.url("/a"), server.url("/b"))
    assert (looked.feed.address, looked.fetch.new) == (server.url("/feed"), 1)
    assert len(following.look_now()) == 1
