"""Lines of a file of records, as tests write them."""

import json

from tests.factories import NOW, a_catalogue
from themewatch.domain.lines import HEADER, read_lines

CATALOGUE = a_catalogue()


def lines_of(*fields: dict) -> list[str]:
    return [HEADER, *(json.dumps(member) for member in fields)]


def problems_of(fields: dict) -> tuple[str, ...]:
    _, line = read_lines(lines_of(fields), CATALOGUE, NOW)
    return line.problems


A_NOTE = {
    "record": "note",
    "id": "n",
    "theme": "consistency",
    "person": "Ann",
    "tested_on": "2026-08-15",
}
