"""Starting the server: which port, what is said, and stopping it."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from itertools import islice
from pathlib import Path

import httpx
import pytest
from sqlalchemy import literal_column, update

from tests.factories import NOW
from tests.homes import settings_of, variables_of
from themewatch.serve import HOST, free_port, is_free, news_fetched
from themewatch.services.feeds import add_feed, last_ingest_at
from themewatch.services.house import open_house
from themewatch.storage.news_tables import feeds


@pytest.fixture
def taken():
    with closing(socket.socket()) as busy:
        busy.bind((HOST, 0))
        busy.listen()
        yield busy.getsockname()[1]


def test_a_taken_port_is_seen_to_be_taken(taken):
    assert not is_free(taken)
    assert free_port(taken) > taken


@pytest.fixture
def options():
    """Return what more the server is started with."""
    return []


@pytest.fixture
def server(home, tmp_path, options):
    port = free_port(18_500)
    process = subprocess.Popen(
        [sys.executable, "-m", "themewatch", "run", "--port", str(port), *options],
        env=variables_of(home) | {"PATH": "", "HOME": str(tmp_path)},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process, f"http://{HOST}:{port}"
    if process.poll() is None:
        process.kill()
    process.communicate()


def wait_for(address, process):
    for _ in range(150):
        assert process.poll() is None, process.stderr.read()
        try:
            return httpx.get(address, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


def test_a_server_says_where_it_is_serves_safely_and_stops_when_asked(server, home):
    process, address = server
    answer = wait_for(address, process)
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    process.send_signal(signal.SIGINT)
    said, told = process.communicate(timeout=10)
    assert said == ""
    assert address in told
    assert settings_of(home).whereabouts in told
    assert "Ctrl-C" in told


def refused(*options, **variables) -> str:
    """Return what is said where the server does not start."""
    done = subprocess.run(
        [sys.executable, "-m", "themewatch", "run", "--no-ingest", *options],
        env=variables | {"PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    return done.stderr


def test_where_nobody_signs_in_others_cannot_come(home):
    said = refused("--host", "0.0.0.0", **variables_of(home))  # noqa: S104
    assert "could act under any name" in said
    assert "--trusted-network" in said
    assert not home.exists()


def test_half_a_sign_in_does_not_start(home):
    half = {"THEMEWATCH_OIDC_ISSUER": "https://id.example.org"}
    said = refused(**variables_of(home), **half)
    assert "THEMEWATCH_OIDC_CLIENT_ID" in said


@pytest.mark.parametrize("options", [["--host", "0.0.0.0", "--trusted-network"]])  # noqa: S104
def test_a_trusted_network_is_answered(server):
    process, address = server
    from_elsewhere = {"X-Forwarded-For": "10.0.0.7"}
    wait_for(address, process)
    answer = httpx.get(address, headers=from_elsewhere, trust_env=False)
    assert answer.status_code == 200
    counters = httpx.get(f"{address}/_stcore/metrics", headers=from_elsewhere)
    assert counters.status_code == 403
    process.send_signal(signal.SIGINT)
    told = process.communicate(timeout=10)[1]
    assert f"themewatch is at http://{socket.gethostname()}:" in told


def test_whatever_hands_requests_on_is_refused_where_nobody_signs_in(server):
    process, address = server
    wait_for(address, process)
    answer = httpx.get(address, headers={"X-Forwarded-For": "10.0.0.7"})
    assert answer.status_code == 403


def fetchers(home) -> list[int]:
    """Return the processes that fetch news for a home, by what the system lists."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().split(b"\0")
            environment = (process / "environ").read_bytes()
        except OSError:
            continue
        if b"ingest" in command and f"THEMEWATCH_HOME={home}".encode() in environment:
            found.append(int(process.name))
    return found


def soon(is_so):
    for _ in range(100):
        if is_so():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are listed elsewhere")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_news_are_fetched_beside_a_server_and_no_longer_than_it_lives(
    server, home, end
):
    process, address = server
    wait_for(address, process)
    assert len(fetchers(home)) == 1
    house = open_house(settings_of(home))
    with closing(house):
        assert soon(lambda: last_ingest(house) is not None)
    process.send_signal(end)
    process.wait(timeout=10)
    assert soon(lambda: fetchers(home) == [])


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are listed elsewhere")
@pytest.mark.parametrize("options", [["--no-ingest"]])
def test_a_server_can_leave_fetching_to_others(server, home):
    process, address = server
    wait_for(address, process)
    assert fetchers(home) == []


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are listed elsewhere")
def test_a_fetcher_that_dies_is_replaced(own_home, capfd):
    home = own_home
    with news_fetched(pause=0.01):
        assert soon(lambda: fetchers(home))
        (first,) = fetchers(home)
        os.kill(first, signal.SIGKILL)
        assert soon(lambda: set(fetchers(home)) - {first})
    assert fetchers(home) == []
    assert "ended" in capfd.readouterr().err


def test_a_fetcher_outlives_a_bug(home, tmp_path):
    house = open_house(settings_of(home))
    with closing(house), house.writing() as session:
        add_feed(session, "https://acme.example/feed", by="", now=NOW)
        session.execute(update(feeds).values(offers=literal_column("'no list'")))
    process = subprocess.Popen(
        [sys.executable, "-m", "themewatch", "ingest", "--every", "1s", "--until-eof"],
        env=variables_of(home) | {"PATH": "", "HOME": str(tmp_path)},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        failed = (line for line in process.stderr if "a pass failed" in line)
        assert len(list(islice(failed, 2))) == 2
        process.stdin.close()


def last_ingest(house):
    with house.reading() as session:
        return last_ingest_at(session)
