"""Turns at a host: one request at a time, with a pause between two."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

from themewatch.ingest.clock import Clock


class HostTurns:
    """Hands out turns; whoever comes too soon waits."""

    def __init__(self, spacing: float, clock: Clock) -> None:
        self._spacing = spacing
        self._clock = clock
        self._guard = Lock()
        self._locks: dict[str, Lock] = {}
        self._last: dict[str, datetime] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Hold the host alone; the pause runs from the end of the turn before."""
        with self._guard:
            lock = self._locks.setdefault(host, Lock())
        with lock:
            self._pause(host)
            try:
                yield
            finally:
                self._last[host] = self._clock.now()

    def _pause(self, host: str) -> None:
        if host in self._last:
            passed = (self._clock.now() - self._last[host]).total_seconds()
            if 0 <= passed < self._spacing:
                self._clock.sleep(self._spacing - passed)
