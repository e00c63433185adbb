"""`themewatch run`, as a person starts it."""

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType

import httpx

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

    def __enter__(self) -> "Server":
        environment = os.environ | {"THEMEWATCH_HOME": str(self.home)}
        environment.pop("THEMEWATCH_DATABASE_URL", None)
        self.process = subprocess.Popen(
            [*THEMEWATCH, "run", "--no-ingest", "--port", str(self.port)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()
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

    def _wait(self) -> None:
        give_up = monotonic() + START
        while not self._answers():
            if self.process.poll() is not None or monotonic() > give_up:
                self.process.kill()
                raise RuntimeError(f"No server answers at {self.address}.")
            sleep(0.1)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.address}/_stcore/health").is_success
        except httpx.TransportError:
            return False
