"""Column types that give domain values back, the same on both databases."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Dialect, Integer, Text, TypeDecorator

from themewatch.domain.note import Mark
from themewatch.domain.stage import Stage


class Instant(TypeDecorator[datetime]):
    """An aware UTC datetime, to the microsecond.

    SQLite keeps it as text without a zone, which is put back.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        return _as_text if dialect.name == "sqlite" else _in_utc

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        return (
            value.replace(tzinfo=UTC)
            if dialect.name == "sqlite"
            else value.astimezone(UTC)
        )


@lru_cache(maxsize=1024)  # many rows of one moment are written together
def _as_text(value: datetime | None) -> str | None:
    """Return an instant as SQLite keeps it, at a third of SQLAlchemy's own cost."""
    in_utc = _in_utc(value)
    if in_utc is None:
        return None
    return in_utc.replace(tzinfo=None).isoformat(" ", "microseconds")


def _in_utc(value: datetime | None) -> datetime | None:
    if value is not None and value.tzinfo is None:
        raise ValueError(f"{value} has no zone")
    return None if value is None else value.astimezone(UTC)


class Duration(TypeDecorator[timedelta]):
    """A length of time, kept in whole seconds."""

    impl = Integer
    cache_ok = True

    def process_bind_param(
        self, value: timedelta | None, _dialect: Dialect
    ) -> int | None:
        return None if value is None else round(value.total_seconds())

    def process_result_value(
        self, value: int | None, _dialect: Dialect
    ) -> timedelta | None:
        return None if value is None else timedelta(seconds=value)


class Words(TypeDecorator[tuple[str, ...]]):
    """A tuple of words, kept as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[str, ...] | None, _dialect: Dialect
    ) -> str | None:
        return None if value is None else json.dumps(value)

    def process_result_value(
        self, value: str | None, _dialect: Dialect
    ) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class Marks(TypeDecorator[tuple[Mark, ...]]):
    """Marks by their dimensions, kept as a JSON list of pairs in their order."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[Mark, ...] | None, _dialect: Dialect
    ) -> str | None:
        if value is None:
            return None
        return json.dumps([[mark.dimension, mark.value] for mark in value])

    def process_result_value(
        self, value: str | None, _dialect: Dialect
    ) -> tuple[Mark, ...] | None:
        if value is None:
            return None
        return tuple(Mark(*pair) for pair in json.loads(value)) if value != "[]" else ()


class Choice(TypeDecorator[Enum]):
    """One of an enumeration's members, kept as its word (a stage: its slug)."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[Enum]) -> None:
        super().__init__()
        self.choices = choices
        self._members = {_word(member): member for member in choices}

    def process_bind_param(self, value: Enum | None, _dialect: Dialect) -> str | None:
        return None if value is None else _word(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Enum | None:
        return None if value is None else self._members[value]


def _word(member: Enum) -> str:
    return member.slug if isinstance(member, Stage) else str(member.value)
