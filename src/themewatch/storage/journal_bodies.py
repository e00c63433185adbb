"""Journals' values as JSON, and back, every field checked.

Days and times are ISO 8601, a time with its zone. Nothing is guessed: a number in
quotes is no number, and a field that nobody knows is refused.
"""

import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar, get_args, get_origin

from cattrs import (
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    transform_error,
)
from cattrs.cols import homogenous_tuple_structure_factory

from themewatch.errors import InputError

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Return a value as JSON has it; what is as it would be anyway is left out."""
    return _converter.unstructure(value)


def from_plain(plain: Any, kind: type[T]) -> T:
    """Return the value that JSON speaks of.

    Raises:
        InputError: With a sentence for each thing that does not fit.
    """
    name = kind.__name__.lower()
    if not isinstance(plain, Mapping):
        raise InputError(f"This is no {name}: it has no fields.")
    try:
        return _converter.structure(plain, kind)
    except BaseValidationError as error:
        found = transform_error(error, path=name, format_exception=_reason)
        raise InputError(*map(_sentence, found)) from error


def to_body(value: Any) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_body(body: str, kind: type[T]) -> T:
    return from_plain(json.loads(body), kind)


class _UnfitError(ValueError):
    """A value that does not fit its field; completes a sentence on the field."""


def _text(value: Any, kind: type) -> str:
    if not isinstance(value, str):
        raise _UnfitError("must be text")
    if issubclass(kind, StrEnum):
        if value not in list(kind):
            raise _UnfitError(f"must be one of {', '.join(kind)}")
        return kind(value)
    if not value.isprintable() and any(map(_is_kept_nowhere, value)):
        raise _UnfitError("holds a character that no database keeps")
    return value


def _is_kept_nowhere(character: str) -> bool:
    return character == "\0" or unicodedata.category(character) == "Cs"


def _whole(value: Any, _kind: type) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _UnfitError("must be a whole number")
    return value


def _number(value: Any, _kind: type) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _UnfitError("must be a number")
    if not isfinite(value):
        raise _UnfitError("must be a number that ends")
    return value


def _truth(value: Any, _kind: type) -> bool:
    if not isinstance(value, bool):
        raise _UnfitError("must be true or false")
    return value


def _day(value: Any, _kind: type) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _UnfitError("must be a day such as 2026-10-09") from None


def _instant(value: Any, _kind: type) -> datetime:
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        found = None
    if found is None or found.tzinfo is None:
        raise _UnfitError("must be a time with its zone: 2026-10-09T18:00+00:00")
    return found


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis


def _listed(kind: Any, converter: Converter) -> Callable[..., Any]:
    """Return what reads a list, and nothing else that has parts, such as text."""
    structure = homogenous_tuple_structure_factory(kind, converter)

    def read(value: Any, kind: Any) -> Any:
        if not isinstance(value, list):
            raise _UnfitError("must be a list")
        return structure(value, kind)

    return read


def _reason(error: BaseException, _kind: type | None) -> str:
    if isinstance(error, KeyError):
        return "is missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"has fields that are not known: {', '.join(sorted(error.extra_fields))}"
    return str(error) if isinstance(error, _UnfitError) else "does not fit"


def _sentence(found: str) -> str:
    """Turn "reason @ path" into a sentence that begins with the path."""
    reason, _at, path = found.rpartition(" @ ")
    return f"{path} {reason}."


def _made() -> Converter:
    converter = Converter(forbid_extra_keys=True, omit_if_default=True)
    plain: dict[Any, Callable[[Any, type], Any]] = {
        str: _text,
        int: _whole,
        float: _number,
        bool: _truth,
        date: _day,
        datetime: _instant,
    }
    for kind, hook in plain.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(_is_list, _listed)
    for kind in (date, datetime):
        converter.register_unstructure_hook(kind, kind.isoformat)
    return converter


_converter = _made()
