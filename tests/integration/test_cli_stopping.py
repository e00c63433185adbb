"""Ctrl-C: answered at once, without a traceback, with the status that shells expect."""

import signal
import subprocess
import sys
from contextlib import contextmanager
from time import sleep

import pytest

from tests.feed_server import serve_feeds
from tests.ingesting import a_feed, an_item
from themewatch.cli import main
from themewatch.serve import free_port

STOPPED = 130
PATIENCE = 30  # seconds
SLOW, A_MOMENT = 2.0, 0.01


pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture(autouse=True)
def _allowed(monkeypatch):
    monkeypatch.setenv("THEMEWATCH_ALLOW_HOSTS", "127.0.0.1")


@contextmanager
def running(*command):
    """Yield a command that takes Ctrl-C as one that a person started does."""
    start = "import signal, runpy, sys; sys.argv = sys.argv[1:]; "
    start += "signal.signal(signal.SIGINT, signal.default_int_handler); "
    start += "runpy.run_module('themewatch', run_name='__main__')"
    process = subprocess.Popen(
        [sys.executable, "-c", start, "themewatch", *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def said_until(stream, words):
    """Return the lines up to the first that holds these words."""
    said = []
    for line in stream:
        said.append(line)
        if words in line:
            return said
    pytest.fail(f"{words!r} was never said: {said}")


def test_an_ingest_that_waits_for_a_server_says_that_it_stops():
    with serve_feeds() as server:
        address = server.answer("/feed", a_feed(an_item()), wait=SLOW)
        with running("feeds", "add", address) as adding:
            said_until(adding.stderr, "Made a new database")
            while not server.requests:
                assert adding.poll() is None
                sleep(A_MOMENT)
            adding.send_signal(signal.SIGINT)
            said_until(adding.stderr, "Stopping...")
            assert adding.poll() is None  # what is in hand is brought to an end
            rest = adding.communicate(timeout=PATIENCE)[1]
    assert (adding.returncode, rest) == (STOPPED, "")


def test_who_keeps_ingesting_is_stopped_and_told_what_is_kept():
    with serve_feeds() as server:
        assert main(["feeds", "add", server.answer("/feed", a_feed(an_item()))]) == 0
        assert main(["feeds", "resume", server.url("/feed")]) == 0  # due
        with running("ingest", "--every", "1h") as ingest:
            said_until(ingest.stdout, "Acme: nothing new")
            ingest.send_signal(signal.SIGINT)
            rest = ingest.communicate(timeout=PATIENCE)[1]
    assert ingest.returncode == STOPPED
    assert rest.endswith("Stopped. What was fetched is kept; run it again to go on.\n")
    assert "Traceback" not in rest


def test_a_command_that_reads_is_stopped_without_a_word():
    with running("match") as match:
        match.stdin.write('{"id": 1, "title": "Veo 4"}\n')
        match.stdin.flush()
        said_until(match.stdout, '"id": 1')
        match.send_signal(signal.SIGINT)
        assert match.wait(timeout=PATIENCE) == STOPPED
        assert match.stderr.read() == ""


def test_the_server_is_stopped_without_a_word():
    port = str(free_port(18500))
    with running("run", "--no-ingest", "--port", port) as server:
        said_until(server.stderr, "Stop it with Ctrl-C.")
        server.send_signal(signal.SIGINT)
        rest = server.communicate(timeout=PATIENCE)[1]
    assert (server.returncode, rest) == (STOPPED, "")
