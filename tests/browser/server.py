"""`themewatch run` on a home and a port of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType

import httpx

from tests.browser.warm import Warm
from tests.homes import variables_of
from themewatch.serve import free_port

FIRST_PORT = 20_000 + os.getpid() % 20_000
"""Another for each run of the tests; the same again keeps the browser's cache warm."""
THEMEWATCH = (sys.executable, "-m", "themewatch")
START = 60  # seconds, on a machine that has much else to do


class Server:
    """A server on a home and a port of its own, from `with` to its end."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port(FIRST_PORT)
        self.address = f"http://127.0.0.1:{self.port}"
        self.clock: Path | None = None
        self.variables: dict[str, str] = {}

    def __enter__(self) -> "Server":
        self.process = Warm(
            ["run", "--no-ingest", "--port", str(self.port)],
            os.environ | variables_of(self.home) | self.variables,
            self.clock,
        )
        wait_until(self._answers, self.process, self.address)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _answers(self) -> bool:
        try:
            health = f"{self.address}/_stcore/health"
            return httpx.get(health, verify=False).is_success  # noqa: S501  no TLS here
        except httpx.TransportError:
            return False


def wait_until(
    answers: Callable[[], bool],
    process: subprocess.Popen[bytes] | Warm,
    address: str,
) -> None:
    """Wait until a server that is starting answers."""
    give_up = monotonic() + START
    while not answers():
        if process.poll() is not None or monotonic() > give_up:
            process.kill()
            raise RuntimeError(f"No server answers at {address}.")
        sleep(0.02)


class TimedServer(Server):
    """A server whose screens go by the moment that was set last."""

    def __init__(self, home: Path, at: str) -> None:
        super().__init__(home)
        self.clock: Path = home.with_name(f"{home.name}-clock")
        self.set_clock(at)

    def set_clock(self, at: str) -> None:
        """Let it be that moment, written as ISO 8601 with its zone, from here on."""
        new = self.clock.with_suffix(".new")
        new.write_text(at, encoding="utf-8")
        new.replace(self.clock)
