"""Nothing inside the network is reached, by whatever spelling or way."""

import socket
from threading import Thread

import pytest

from tests.clock import VirtualClock
from themewatch.ingest.fetch import FetchSettings, Network

FEED = b"<rss/>"
PUBLIC, PRIVATE = "93.184.216.34", "10.0.0.7"


def network(*allowed, names=None):
    """Return a network that knows the addresses of these names only."""
    settings = FetchSettings(
        allowed_hosts=frozenset(allowed), spacing=0, most_seconds=1.0
    )
    if names is None:
        return Network(settings, VirtualClock())
    return Network(settings, VirtualClock(), lambda host, _port: names[host])


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "127.1", "2130706433", "017700000001"),
        *("0x7f000001", "0x7f.1", "0177.0.0.1", "0", "0.0.0.0", "127.0.0.1."),  # noqa: S104
        *("[::1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[0:0:0:0:0:ffff:7f00:1]"),
        *("[::]", "１２７.0.0.1", "127。0。0。1", "%31%32%37.0.0.1"),
    ],
)
def test_no_spelling_reaches_this_machine(server, host):
    with network() as closed:
        answer = closed.fetch(server.url("/feed", host))
    assert answer.status is None
    assert answer.problem
    assert server.requests == []


@pytest.mark.parametrize("spelling", ["2130706433", "0x7f.1", "localhost", "[::1]"])
def test_a_host_allowed_by_name_is_allowed_under_that_name_only(server, spelling):
    server.answer("/feed", FEED)
    with network("127.0.0.1") as opened:
        assert opened.fetch(server.url("/feed")).body == FEED
        assert opened.fetch(server.url("/feed", spelling)).status is None
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "name", ["INTRANET.example", "intranet.example.", "intranet.example"]
)
def test_a_name_is_allowed_in_capitals_and_with_a_dot_too(server, name):
    server.answer("/feed", FEED)
    here = ["127.0.0.1"]
    names = {"intranet.example": here, "intranet.example.": here}
    with network("Intranet.example", names=names) as opened:
        assert opened.fetch(server.url("/feed", name)).body == FEED


@pytest.mark.parametrize(
    "addresses",
    [[PRIVATE], [PUBLIC, PRIVATE], [PRIVATE, PUBLIC], [PUBLIC, "::1"], ["fe80::1%lo"]],
)
def test_a_name_with_one_private_address_is_refused(addresses):
    with network(names={"feeds.example": addresses}) as closed:
        answer = closed.fetch("http://feeds.example/")
    assert "lies inside the network" in answer.problem


@pytest.mark.parametrize(
    "to", ["127.0.0.1", "2130706433", "[::ffff:7f00:1]", "localhost"]
)
def test_a_redirect_reaches_nothing_private(server, to):
    secret = server.answer("/secret", b"secret")
    server.redirect("/feed", server.url("/secret", to))
    names = {"blog.example": ["127.0.0.1"], to.strip("[]"): ["127.0.0.1"]}
    with network("blog.example", names=names) as opened:
        answer = opened.fetch(server.url("/feed", "blog.example"))
    assert "lies inside the network" in answer.problem
    assert [seen.path for seen in server.requests] == ["/feed"]
    assert answer.body == b""
    assert secret


def test_a_name_that_changes_its_address_after_vetting_gains_nothing(server):
    server.answer("/feed", FEED)
    answers = iter([["127.0.0.1"], [PRIVATE]])
    settings = FetchSettings(allowed_hosts=frozenset({"blog.example"}), spacing=0)
    with Network(settings, VirtualClock(), lambda _h, _p: next(answers)) as opened:
        assert opened.fetch(server.url("/feed", "blog.example")).body == FEED
    assert list(answers) == [[PRIVATE]]  # it was asked once


def test_the_server_is_still_asked_for_by_name(server):
    server.answer("/feed", FEED)
    with network("blog.example", names={"blog.example": ["127.0.0.1"]}) as opened:
        opened.fetch(server.url("/feed", "blog.example"))
    assert server.requests[0].headers["Host"] == f"blog.example:{server.port}"


def test_a_secure_server_is_asked_for_by_name_too():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        hello = []

        def listen():
            connection, _ = listener.accept()
            with connection:
                hello.append(connection.recv(4096))

        thread = Thread(target=listen)
        thread.start()
        with network("blog.example", names={"blog.example": ["127.0.0.1"]}) as opened:
            port = listener.getsockname()[1]
            assert opened.fetch(f"https://blog.example:{port}/").problem
        thread.join()
    assert b"blog.example" in hello[0]


def test_the_next_address_is_tried_when_one_does_not_answer(server):
    server.answer("/feed", FEED)
    names = {"blog.example": ["127.0.0.2", "127.0.0.1"]}
    with network("blog.example", names=names) as opened:
        assert opened.fetch(server.url("/feed", "blog.example")).body == FEED


@pytest.mark.parametrize(
    "error", [socket.gaierror("no"), UnicodeError("long"), OSError()]
)
def test_a_name_that_cannot_be_found_is_said(error):
    def resolve(_host, _port):
        raise error

    with Network(FetchSettings(), VirtualClock(), resolve) as closed:
        answer = closed.fetch("http://blog.example/")
    assert answer.problem == "The name blog.example cannot be found."
