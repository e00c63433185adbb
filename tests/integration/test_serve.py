"""Starting the server: which port, what is said, and stopping it."""

import signal
import socket
import subprocess
import sys
import time
from contextlib import closing

import httpx
import pytest

from themewatch.serve import HOST, free_port, is_free


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
def server(home, tmp_path):
    port = free_port(18_500)
    process = subprocess.Popen(
        [sys.executable, "-m", "themewatch", "run", "--port", str(port)],
        env={"THEMEWATCH_HOME": str(home), "PATH": "", "HOME": str(tmp_path)},
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
    assert str(home / "themewatch.sqlite") in told
    assert "Ctrl-C" in told
