"""The time, as fetching needs it: told, and waited for."""

from datetime import UTC, datetime
from time import sleep
from typing import Protocol


class Clock(Protocol):
    """Tells the time and lets it pass; a test's clock does not make anybody wait."""

    def now(self) -> datetime: ...

    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        sleep(seconds)
