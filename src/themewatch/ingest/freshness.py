"""How long a server asks to be left alone, in its headers."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

MOST = timedelta(days=7)
"""However long a server asks for, it is asked again after this."""

_MAX_AGE = re.compile(
    r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE | re.ASCII
)
_SECONDS = re.compile(r"\s*(\d{1,12})(?:\.\d*)?\s*", re.ASCII)


def not_before(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return the latest of what max-age, Expires and Retry-After ask for.

    Names of headers are in lower case.
    """
    asked = (_max_age(headers, now), _expires(headers, now), retry_after(headers, now))
    return max((at for at in asked if at is not None), default=None)


def retry_after(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return when to try again, said in seconds or as a date.

    >>> retry_after({"retry-after": "120"}, datetime(2026, 10, 1, 9))
    datetime.datetime(2026, 10, 1, 9, 2)
    """
    value = headers.get("retry-after")
    if value is None:
        return None
    if seconds := _SECONDS.fullmatch(value):
        return _after(now, int(seconds[1]))
    at = _instant(value)
    return None if at is None else min(max(at, now), now + MOST)


def _max_age(headers: Mapping[str, str], now: datetime) -> datetime | None:
    if found := _MAX_AGE.search(headers.get("cache-control", "")):
        age = _SECONDS.fullmatch(headers.get("age", "0"))
        return _after(now, int(found[1]) - int(age[1] if age else 0))
    return None


def _expires(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Measure by the server's own clock where it tells its time."""
    if "expires" not in headers:
        return None
    at = _instant(headers["expires"])
    said_at = _instant(headers.get("date", "")) or now
    return None if at is None else _after(now, (at - said_at).total_seconds())


def _after(now: datetime, seconds: float) -> datetime:
    return now + min(max(timedelta(), timedelta(seconds=min(seconds, 1e8))), MOST)


def _instant(value: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(value)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
