"""The shipped protocols and rubrics, as values."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from themewatch import resources
from themewatch.domain.protocol import (
    Dimension,
    MarkMeaning,
    Protocol,
    Protocols,
    Rubric,
)
from themewatch.domain.theme import Catalogue
from themewatch.errors import ReferenceDataError
from themewatch.services.reference import catalogue

FILE = "protocols.toml"
WHOLE_THEME = "-"
"""The file's name for no single signal."""


@cache
def protocols() -> Protocols:
    """Return the protocols of data/protocols.toml; raises ReferenceDataError."""
    return protocols_from(resources.read_toml(FILE), catalogue())


def protocols_from(table: Mapping[str, Any], themes: Catalogue) -> Protocols:
    """Return the protocols of a table that has one for everything to be tested.

    Raises:
        ReferenceDataError: Naming what has no protocol, or the rubric not there.
    """
    rubrics = {slug: _rubric(slug, row) for slug, row in table["rubric"].items()}
    tests = {(test.theme, test.signal): test for test in _tests(table["protocol"])}
    for theme in themes:
        for signal in (None, *(signal.slug for signal in theme.signals)):
            if (theme.slug, signal) not in tests:
                name = f"{theme.slug}.{signal or WHOLE_THEME}"
                raise _damaged(f"there is no protocol.{name}")
    for test in tests.values():
        for slug in test.rubrics:
            if slug not in rubrics:
                raise _damaged(f"“{test.title}” uses {slug!r}, which is no rubric")
    marks = tuple(MarkMeaning(*words) for words in table["marks"]["words"])
    return Protocols(tests, rubrics, marks, how_to_mark=table["marks"]["how"])


def _rubric(slug: str, row: Mapping[str, Any]) -> Rubric:
    dimensions = tuple(
        Dimension(dimension, name, look_at)
        for dimension, (name, look_at) in row["dimensions"].items()
    )
    return Rubric(slug, row["name"], row["about"], dimensions)


def _tests(table: Mapping[str, Mapping[str, Any]]) -> Iterator[Protocol]:
    for theme, rows in table.items():
        for signal, row in rows.items():
            yield Protocol(
                theme=theme,
                signal=None if signal == WHOLE_THEME else signal,
                title=row["title"],
                prepare=tuple(row["prepare"]),
                steps=tuple(row["steps"]),
                tries=row["tries"],
                usable=row["usable"],
                rubrics=tuple(row["rubrics"]),
                minutes=row["minutes"],
            )


def _damaged(reason: str) -> ReferenceDataError:
    return ReferenceDataError(
        f"data/{FILE} is damaged ({reason}): install themewatch again."
    )
