"""A clock that nobody has to wait for."""

from datetime import datetime, timedelta
from threading import Lock

from tests.factories import NOW


class VirtualClock:
    """Time passes when somebody sleeps, and at once; `slept` is for how long."""

    def __init__(self, now: datetime = NOW) -> None:
        self.slept: list[float] = []
        self._now = now
        self._lock = Lock()

    def now(self) -> datetime:
        return self._now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.slept.append(seconds)
            self._now += timedelta(seconds=seconds)

    def pass_time(self, **how_long: float) -> datetime:
        """Let days, hours or minutes go by; return the new present."""
        with self._lock:
            self._now += timedelta(**how_long)
        return self._now
