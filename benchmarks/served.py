"""An app served by a process of its own: started, waited for, weighed, stopped."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, sleep

from themewatch.config import DATABASE, HOME
from themewatch.serve import HOST, free_port

EMPTY = Path(__file__).with_name("empty")
FIRST_PORT = 8601
PATIENCE = 60  # seconds


@dataclass(frozen=True, slots=True)
class Served:
    """A running server; `seconds` passed until it answered."""

    process: subprocess.Popen[bytes]
    port: int
    seconds: float

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/"

    def megabytes(self) -> float:
        """Return the resident memory of the process and all it started."""
        return sum(map(_resident, _family(self.process.pid))) / 1e6


@contextmanager
def themewatch(home: Path, *options: str) -> Iterator[Served]:
    """Serve themewatch on the data of a folder, with options of `run`."""
    port = free_port(FIRST_PORT)
    command = [sys.executable, "-m", "themewatch", "run", "--port", str(port)]
    with _serve([*command, *options], port, {HOME: str(home)}) as served:
        yield served


@contextmanager
def empty_page() -> Iterator[Served]:
    """Serve the empty page the way themewatch is served."""
    port = free_port(FIRST_PORT)
    command = [sys.executable, str(EMPTY / "app.py"), str(port)]
    with _serve(command, port, {}) as served:
        yield served


@contextmanager
def streamlit_run() -> Iterator[Served]:
    """Serve the empty page the usual way."""
    port = free_port(FIRST_PORT)
    script = str(EMPTY / "page.py")
    options = ["--server.headless=true", "--browser.gatherUsageStats=false"]
    options += [f"--server.port={port}", f"--server.address={HOST}"]
    command = [sys.executable, "-m", "streamlit", "run", script, *options]
    with _serve(command, port, {}) as served:
        yield served


@contextmanager
def _serve(
    command: Sequence[str], port: int, environment: Mapping[str, str]
) -> Iterator[Served]:
    with tempfile.TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(
            command,
            stdout=said,
            stderr=said,
            start_new_session=True,
            env={**_surroundings(), **environment},
        )
        try:
            wait_until_served(process, port)
            yield Served(process, port, perf_counter() - start)
        finally:
            stop(process)


def wait_until_served(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until both the page and Streamlit's own health check answer."""
    give_up = perf_counter() + PATIENCE
    while not (_answers(port, "/_stcore/health") and _answers(port, "/")):
        if process.poll() is not None or perf_counter() > give_up:
            raise RuntimeError(f"{process.args!r} does not answer on port {port}")
        sleep(0.01)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Stop a process that leads a session of its own, and all it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE)


def _surroundings() -> dict[str, str]:
    """Return the environment without what names anybody's real data."""
    return {n: v for n, v in os.environ.items() if n not in {DATABASE, HOME}}


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _family(int(child))


def _resident(pid: int) -> int:
    """Return bytes in memory now, as the kernel counts them."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
