"""Records as the fields of a line of JSON, and back.

What is empty is left out. The time of a take-back that stands is `withdrawn_at`;
where that alone would not say what was known on every past day, `withdrawals` tells
the whole history beside it.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from themewatch.domain.checks import value_problems
from themewatch.domain.fields import READERS, required_fields
from themewatch.domain.kinds import RECORD_KINDS, kind_of
from themewatch.domain.note import Mark
from themewatch.domain.record import FileRef, Record, Withdrawal
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Catalogue
from themewatch.domain.values import Reader
from themewatch.errors import InputError


def record_to_fields(record: Record) -> dict[str, Any]:
    """Return a record as JSON values, what is empty left out."""
    kind = kind_of(record)
    written = {
        name: _written(getattr(record, name, None))
        for name in READERS[kind]
        if name not in {"withdrawn_at", "withdrawals"}
    }
    written |= _written_withdrawals(record)
    kept = {
        name: value for name, value in written.items() if value not in (None, "", [])
    }
    return {"record": kind, **kept}


def record_from_fields(
    kind: str, given: Mapping[str, Any], catalogue: Catalogue, now: datetime
) -> Record:
    """Return the record that JSON values speak of, recorded now unless they say when.

    Raises:
        InputError: With every problem there is, each a sentence without its stop.
    """
    found, problems = _read(READERS[kind], given)
    problems += _unknown_or_missing(kind, given)
    found = {"recorded_at": now} | found
    problems += _take_withdrawn_at(found)
    problems += value_problems(_comparable(found, given), catalogue, now)
    if problems:
        raise InputError(*problems)
    return RECORD_KINDS[kind](**found)


def _written(value: Any) -> Any:
    match value:
        case Stage():
            return value.slug
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case tuple():
            return [_written(member) for member in value]
        case FileRef() | Mark() | Withdrawal():
            members = {f.name: _written(getattr(value, f.name)) for f in fields(value)}
            return {
                name: member for name, member in members.items() if member is not None
            }
    return value


def _written_withdrawals(record: Record) -> dict[str, Any]:
    history = record.withdrawals
    stands = record.is_withdrawn()
    is_told_by_its_time = stands and history == (Withdrawal(history[-1].at),)
    return {
        "withdrawn_at": _written(history[-1].at) if stands else None,
        "withdrawals": [] if is_told_by_its_time else _written(history),
    }


def _read(
    readers: Mapping[str, Reader], given: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Read what is known and there; null counts as absent."""
    found: dict[str, Any] = {}
    problems: list[str] = []
    for name in (n for n in readers if given.get(n) is not None):
        try:
            found[name] = readers[name](given[name])
        except InputError as error:
            problems.append(f"{name} {error}")
    return found, problems


def _comparable(found: dict[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Leave `acceptable` out where `tries` stood there and could not be read."""
    if "tries" in found or given.get("tries") is None:
        return found
    return {name: value for name, value in found.items() if name != "acceptable"}


def _unknown_or_missing(kind: str, given: Mapping[str, Any]) -> list[str]:
    unknown = given.keys() - READERS[kind].keys() - {"record"}
    missing = [name for name in required_fields(kind) if given.get(name) is None]
    return [
        *(f"a {kind} has no field {name!r}" for name in sorted(unknown)),
        *(f"{name} is missing" for name in missing),
    ]


def _take_withdrawn_at(found: dict[str, Any]) -> list[str]:
    """Turn `withdrawn_at` into the history it stands for, if none is told."""
    at = found.pop("withdrawn_at", None)
    if at is None:
        return []
    history = found.setdefault("withdrawals", (Withdrawal(at),))
    if history and history[-1] == Withdrawal(at, by=history[-1].by):
        return []
    return ["withdrawn_at is not the last of its withdrawals"]
