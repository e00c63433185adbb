"""The versions of a record against each other, field by field."""

from collections.abc import Sequence
from dataclasses import fields

from themewatch.domain.record import Record

OF_A_VERSION = frozenset({"id", "recorded_at", "supersedes", "withdrawals"})
"""What makes a version one, and says nothing of what the record holds."""


def changed_fields(before: Record, after: Record) -> tuple[str, ...]:
    """Return the names of the fields in which a correction differs, in their order."""
    return tuple(
        name
        for name in held_fields(after)
        if getattr(before, name) != getattr(after, name)
    )


def told_fields(versions: Sequence[Record]) -> tuple[str, ...]:
    """Return the names of the fields that any of some versions gives."""
    return tuple(
        name
        for name in held_fields(versions[0])
        if any(getattr(version, name) not in (None, "", ()) for version in versions)
    )


def held_fields(record: Record) -> tuple[str, ...]:
    """Return the names of what a record holds: its own first, then what all have."""
    every = [f.name for f in fields(record) if f.name not in OF_A_VERSION]
    shared = {f.name for f in fields(Record)}
    return tuple(sorted(every, key=lambda name: name in shared))
