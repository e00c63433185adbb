"""Values as JSON has them, and as fields have them.

Each reader takes what stood in a file and returns a field's value, or raises
InputError with the rest of a sentence that begins with the field's name.
"""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from themewatch.domain.note import Mark
from themewatch.domain.record import FileRef, Withdrawal
from themewatch.domain.stage import Stage
from themewatch.errors import InputError

Reader = Callable[[Any], Any]


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise InputError(f"must be text, not {shown(value)}")
    return value


def text_or_none(value: Any) -> str | None:
    return text(value) or None


def whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise InputError(f"must be a whole number, not {shown(value)}")
    return value


def number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise InputError(f"must be a number, not {shown(value)}")
    try:
        return float(value)
    except OverflowError:
        raise InputError("is too large a number") from None


def truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise InputError(f"must be true or false, not {shown(value)}")
    return value


def day(value: Any) -> date:
    """Read a date as 2026-08-20, and in no other form."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text(value)):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise InputError(f"must be a date as 2026-08-20, not {shown(value)}")


def instant(value: Any) -> datetime:
    """Read a time of ISO 8601; without a zone it is UTC."""
    try:
        read = datetime.fromisoformat(text(value))
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise InputError(
            f"must be a time as 2026-08-20T09:30:00Z, not {shown(value)}"
        ) from None


def word_of(choices: type[StrEnum]) -> Reader:
    def read(value: Any) -> StrEnum:
        try:
            return choices(text(value))
        except ValueError:
            known = ", ".join(choices)
            raise InputError(f"must be one of {known}, not {shown(value)}") from None

    return read


def stage(value: Any) -> Stage:
    try:
        return Stage.named(text(value))
    except KeyError:
        known = ", ".join(stage.slug for stage in Stage)
        raise InputError(f"must be one of {known}, not {shown(value)}") from None


def words(value: Any) -> tuple[str, ...]:
    return tuple(text(word) for word in _list(value))


def file_refs(value: Any) -> tuple[FileRef, ...]:
    readers: dict[str, Reader] = {
        "sha256": text,
        "name": text,
        "media_type": text,
        "size": whole,
    }
    return tuple(
        FileRef(**_members(member, readers, required=frozenset(readers)))
        for member in _list(value)
    )


def marks(value: Any) -> tuple[Mark, ...]:
    readers: dict[str, Reader] = {"dimension": text, "value": whole}
    return tuple(
        Mark(**_members(member, readers, required=frozenset(readers)))
        for member in _list(value)
    )


def withdrawals(value: Any) -> tuple[Withdrawal, ...]:
    readers: dict[str, Reader] = {
        "at": instant,
        "is_reversal": truth,
        "by": text_or_none,
    }
    return tuple(
        Withdrawal(**_members(member, readers, required=frozenset({"at"})))
        for member in _list(value)
    )


def shown(value: Any) -> str:
    """Return a value as it stood in the file, cut to a length one can read.

    >>> shown(True), shown("soon"), shown({"a": 1})
    ('true', "'soon'", 'an object')
    """
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return shorten(repr(value))


def shorten(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[: longest - 3]}..."


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise InputError(f"must be a list, not {shown(value)}")
    return value


def _members(
    value: Any, readers: dict[str, Reader], *, required: frozenset[str]
) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(f"must hold objects, not {shown(value)}")
    if missing := required - value.keys():
        raise InputError(f"misses {', '.join(sorted(missing))}")
    if unknown := value.keys() - readers.keys():
        raise InputError(f"has no {', '.join(map(repr, sorted(unknown)))}")
    return {name: readers[name](member) for name, member in value.items()}
