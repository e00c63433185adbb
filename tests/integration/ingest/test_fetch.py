"""One look at an address, whatever the server does with it."""

from datetime import timedelta
from itertools import pairwise
from threading import Thread
from time import monotonic

import pytest

from tests.clock import VirtualClock
from tests.feed_server import gzip_bomb, serve_feeds
from tests.integration.ingest.conftest import LOOPBACK
from themewatch.domain.feed import Validators
from themewatch.ingest.fetch import FetchSettings, Network

FEED = b"<rss>" + b"<item/>" * 1000 + b"</rss>"
MODIFIED = "Thu, 01 Oct 2026 09:30:00 GMT"


def test_a_feed_comes_whole(server, network):
    url = server.answer("/feed", FEED, etag='W/"1"', last_modified=MODIFIED)
    answer = network.fetch(url)
    assert (answer.status, answer.body, answer.problem) == (200, FEED, None)
    assert answer.address == url
    assert answer.content_type == "application/rss+xml; charset=utf-8"
    assert answer.validators == Validators('W/"1"', MODIFIED)
    assert answer.moved_to is None


def test_we_say_who_we_are_and_nothing_else_of_us(server, network, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    server.answer("/other", FEED, headers={"Set-Cookie": "a=b; Path=/"})
    network.fetch(server.url("/other"))
    network.fetch(server.answer("/feed", FEED))
    headers = server.requests[-1].headers
    assert headers["User-Agent"].startswith("themewatch/")
    assert "https://" in headers["User-Agent"]
    assert {name.lower() for name in headers} == {
        *("host", "user-agent", "accept", "accept-encoding"),
    }


@pytest.mark.parametrize(
    "validators",
    [
        Validators('"1"', MODIFIED),
        Validators('"1"'),
        Validators(None, MODIFIED),
        Validators('W/"é\\ odd"', "last Tuesday"),
    ],
)
def test_what_is_known_is_asked_for_with_what_the_server_gave(
    server, network, validators
):
    server.answer(
        "/feed", FEED, etag=validators.etag, last_modified=validators.last_modified
    )
    given = network.fetch(server.url("/feed")).validators
    assert given == validators
    answer = network.fetch(server.url("/feed"), given)
    assert answer.is_unchanged
    assert answer.validators == validators
    assert server.requests[-1].headers["If-None-Match"] == validators.etag
    assert server.requests[-1].headers["If-Modified-Since"] == validators.last_modified


def test_a_304_without_validators_keeps_those_that_were_sent(server, network):
    url = server.answer("/feed", status=304)
    sent = Validators('"1"', MODIFIED)
    assert network.fetch(url, sent).validators == sent


def test_a_304_with_another_validator_hands_it_on(server, network):
    url = server.answer("/feed", status=304, headers={"ETag": '"2"'})
    assert network.fetch(url, Validators('"1"', MODIFIED)).validators == Validators(
        '"2"', MODIFIED
    )


def test_a_feed_that_no_longer_has_validators_loses_them(server, network):
    url = server.answer("/feed", FEED)
    assert network.fetch(url, Validators('"1"')).validators == Validators()


def test_a_304_to_a_first_question_is_a_problem(server, network):
    answer = network.fetch(server.answer("/feed", status=304))
    assert not answer.is_unchanged
    assert "304" in answer.problem


@pytest.mark.parametrize("status", [204, 206, 400, 401, 403, 404, 410, 429, 500, 503])
def test_a_status_that_brings_no_feed_is_said_and_validators_are_kept(
    server, network, status
):
    url = server.answer("/feed", FEED, status=status)
    answer = network.fetch(url, Validators('"1"'))
    assert (answer.status, answer.body) == (status, b"")
    assert answer.problem.startswith(f"The server answers {status}: ")
    assert answer.validators == Validators('"1"')


@pytest.mark.parametrize("wait", ["3600", "Thu, 01 Oct 2026 10:30:00 GMT"])
def test_retry_after_is_handed_on_in_both_forms(server, network, clock, wait):
    url = server.answer("/feed", status=503, headers={"Retry-After": wait})
    answer = network.fetch(url)
    assert answer.retry_after == answer.not_before == clock.now() + timedelta(hours=1)


def test_max_age_is_handed_on(server, network, clock):
    url = server.answer("/feed", FEED, headers={"Cache-Control": "max-age=7200"})
    answer = network.fetch(url)
    assert answer.not_before == clock.now() + timedelta(hours=2)
    assert answer.retry_after is None


def test_packed_answers_are_unpacked(server, network):
    answer = network.fetch(server.answer("/feed", FEED, packed=True))
    assert answer.body == FEED
    assert server.requests[-1].headers["Accept-Encoding"] == "gzip"


@pytest.mark.parametrize(
    ("how", "problem"),
    [
        ({"drip": 0.05}, "The server takes too long."),
        ({"wait": 5.0}, "The server takes too long."),
        ({"endless": True}, "The answer is larger than 10 MB."),
        ({"reset": True}, "The server breaks off"),
        ({"length": 2 * len(FEED)}, "The server breaks off"),
        ({"length": 11 * 2**20}, "The server breaks off"),
        ({"headers": {"Content-Encoding": "br"}}, "The answer is packed with br"),
        ({"headers": {"Content-Encoding": "gzip"}}, "The answer's gzip is damaged."),
        ({"headers": {"Content-Length": "x"}}, "The server breaks off"),
        ({"headers": {"X": "a" * 200_000}}, "The server breaks off"),
    ],
    ids=str,
)
def test_a_faulty_server_costs_one_answer_only(server, network, how, problem):
    started = monotonic()
    answer = network.fetch(server.answer("/feed", FEED, **how), Validators('"1"'))
    assert answer.problem.startswith(problem)
    assert (answer.body, answer.validators) == (b"", Validators('"1"'))
    assert monotonic() - started < 3
    assert network.fetch(server.answer("/good", FEED)).body == FEED


def test_what_a_server_sends_beyond_its_word_is_not_taken(server, network):
    assert network.fetch(server.answer("/feed", FEED, length=5)).body == FEED[:5]
    server.answer("/good", FEED)
    network.fetch(server.url("/good"))  # may get the rest, which is no answer
    assert network.fetch(server.url("/good")).body == FEED


def test_a_bomb_is_not_unpacked(server, network):
    headers = {"Content-Encoding": "gzip"}
    url = server.answer("/bomb", gzip_bomb(300 * 2**20), headers=headers)
    assert network.fetch(url).problem == "The answer is larger than 10 MB."


def test_a_packed_answer_that_is_cut_short_is_a_problem(server, network):
    headers = {"Content-Encoding": "gzip"}
    url = server.answer("/cut", gzip_bomb(10_000)[:-9], headers=headers)
    assert network.fetch(url).problem == "The answer is cut short."


def test_ten_megabytes_are_taken(server, network):
    assert len(network.fetch(server.answer("/large", bytes(10 * 2**20))).body) == (
        10 * 2**20
    )


def test_two_requests_to_one_host_are_a_second_apart(server, network):
    server.redirect("/moved", server.answer("/feed", FEED))
    for path in ("/feed", "/moved"):
        network.fetch(server.url(path))
    times = [seen.at for seen in server.requests]
    gaps = [after - before for before, after in pairwise(times)]
    assert gaps == [timedelta(seconds=1)] * 2


def test_threads_share_a_network(server):
    settings = FetchSettings(allowed_hosts=LOOPBACK, spacing=0)
    for number in range(40):
        server.answer(f"/{number}", f"<rss>{number}</rss>")
    answers = {}

    def ask(numbers):
        for number in numbers:
            answers[number] = network.fetch(server.url(f"/{number}")).body

    with Network(settings, VirtualClock()) as network:
        threads = [Thread(target=ask, args=(range(n, 40, 4),)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == {n: f"<rss>{n}</rss>".encode() for n in range(40)}


def test_a_server_that_is_not_there_is_said(network):
    with serve_feeds() as gone:
        url = gone.url("/feed")
    assert network.fetch(url).problem.startswith("The server cannot be reached")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            "feed.xml",
            "ftp://e.org/",
            "file:///etc/passwd",
            "http://",
            "http://[::1",
        ),
        *("http://xn--/", "javascript:alert(1)", "http://\0/", "https://a b/"),
        *("http://no.such.name.invalid/", f"http://{'a' * 300}.example/"),
    ],
)
def test_an_address_that_is_none_is_said(network, address):
    answer = network.fetch(address, Validators("é", "편"))
    assert answer.status is None
    assert answer.problem
    assert answer.problem.isprintable()
