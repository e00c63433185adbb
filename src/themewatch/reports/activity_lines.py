"""What was done, as text, CSV and JSON: the last first.

The JSON and the CSV hold of each line

    at       the moment, ISO 8601 in UTC
    person   the name of who did it; empty where the house did, or no name was given
    act      what was done, such as recorded, corrected, taken-back, put-back
    kind     to what: note, claim, release, story, feed, review, edition and others
    subject  its id
    about    a few words on it as it was then; of a theme, a stage or an outcome, its
             slug

Members may be added; those here stay.
"""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from io import StringIO
from typing import Any

from themewatch.charts.activity_words import about_words, done_words
from themewatch.domain.activity import Activity
from themewatch.domain.theme import Catalogue
from themewatch.reports.map_csv import FORMULA_STARTS
from themewatch.words import _

COLUMNS = ("at", "person", "act", "kind", "subject", "about")


def activity_text(lines: Iterable[Activity], catalogue: Catalogue) -> str:
    """Write a line for each, to read on a terminal."""
    written = [_in_words(line, catalogue) for line in lines]
    return "".join(f"{line}\n" for line in written or [_("Nothing was done.")])


def activity_csv(lines: Iterable[Activity], _catalogue: Catalogue) -> str:
    """Write the table."""
    out = StringIO()
    writer = csv.DictWriter(out, fieldnames=COLUMNS, lineterminator="\n")
    writer.writeheader()
    for line in lines:
        row = _members(line).items()
        writer.writerow({name: _cell(value) for name, value in row})
    return out.getvalue()


def activity_json(lines: Iterable[Activity], _catalogue: Catalogue) -> str:
    """Write the document."""
    document = {"lines": [_members(line) for line in lines]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _in_words(line: Activity, catalogue: Catalogue) -> str:
    about = about_words(line.subject.about, catalogue)
    facts = [f"{line.at:%Y-%m-%d %H:%M} UTC", done_words(line), about]
    said = " · ".join(filter(None, facts))
    return "".join(c for c in " ".join(said.split()) if c.isprintable())


def _members(line: Activity) -> dict[str, Any]:
    return {
        "at": line.at.isoformat(),
        "person": line.person,
        "act": line.act.value,
        "kind": line.subject.kind,
        "subject": line.subject.id,
        "about": line.subject.about,
    }


def _cell(value: str) -> str:
    """Keep a spreadsheet from reading a name as a formula."""
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value


FORMATS: Mapping[str, Callable[[Iterable[Activity], Catalogue], str]] = {
    "text": activity_text,
    "csv": activity_csv,
    "json": activity_json,
}
