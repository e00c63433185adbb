"""Who may look at a feed, and what a run can tell of those that others hold."""

import pytest

from tests.ingesting import LOOPBACK, Following, a_feed, an_item
from themewatch.errors import ConflictError
from themewatch.services.feeds import pause
from themewatch.services.house import House
from themewatch.services.ingest import Held, ingest
from themewatch.storage import looks
from themewatch.storage.looks import LEASE


@pytest.fixture
def following(engine, home, clock):
    return Following(House(engine, home, is_new=True, has_reference=False), clock)


@pytest.fixture
def run(following, clock):
    with ingest(following.house, LOOPBACK, clock) as run:
        yield run


def test_a_feed_that_another_run_looked_at_meanwhile_is_not_asked_again(
    following, run, server
):
    following.follow(server.answer("/feed", a_feed(an_item())))
    due = run.due()
    assert len(following.look()) == 1
    assert list(run.look_at(due)) == []
    assert len(server.requests) == 1


def test_a_feed_paused_while_it_waits_its_turn_is_not_asked(
    following, run, server, clock
):
    feed = following.follow(server.answer("/feed", a_feed(an_item())))
    due = run.due()
    with following.house.writing() as session:
        pause(session, feed.id, 1, now=clock.now())
    assert list(run.look_at(due)) == []
    assert server.requests == []
    with pytest.raises(ConflictError, match="is paused"):
        run.named(feed.address)


def test_a_feed_that_is_named_is_asked_before_its_time(following, run, server):
    feed = following.follow(server.answer("/feed", a_feed(an_item())))
    following.look()
    assert len(list(run.look_at([run.named(feed.address)]))) == 1


def test_a_run_can_tell_how_many_feeds_others_hold_and_until_when(
    following, run, clock
):
    first = following.follow("https://acme.example/feed")
    second = following.follow("https://lab.example/feed")
    for feed in (first, second):
        with following.house.writing() as session:
            looks.claim_feeds(session, [feed.id], "killed", clock.now())
        clock.pass_time(minutes=1)
    until = clock.now() - LEASE / 3 + LEASE
    assert run.held() == Held(2, until)
    clock.pass_time(seconds=100)
    assert run.held() == Held(1, until)
    assert [feed.id for feed in run.due()] == [first.id]
    clock.pass_time(minutes=1)
    assert run.held() is None
