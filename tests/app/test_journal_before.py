"""Journal: the run that the month is measured against."""

from datetime import timedelta

import pytest

from tests.app.conftest import Browser
from tests.app.journal_in_app import FIXED, TODAY, a_month, named
from tests.app.journal_writing_in_app import (
    a_run,
    fill_run,
    open_change,
    open_form,
    the_entry,
    wrote,
)
from tests.app.visitor import Visitor
from themewatch.domain.journal import Journal
from themewatch.services.house import House

DAY = timedelta(days=1)
PRIVATE = "Private: nothing of it counts on the shared map."


@pytest.fixture(autouse=True)
def _named(browser: Browser) -> None:
    named(browser)


@pytest.fixture
def month(house: House) -> Journal:
    """Return a journal that began eight days ago."""
    return a_month(house, started_on=TODAY - 8 * DAY)


@pytest.fixture
def form(visitor: Visitor, month: Journal) -> Visitor:
    """Return a visitor before the form of today's check-in."""
    return open_form(visitor, month)


class TestBefore:
    def test_the_form_for_it_has_a_run_that_is_the_before(
        self, visitor: Visitor, month: Journal
    ) -> None:
        open_form(visitor, month, "before")
        assert visitor.field("This is my *before*").value is True
        assert visitor.field("Fixed test").value == FIXED.id
        fill_run(visitor, Model_or_tool="Homemade 7", Tries=5, of_these_usable=1)
        fill_run(visitor, **{"Run on another day?": TODAY - 60 * DAY}).press("Save")
        (run,) = the_entry(month).runs
        assert run.is_before
        assert run.on == TODAY - 60 * DAY

    def test_a_test_has_one(self, form: Visitor, month: Journal, house: House) -> None:
        wrote(house, month, runs=(a_run(is_before=True),))
        form.press("Add a run")
        labels = [toggle.label for toggle in form.app.toggle]
        assert "This is my *before*" not in labels

    def test_in_one_entry_too(self, form: Visitor) -> None:
        form.press("Add a run").put("This is my *before*", True).press("Add a run")
        labels = [toggle.label for toggle in form.app.toggle]
        assert labels.count("This is my *before*") == 1

    def test_it_is_taken_off_again(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        entry = wrote(house, month, runs=(a_run(is_before=True),))
        open_change(visitor, month, entry)
        visitor.put("This is my *before*", False).press("Save")
        assert not the_entry(month).runs[0].is_before
