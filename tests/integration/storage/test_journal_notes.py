"""Notes are counted in the database as evidence counts them."""

from datetime import timedelta

import pytest

from tests.factories import NOW, a_note, a_release
from tests.people import REVIEWER
from themewatch.domain.note import Note
from themewatch.domain.record import live
from themewatch.storage.evidence import (
    add_record,
    list_records,
    restore_record,
    withdraw_record,
)
from themewatch.storage.journal_notes import list_counted, list_tested

HOUR = timedelta(hours=1)


@pytest.fixture
def notes(session):
    """Add notes at every stage; each is named for what became of it."""
    for name in ("stands", "corrected", "taken", "back", "twice", "lost"):
        add_record(session, a_note(id=name, signal="style-lock"))
    add_record(session, a_note(id="other", theme="lower-cost", person=REVIEWER))
    add_record(session, a_note(id="corrected-2", supersedes="corrected", signal=None))
    add_record(session, a_note(id="corrected-3", supersedes="corrected-2"))
    add_record(session, a_note(id="lost-2", supersedes="lost"))
    for name in ("taken", "back", "twice", "lost-2"):
        withdraw_record(session, name, NOW, None)
    for name in ("back", "twice"):
        restore_record(session, name, NOW + HOUR, None)
    withdraw_record(session, "twice", NOW + 2 * HOUR, None)


@pytest.mark.usefixtures("notes")
@pytest.mark.parametrize("theme", ["consistency", "lower-cost", "longer-video"])
def test_the_tests_of_a_theme_are_the_notes_that_stand(session, theme):
    standing = [n for n in live(list_records(session, Note)) if n.theme == theme]
    expected = [(n.tested_on, n.person, n.signal) for n in standing]
    assert sorted(list_tested(session, theme), key=str) == sorted(expected, key=str)
    assert len(expected) == {"consistency": 3, "lower-cost": 1}.get(theme, 0)


@pytest.mark.usefixtures("notes")
def test_a_note_counts_while_its_last_version_stands(session):
    asked = {n.id for n in list_records(session, Note)} | {"nobody's"}
    assert list_counted(session, asked) == {
        "stands",
        "corrected",
        "corrected-2",
        "corrected-3",
        "back",
        "other",
    }


def test_of_none_none_counts(session):
    add_record(session, a_release())
    assert list_counted(session, []) == set()
