"""What the tests of a journal's forms share: opening, filling and reading back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.app.journal_in_app import FIXED, TODAY, open_journal
from tests.app.visitor import Visitor
from tests.factories import NOW
from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import Entry, EntryKind, Run
from themewatch.domain.note import Note
from themewatch.services.house import House
from themewatch.services.journal_entries import list_own_entries, write_entry
from themewatch.ui import cache, session

MODEL = "google-veo-3-1"
FILES = "Images, video or audio, up to four"
OUTPUTS = "Outputs of run 1: images, video or audio"
COUNT = "Count this result on the shared map"


def open_form(
    visitor: Visitor, journal: Journal, kind: str = "check-in", on: date = TODAY
) -> Visitor:
    return open_journal(
        visitor, view="month", journal=journal.id, day=on.isoformat(), kind=kind
    )


def open_day(visitor: Visitor, journal: Journal, on: date = TODAY) -> Visitor:
    return open_journal(visitor, view="month", journal=journal.id, day=on.isoformat())


def open_change(visitor: Visitor, journal: Journal, entry: Entry) -> Visitor:
    return open_journal(
        visitor,
        view="month",
        journal=journal.id,
        day=entry.on.isoformat(),
        entry=entry.id,
    )


def nth(visitor: Visitor, label: str, number: int) -> Any:
    """Return one of several fields of the same label, from 1."""
    fields = [
        node
        for node in visitor.app.main
        if getattr(node, "label", None) == label and hasattr(node, "set_value")
    ]
    return fields[number - 1]


def fill_run(visitor: Visitor, number: int = 1, **fields: Any) -> Visitor:
    """Fill the fields of a run by their labels; spaces are underscores."""
    for name, value in fields.items():
        label = name.replace("_", " ")
        field = nth(visitor, label, number)
        if label == "Model or tool":
            field.options.append(str(value))
        field.set_value(value)
    return visitor.run()


def a_good_run(visitor: Visitor) -> Visitor:
    """Add a run of the fixed test in which three of five tries were usable."""
    visitor.press("Add a run")
    return fill_run(visitor, Model_or_tool=MODEL, Tries=5, of_these_usable=3)


def entries(journal: Journal) -> Sequence[Entry]:
    with session.reading() as db:
        return list_own_entries(db, journal)


def the_entry(journal: Journal) -> Entry:
    (entry,) = entries(journal)
    return entry


def the_note() -> Note:
    (note,) = cache.evidence().notes
    return note


def wrote(
    house: House, journal: Journal, *, shared: Sequence[str] = (), **fields: Any
) -> Entry:
    """Write an entry past the app, as another window did."""
    given = {
        "id": "e1",
        "journal": journal.id,
        "kind": EntryKind.CHECK_IN,
        "on": TODAY,
        "written_at": NOW,
        "text": "The coat turned blue.",
    }
    entry = Entry(**given | fields)
    with house.writing() as db:
        return write_entry(db, journal, entry, shared, Moment(NOW, TODAY))


def a_run(**fields: Any) -> Run:
    given = {
        "id": "r1",
        "model": "Vision 1",
        "on": TODAY,
        "test": FIXED.id,
        "tries": 5,
        "usable": 2,
    }
    return Run(**given | fields)
