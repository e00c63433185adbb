"""How two versions of the same thing differ, field by field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any

from themewatch.domain.about import cut

KEPT_BY_US = frozenset(
    {
        *("id", "recorded_at", "supersedes", "withdrawals"),
        *("version", "written_at", "removed_at", "created_at", "closed_at"),
    }
)
"""What nobody types, so that it tells nobody one version from another."""
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field by its name in the code, and what each version has there, in words."""

    field: str
    theirs: str
    yours: str


def differences(theirs: Any, yours: Any) -> Iterator[Difference]:
    """Yield where two values of one dataclass differ, in the order of its fields.

    Where both have as many of something, such as runs, these are told one by one.
    """
    for field in fields(theirs):
        if field.name not in KEPT_BY_US:
            both = (getattr(version, field.name) for version in (theirs, yours))
            yield from _between(field.name, *both)


def _between(name: str, theirs: Any, yours: Any) -> Iterator[Difference]:
    if theirs == yours:
        return
    if _are_told_apart(theirs, yours):
        for their, your in zip(theirs, yours, strict=True):
            yield from differences(their, your)
    else:
        yield Difference(name, _in_words(theirs), _in_words(yours))


def _are_told_apart(theirs: Any, yours: Any) -> bool:
    if not (isinstance(theirs, tuple) and isinstance(yours, tuple)):
        return False
    kinds = {type(one) for one in (*theirs, *yours)}
    return (
        len(theirs) == len(yours)
        and len(kinds) == 1
        and is_dataclass(next(iter(kinds)))
    )


def _in_words(value: Any) -> str:
    """Return a value as it is told in a sentence.

    >>> _in_words("Two  faces."), _in_words(None), _in_words(("a", "b")), _in_words(3)
    ('“Two faces.”', 'nothing', '2 of them', '3')
    """
    if value is None or value in ("", (), frozenset()):
        return NOTHING
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, str):
        return f"“{cut(value)}”"
    if isinstance(value, Iterable):
        return f"{len(list(value))} of them"
    return str(value)
