"""Redirects are followed by our own steps."""

import pytest

from themewatch.domain.feed import Validators

FEED = b"<rss/>"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(server, network, status):
    new = server.answer("/new", FEED, etag='"1"')
    answer = network.fetch(server.redirect("/old", "/new", status))
    assert (answer.body, answer.address) == (FEED, new)
    assert answer.moved_to == (new if status in (301, 308) else None)


def test_only_a_way_that_is_permanent_throughout_is_a_move(server, network):
    server.answer("/c", FEED)
    server.redirect("/b", "/c", 308)
    server.redirect("/a", "/b", 301)
    assert network.fetch(server.url("/a")).moved_to == server.url("/c")
    server.redirect("/b", "/c", 302)
    assert network.fetch(server.url("/a")).moved_to is None


def test_five_redirects_are_followed_and_no_more(server, network):
    for step in range(6):
        server.redirect(f"/{step}", f"/{step + 1}")
    server.answer("/6", FEED)
    assert network.fetch(server.url("/1")).body == FEED
    answer = network.fetch(server.url("/0"))
    assert answer.problem == "The address redirects more than 5 times."
    assert (answer.body, answer.moved_to) == (b"", None)


@pytest.mark.parametrize("to", ["/a", "/b", ""])
def test_a_circle_is_left_at_once(server, network, to):
    server.redirect("/a", to)
    server.redirect("/b", "/a")
    answer = network.fetch(server.url("/a"))
    assert answer.problem == "The address redirects in a circle."
    assert len(server.requests) <= 2


@pytest.mark.parametrize(
    "to", ["http://[::1", "javascript:alert(1)", "ftp://e.org/", "file:///etc/passwd"]
)
def test_a_redirect_to_what_is_no_web_address_is_not_followed(server, network, to):
    assert network.fetch(server.redirect("/a", to)).problem


def test_a_redirect_without_a_target_is_a_problem(server, network):
    answer = network.fetch(server.answer("/a", status=301))
    assert answer.problem == "The server answers 301: that brings no feed."


def test_every_hop_is_asked_with_what_is_known(server, network):
    server.redirect("/old", server.answer("/new", FEED, etag='"1"'))
    assert network.fetch(server.url("/old"), Validators('"1"')).is_unchanged
    assert all(seen.is_conditional for seen in server.requests)


def test_the_time_for_all_hops_is_one(server, network):
    for step in range(4):
        server.answer(
            f"/{step}", status=302, wait=0.4, headers={"Location": f"/{step + 1}"}
        )
    assert network.fetch(server.url("/0")).problem == "The server takes too long."
