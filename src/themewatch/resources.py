"""Where app.py and data/ are, checked out or installed."""

import csv
import tomllib
from io import StringIO
from pathlib import Path
from typing import Any

from themewatch.errors import ReferenceDataError

_PACKAGE = Path(__file__).parent


def app_root() -> Path:
    """Return the folder of app.py: inside an installed package, else the checkout."""
    bundle = _PACKAGE / "_bundle"
    return bundle if bundle.is_dir() else _PACKAGE.parents[1]


def data_file(name: str) -> Path:
    """Return a file shipped under data/; raises ReferenceDataError."""
    path = app_root() / "data" / name
    if not path.is_file():
        raise ReferenceDataError(f"data/{name} is missing: install themewatch again.")
    return path


def read_toml(name: str) -> dict[str, Any]:
    """Return a shipped TOML file; raises ReferenceDataError."""
    try:
        return tomllib.loads(_read(name))
    except tomllib.TOMLDecodeError as error:
        raise _damaged(name, str(error)) from error


def read_csv(name: str) -> list[dict[str, str]]:
    """Return a shipped table, a dict for each row; raises ReferenceDataError."""
    table = list(csv.reader(StringIO(_read(name), newline="")))
    if not table:
        raise _damaged(name, "it is empty")
    header, *rows = table
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            raise _damaged(name, f"row {number} has {len(row)} columns")
    return [dict(zip(header, row, strict=True)) for row in rows]


def _read(name: str) -> str:
    try:
        return data_file(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(name, str(error)) from error


def _damaged(name: str, reason: str) -> ReferenceDataError:
    return ReferenceDataError(
        f"data/{name} is damaged ({reason}): install themewatch again."
    )
