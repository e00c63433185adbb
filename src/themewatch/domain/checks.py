"""What every record has to fulfil, whether typed into a form or read from a file."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from themewatch.domain.record import Record
from themewatch.domain.rules import RULES
from themewatch.domain.theme import Catalogue
from themewatch.errors import InputError


def problems(record: Record, catalogue: Catalogue, now: datetime) -> list[str]:
    """Return what stands in the way of recording it: a sentence each, none if fine."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return value_problems(values, catalogue, now)


def value_problems(
    values: Mapping[str, Any], catalogue: Catalogue, now: datetime
) -> list[str]:
    """Check the values that are there; None counts as absent."""
    given = {name: value for name, value in values.items() if value is not None}
    reasons = (
        (name, RULES[name](value, now))
        for name, value in given.items()
        if name in RULES
    )
    return [
        *(f"{name} {reason}" for name, reason in reasons if reason),
        *_theme_problems(given, catalogue),
        *_count_problems(given),
        *_pair_problems(given),
        *_chain_problems(given),
    ]


def _theme_problems(given: Mapping[str, Any], catalogue: Catalogue) -> Iterator[str]:
    if "theme" not in given:
        return
    try:
        theme = catalogue.theme(given["theme"])
        if "signal" in given:
            theme.signal(given["signal"])
    except InputError as error:
        yield str(error).rstrip(".")


def _pair_problems(given: Mapping[str, Any]) -> Iterator[str]:
    """Check what only makes sense beside something else."""
    if "outcome" in given and not given.get("reason", "").strip():
        yield "reason is missing: say why the tests are overruled"
    if "by" in given and "on" in given and given["by"] <= given["on"]:
        yield f"by ({given['by']}) must be after the day it is said ({given['on']})"
    result = given.get("result", "").strip()
    if result and "settled_on" not in given:
        yield "settled_on is missing: say when that was known"
    if "settled_on" in given and not result:
        yield "result is missing: say what came of it"


def _chain_problems(given: Mapping[str, Any]) -> Iterator[str]:
    if "id" in given and given["id"] == given.get("supersedes"):
        yield "it corrects itself"


def _count_problems(given: Mapping[str, Any]) -> Iterator[str]:
    if "acceptable" not in given:
        return
    if "tries" not in given:
        yield "acceptable needs tries: say how many there were"
    elif given["acceptable"] > given["tries"]:
        yield (
            f"acceptable ({given['acceptable']}) is more than tries ({given['tries']})"
        )
