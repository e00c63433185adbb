"""The shipped tables are the compiled ones, row by row."""

import csv
from pathlib import Path

import pytest

from themewatch import resources

COMPILED = Path(__file__).parents[3] / "shared" / "data" / "releases"
pytestmark = pytest.mark.skipif(
    not COMPILED.is_dir(), reason="the compiled tables are not beside the project"
)


@pytest.mark.parametrize("name", ["releases.csv", "claims.csv"])
def test_the_shipped_table_is_the_compiled_one(name):
    with (COMPILED / name).open(encoding="utf-8", newline="") as file:
        assert resources.read_csv(name) == list(csv.DictReader(file))
