"""A file of records: JSON Lines, the first of which says what they are."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from themewatch.domain.interchange import record_from_fields, record_to_fields
from themewatch.domain.kinds import RECORD_KINDS
from themewatch.domain.record import Record
from themewatch.domain.theme import Catalogue
from themewatch.domain.values import shown
from themewatch.errors import InputError

FORMAT = "themewatch"
VERSION = 2
READABLE = (1, 2)
"""Version 1 had no overrides, checkpoints and forecasts, and no marks."""
HEADER = f'{{"format":"{FORMAT}","version":{VERSION}}}'


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was read: a record, or what is wrong with it.

    `fields` are the line's own, right or wrong, so that others may refer to a line
    that is wrong otherwise.
    """

    number: int
    problems: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    record: Record | None = None

    def word(self, name: str) -> str | None:
        """Return a field of the line if it holds a text."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else None

    @property
    def given(self) -> frozenset[str]:
        """The record's fields it speaks of; take-backs go a way of their own."""
        silent = {"record", "withdrawn_at", "withdrawals"}
        if self.fields.get("recorded_at") is None:
            silent.add("recorded_at")
        return frozenset(self.fields.keys() - silent)


def record_to_line(record: Record) -> str:
    return json.dumps(
        record_to_fields(record), ensure_ascii=False, separators=(",", ":")
    )


def read_lines(
    texts: Iterable[str], catalogue: Catalogue, now: datetime
) -> Iterator[Line]:
    """Read the header and every record; blank lines are passed over.

    Raises:
        InputError: The file was written by a newer themewatch.
    """
    numbered = enumerate(texts, start=1)
    _, first = next(numbered, (1, ""))
    yield Line(1, problems=_header_problems(first))
    for number, text in numbered:
        if text.strip():
            yield _read_line(number, text, catalogue, now)


def _header_problems(text: str) -> tuple[str, ...]:
    try:
        header = _parse(text.removeprefix("\ufeff"))
    except InputError:
        header = {}
    version = header.get("version")
    if header.keys() == {"format", "version"} and header["format"] == FORMAT:
        if version in READABLE:
            return ()
        if isinstance(version, int):
            raise InputError(
                f"The file is of version {version}; this themewatch reads up to "
                f"{VERSION}. Install the newest themewatch to import it."
            )
    return (f"must be {HEADER}",)


def _read_line(number: int, text: str, catalogue: Catalogue, now: datetime) -> Line:
    try:
        given = _parse(text)
    except InputError as error:
        return Line(number, problems=error.problems)
    kind = given.get("record")
    if not isinstance(kind, str) or kind not in RECORD_KINDS:
        known = ", ".join(RECORD_KINDS)
        return Line(number, (f"record must be one of {known}, not {shown(kind)}",))
    try:
        record = record_from_fields(kind, given, catalogue, now)
    except InputError as error:
        return Line(number, error.problems, given)
    return Line(number, (), given, record)


def _parse(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise InputError(
            f"is not JSON: {error.msg} at character {error.colno}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise InputError(f"must be an object, not {shown(value)}")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field stands there twice")
    return found


def _constant(name: str) -> None:
    raise ValueError(f"{name} is no number")
