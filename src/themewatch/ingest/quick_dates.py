"""The two ways in which most feeds write a time; others are left to feedparser."""

import re
from datetime import UTC, datetime, timedelta, timezone

_RFC_822 = re.compile(
    r"(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))?"
    r" (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))",
    re.ASCII,
)
_ISO_8601 = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?",
    re.ASCII,
)
_NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec"
_MONTHS = {name: month for month, name in enumerate(re.findall("...", _NAMES), start=1)}


def quick_seconds(written: str) -> int:
    """Return the seconds since 1970 of a time written in the usual ways.

    Raises:
        ValueError: It is written in another way, or there is no such time.

    >>> quick_seconds("Thu, 01 Oct 2026 09:30:00 GMT")
    1790847000
    >>> quick_seconds("2026-10-01T09:30:00+00:00")
    1790847000
    """
    if _ISO_8601.fullmatch(written):
        at = datetime.fromisoformat(written)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    else:
        at = _rfc_822(written)
    return int(at.replace(microsecond=0).timestamp())


def _rfc_822(written: str) -> datetime:
    found = _RFC_822.fullmatch(written)
    if not found or found[2] not in _MONTHS:
        raise ValueError(f"{written!r} is not written in a usual way")
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups("0")
    zone = UTC
    if sign != "0":
        east = timedelta(hours=int(hours), minutes=int(minutes))
        zone = timezone(-east if sign == "-" else east)
    date = (int(year), _MONTHS[month], int(day))
    return datetime(*date, int(hour), int(minute), int(second), tzinfo=zone)
