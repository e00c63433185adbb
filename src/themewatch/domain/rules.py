"""What a value has to fulfil to stand in a field.

A field of one name means the same in every kind of record, so each has one rule. Its
answer completes a sentence that begins with the field's name; None: nothing is wrong.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import inf
from typing import Any
from urllib.parse import urlsplit

from themewatch.domain.attachment import MEDIA_TYPES, MOST_BYTES, MOST_FILES
from themewatch.domain.note import BEST_MARK, Mark
from themewatch.domain.record import FileRef, Withdrawal
from themewatch.domain.release import KINDS, MODALITIES
from themewatch.domain.stage import SCALE_END

EARLIEST_DAY = date(2000, 1, 1)  # an older day is a slip of the keys
LATEST_DAY = date(2100, 12, 31)  # what is awaited later is not awaited here
MOST_TRIES = 1_000_000
MOST_MARKS = 100
LONGEST_NAME = 200
LONGEST_ADDRESS = 2_000
LONGEST_TEXT = 10_000
_DAY = timedelta(days=1)

Rule = Callable[[Any, datetime], str | None]
"""Takes a value and the present."""


def _name(value: str, _now: datetime) -> str | None:
    if not value.strip():
        return "is empty"
    if len(value) > LONGEST_NAME:
        return f"is longer than {LONGEST_NAME} characters"
    return "contains a control character" if _controls(value) else None


def _text(value: str, _now: datetime) -> str | None:
    if len(value) > LONGEST_TEXT:
        return f"is longer than {LONGEST_TEXT} characters"
    return "contains a control character" if _controls(value, "\n\r\t") else None


def _controls(value: str, allowed: str = "") -> bool:
    """Say whether it holds what no database keeps and no screen shows."""
    return not value.isprintable() and any(
        unicodedata.category(c) in {"Cc", "Cs"} and c not in allowed for c in value
    )


def _address(value: str, now: datetime) -> str | None:
    try:
        parts = urlsplit(value)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web or len(value) > LONGEST_ADDRESS or re.search(r"\s", value):
        return "must be an address that begins with http:// or https://"
    return _text(value, now)


def _day(value: date, now: datetime) -> str | None:
    if value < EARLIEST_DAY:
        return f"({value}) is before {EARLIEST_DAY}"
    return f"({value}) lies in the future" if value > (now + _DAY).date() else None


def _day_to_come(value: date, _now: datetime) -> str | None:
    if EARLIEST_DAY <= value <= LATEST_DAY:
        return None
    return f"({value}) must lie between {EARLIEST_DAY} and {LATEST_DAY}"


def _instant(value: datetime, now: datetime) -> str | None:
    if value.tzinfo is None:
        return "needs a time zone"
    return f"({value.isoformat()}) lies in the future" if value > now + _DAY else None


def _one_of(choices: Collection[str]) -> Rule:
    def rule(value: str, _now: datetime) -> str | None:
        known = ", ".join(choices)
        return None if value in choices else f"must be one of {known}, not {value!r}"

    return rule


def _modalities(values: tuple[str, ...], now: datetime) -> str | None:
    return next((r for v in values if (r := _one_of(MODALITIES)(v, now))), None)


def _within(least: float, most: float = inf) -> Rule:
    def rule(value: float, _now: datetime) -> str | None:
        if least <= value <= most and value < inf:  # not for NaN, either
            return None
        span = f"{least} or more" if most == inf else f"{least} to {most:,.10g}"
        return f"must be {span}, not {value}"

    return rule


def _seconds(value: float, _now: datetime) -> str | None:
    return None if 0 < value < inf else f"must be above 0, not {value}"


def _marks(marks: tuple[Mark, ...], _now: datetime) -> str | None:
    if len({mark.dimension for mark in marks}) < len(marks):
        return "mark a dimension twice"
    if len(marks) > MOST_MARKS:
        return f"are more than {MOST_MARKS}"
    for mark in marks:
        if not re.fullmatch(r"[a-z0-9-]{1,60}", mark.dimension):
            return f"have no dimension {mark.dimension!r}"
        if not 0 <= mark.value <= BEST_MARK:
            return f"of {mark.dimension} must be 0 to {BEST_MARK}, not {mark.value}"
    return None


def _files(refs: tuple[FileRef, ...], now: datetime) -> str | None:
    if len(refs) > MOST_FILES:
        return f"holds {len(refs)} files; {MOST_FILES} are the most"
    return next((reason for ref in refs if (reason := _file(ref, now))), None)


def _file(ref: FileRef, now: datetime) -> str | None:
    if not re.fullmatch(r"[0-9a-f]{64}", ref.sha256):
        return "has a sha256 that is not 64 digits of 0-9a-f"
    if reason := _name(ref.name, now):
        return f"has a name that {reason}"
    if ref.media_type not in MEDIA_TYPES:
        return (
            f"holds {ref.name}, a {ref.media_type!r}: no image, video or audio we keep"
        )
    if not 0 < ref.size <= MOST_BYTES:
        return f"holds {ref.name} of {ref.size} bytes; 50 MB are the most"
    return None


def _withdrawals(events: tuple[Withdrawal, ...], now: datetime) -> str | None:
    times = [event.at for event in events]
    if any(before >= after for before, after in pairwise(times)):
        return "must be in the order of their times, no two at once"
    if events and events[0].is_reversal:
        return "begin with a reversal of nothing"
    names = (_name(e.by, now) for e in events if e.by is not None)
    instants = (_instant(time, now) for time in times)
    return next((reason for reason in (*instants, *names) if reason), None)


RULES: Mapping[str, Rule] = {
    **dict.fromkeys(
        (
            "id",
            "supersedes",
            "model",
            "vendor",
            "person",
            "tool",
            "release",
            "claim",
            "title",
        ),
        _name,
    ),
    **dict.fromkeys(
        (
            "text",
            "observed",
            "improvement",
            "limits",
            "reason",
            "result",
            "source",
            "price_unit",
        ),
        _text,
    ),
    **dict.fromkeys(
        ("released_on", "tested_on", "on", "price_as_of", "settled_on"), _day
    ),
    **dict.fromkeys(("due_on", "by"), _day_to_come),
    **dict.fromkeys(("link", "url"), _address),
    **dict.fromkeys(("modalities_in", "modalities_out"), _modalities),
    "recorded_at": _instant,
    "kind": _one_of(KINDS),
    "tries": _within(1, MOST_TRIES),
    "acceptable": _within(0, MOST_TRIES),
    "position": _within(0, SCALE_END),
    **dict.fromkeys(("chance", "estimated", "unchanged"), _within(0, 1)),
    "price_usd": _within(0),
    "seconds": _seconds,
    "marks": _marks,
    "files": _files,
    "withdrawals": _withdrawals,
}
