"""Journals' values as JSON, and back, every field checked.

Days and times are ISO 8601; what a field does not allow is said by its name.
"""

import json
from typing import Any, TypeVar

from cattrs import BaseValidationError, transform_error
from cattrs.preconf.json import make_converter

from themewatch.errors import InputError

T = TypeVar("T")

_converter = make_converter(forbid_extra_keys=True, omit_if_default=True)


def to_plain(value: Any) -> Any:
    """Return a value as JSON has it; what is as it would be anyway is left out."""
    return _converter.unstructure(value)


def from_plain(plain: Any, kind: type[T]) -> T:
    """Return the value that JSON speaks of.

    Raises:
        InputError: With a sentence for each thing that does not fit.
    """
    try:
        return _converter.structure(plain, kind)
    except BaseValidationError as error:
        raise InputError(*transform_error(error)) from error
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(f"This is no {kind.__name__.lower()}: {error}.") from error


def to_body(value: Any) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_body(body: str, kind: type[T]) -> T:
    return from_plain(json.loads(body), kind)
