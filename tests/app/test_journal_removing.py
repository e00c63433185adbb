"""Journal: an entry that is removed, and put back."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.app.conftest import Browser
from tests.app.journal_in_app import TODAY, a_month, named
from tests.app.journal_writing_in_app import (
    a_run,
    entries,
    open_day,
    the_entry,
    the_note,
    wrote,
)
from tests.app.visitor import Visitor
from tests.factories import NOW
from themewatch.domain.journal import Journal
from themewatch.services.house import House
from themewatch.services.journal_entries import remove_entry
from themewatch.ui import cache

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _named(browser: Browser) -> None:
    named(browser)


@pytest.fixture
def month(house: House) -> Journal:
    return a_month(house, started_on=TODAY - 8 * DAY)


def tables(visitor: Visitor) -> list[list[dict[str, str]]]:
    """Return the cells of each table as they are read."""
    return [
        [
            {
                str(name).replace("\\", ""): str(cell).replace("\\", "")
                for name, cell in row.items()
            }
            for row in table.value.to_dict("records")
        ]
        for table in visitor.app.table
    ]


def component(visitor: Visitor, part: str) -> list[dict[str, Any]]:
    """Return the data of the components in whose data a name stands."""
    found = [node.proto.json for node in visitor.app.get("bidi_component")]
    return [json.loads(data) for data in found if f'"{part}"' in data]


class TestRemoving:
    def test_it_is_removed_with_what_it_shared_and_put_back(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        wrote(house, month, runs=(a_run(),), shared=["r1"])
        open_day(visitor, month).press("Remove it")
        assert "Removed." in visitor.saved
        assert entries(month) == []
        assert cache.evidence().notes == ()
        visitor.press("Put it back")
        assert the_entry(month).text == "The coat turned blue."
        assert the_entry(month).runs[0].note == the_note().id

    def test_one_removed_in_another_window_is_told(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        entry = wrote(house, month)
        open_day(visitor, month)
        with house.writing() as db:
            remove_entry(db, month, entry, now=NOW)
        visitor.press("Remove it")
        (problem,) = visitor.problems
        assert "removed meanwhile" in problem
