"""Column types that give domain values back, the same on both databases."""

import json
from datetime import UTC, datetime
from enum import Enum

from sqlalchemy import DateTime, Dialect, Text, TypeDecorator

from themewatch.domain.stage import Stage


class Instant(TypeDecorator[datetime]):
    """An aware UTC datetime, to the microsecond.

    SQLite keeps no zone, so it is taken off there and put back.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no zone")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

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
