"""The shipped matcher, made once."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from themewatch import matching, resources
from themewatch.matching.matcher import Matcher
from themewatch.matching.rules import Rules, rules_from

TABLES = ("media", "models", "themes", "release", "weights", "common")
RELEASES = "releases.csv"


@cache
def matcher() -> Matcher:
    """Return the matcher with the shipped rules; raises ReferenceDataError."""
    return Matcher(shipped_rules(), version=_version())


def shipped_rules(weights: Mapping[str, float] | None = None) -> Rules:
    """Return the shipped rules, or with other weights; raises ReferenceDataError."""
    tables = {table: resources.read_toml(_name(table)) for table in TABLES}
    if weights is not None:
        tables["weights"] = {"release": weights}
    makers = {
        row["model"].split(" (")[0]: row["vendor"]
        for row in resources.read_csv(RELEASES)
    }
    return rules_from(tables, makers)


def _name(table: str) -> str:
    return f"matching_{table}.toml"


def _version() -> str:
    """Return a stamp of everything that decides: the rules as written, and the code."""
    stamp = hashlib.sha256()
    for path in _deciding():
        stamp.update(path.read_bytes())
    return stamp.hexdigest()[:12]


def _deciding() -> Iterator[Path]:
    for name in (*map(_name, TABLES), RELEASES):
        yield resources.data_file(name)
    for folder in matching.__path__:
        yield from sorted(Path(folder).glob("*.py"))
