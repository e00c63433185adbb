"""The map as CSV: a line for each theme, the same figures as in the JSON."""

import csv
from io import StringIO
from typing import Any

from themewatch.domain.standing import MaturityMap
from themewatch.reports.map_json import map_document

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def map_csv(maturity_map: MaturityMap) -> str:
    """Write the table; every line bears the map's dates, so that files join."""
    document = map_document(maturity_map)
    themes = document.pop("themes")
    rows = [_flat(document | theme) for theme in themes]
    out = StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    probabilities = row.pop("stage_probabilities")
    chances = {f"probability_{stage}": p for stage, p in probabilities.items()}
    return {name: _cell(value) for name, value in (row | chances).items()}


def _cell(value: Any) -> Any:
    """Keep a spreadsheet from reading a name as a formula."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    if isinstance(value, bool):
        return str(value).lower()
    return value
