"""Homes to test in: a folder, and a database on the system that is tested.

That is SQLite, in a file of the folder, or a PostgreSQL database of its own with
THEMEWATCH_TEST_DATABASE=postgresql. What is tested on both systems is so anyway.
"""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.postgres import EMPTY, postgres
from themewatch.config import DATABASE, HOME, Settings

SYSTEM = os.environ.get("THEMEWATCH_TEST_DATABASE") or "sqlite"
FILE = "themewatch.sqlite"

only_sqlite = pytest.mark.skipif(
    SYSTEM != "sqlite", reason="speaks of the file of SQLite, which is not tested now"
)
"""Marks a test that is about the file itself: where it lies, or what is no database."""

_databases: dict[Path, str] = {}
"""The database of each home on PostgreSQL, by name."""


def settings_of(home: Path) -> Settings:
    """Return where a home's data lies, as everybody who opens it is told."""
    return replace(Settings.from_environment(address_of(home), {}), home=home)


def address_of(home: Path) -> str:
    """Return the database of a home; on PostgreSQL it is made when first asked for."""
    if SYSTEM == "sqlite":
        return str(home / FILE)
    if home not in _databases:
        _databases[home] = postgres().create()
    return postgres().address(_databases[home])


def variables_of(home: Path) -> dict[str, str]:
    """Return what lets whoever reads the environment find a home."""
    return {HOME: str(home), DATABASE: "" if SYSTEM == "sqlite" else address_of(home)}


def go_to(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Let the commands that follow find this home."""
    for name, value in variables_of(home).items():
        patch.setenv(name, value)


def copy_database(home: Path, to: Path) -> None:
    """Give a new home a copy of the database of another, which nobody has open."""
    if SYSTEM == "sqlite":
        shutil.copy(home / FILE, to)
    else:
        _databases[to] = postgres().create(_databases.get(home, EMPTY))


def forget_below(folder: Path) -> None:
    """Drop the databases of all homes in a folder, whoever has them open."""
    for home in [home for home in _databases if home.is_relative_to(folder)]:
        postgres().drop(_databases.pop(home))
