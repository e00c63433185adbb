"""Ten days of a server that does everything wrong, and what it was asked meanwhile.

The log is judged by what the server said, not by what we meant to do.
"""

from collections import defaultdict
from datetime import datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from tests.ingesting import Following, a_feed, an_item
from themewatch.ingest.fetch import FetchSettings
from themewatch.services.house import House

DAYS = 10
SOONEST = timedelta(minutes=27)  # half an hour, less a tenth
FEED = a_feed(*(an_item(number) for number in range(5)))
AN_HOUR = {"Retry-After": "3600"}
FOREVER = {"Retry-After": "99999999"}
QUICK = FetchSettings(
    allowed_hosts=frozenset({"127.0.0.1"}), most_seconds=0.3, spacing=1.0
)


@pytest.fixture
def following(one_engine, home, clock):
    house = House(one_engine, home, is_new=True, has_reference=False)
    return Following(house, clock, QUICK)


def wrong_in_every_way(server, now):
    """Serve each fault under a path of its own, and return how soon it may be asked."""
    in_a_day = format_datetime(now + timedelta(days=1), usegmt=True)
    server.answer("/drip", FEED, drip=0.1)
    server.answer("/reset", FEED, reset=True)
    server.answer("/short", FEED, length=10**6)
    server.redirect("/loop", "/loop")
    server.redirect("/private", "http://10.0.0.1/feed", status=302)
    server.answer("/unasked-304", status=304)
    for status in (401, 403, 404, 429, 500, 502, 503):
        server.answer(f"/{status}", status=status)
    server.answer("/wait-429", status=429, headers=AN_HOUR)
    server.answer("/wait-503", status=503, headers={"Retry-After": in_a_day})
    server.answer("/wait-404", status=404, headers={"Retry-After": "no time at all"})
    server.answer("/wait-ever", status=503, headers=FOREVER)
    server.answer("/wait-never", status=503, headers={"Retry-After": "-5"})
    server.answer("/well", FEED, etag='"1"')
    server.answer("/fresh", FEED, headers={"Cache-Control": "max-age=36000"})
    return defaultdict(
        lambda: SOONEST,
        {
            "/429": timedelta(hours=4),
            "/503": timedelta(hours=4),
            "/wait-429": timedelta(hours=1),
            "/wait-ever": timedelta(days=7),
            "/fresh": timedelta(hours=10),
        },
    )


def test_no_request_comes_before_its_time_however_wrong_the_server_is(
    following, server, clock
):
    soonest = wrong_in_every_way(server, clock.now())
    paths = list(server._served)
    began = clock.now()
    for path in paths:
        following.follow(server.url(path))
    while clock.now() < began + timedelta(days=DAYS):
        following.look()
        clock.pass_time(minutes=20)
    for path in paths:
        at = [seen.at for seen in server.requests_to(path)]
        at = at[::6] if path == "/loop" else at  # five redirects are one look
        assert len(at) > 1 or path == "/wait-ever", path
        gaps = [after - before for before, after in pairwise(at)]
        assert min(gaps, default=soonest[path]) >= soonest[path], path
    assert len(server.requests_to("/wait-503")) > 1
    assert server.requests_to("/wait-503")[1].at >= began + timedelta(days=1)


def test_errors_back_off_and_are_never_given_up(following, server, clock):
    following.follow(server.answer("/feed", status=500))
    for _ in range(60):
        following.look()
        clock.pass_time(days=1)
    at = [seen.at for seen in server.requests]
    gaps = [after - before for before, after in pairwise(at)]
    assert gaps == sorted(gaps)
    assert gaps[-1] <= timedelta(days=9)


def test_once_a_validator_is_known_nothing_is_asked_for_without_it(
    following, server, clock
):
    """Whatever happens in between: errors, a page, a body that breaks off."""
    following.follow(server.answer("/feed", FEED, etag='"1"'))
    fates = (
        {"status": 500},
        {"body": "<!doctype html><html>Closed</html>", "etag": '"page"'},
        {"body": FEED, "reset": True},
        {"status": 404},
        {"body": FEED, "etag": '"2"'},
        {"body": FEED, "etag": '"2"', "last_modified": "Thu, 01 Oct 2026 09:30:00 GMT"},
    )
    following.look()
    for fate in fates:
        server.answer("/feed", **fate)
        for _ in range(2):
            following.look_now()
            clock.pass_time(minutes=1)
    first, *others = server.requests
    assert not first.is_conditional
    assert all(seen.is_conditional for seen in others)


def test_nobody_inside_the_network_is_reached_by_a_chain_of_redirects(
    following, server
):
    server.redirect("/a", "/b")
    server.redirect("/b", f"http://[::ffff:127.0.0.1]:{server.port}/c", status=302)
    server.answer("/c", FEED)
    feed = following.follow(server.url("/a"))
    following.look()
    assert following.feed(feed).problem
    assert server.requests_to("/c") == []


def test_a_clock_that_was_wrong_once_does_not_silence_a_feed(following, server, clock):
    """A server whose clock is decades ahead is asked within a week all the same."""
    far = format_datetime(datetime(2099, 1, 1, tzinfo=clock.now().tzinfo), usegmt=True)
    feed = following.follow(server.answer("/feed", FEED, headers={"Expires": far}))
    following.look()
    assert following.feed(feed).due_at <= clock.now() + timedelta(days=7)
