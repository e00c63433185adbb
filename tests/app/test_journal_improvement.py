"""Journal: a concrete improvement, or that there was none, with before and after."""

from datetime import timedelta

import pytest

from tests.app.conftest import Browser
from tests.app.journal_in_app import FIXED, TODAY, a_month, named
from tests.app.journal_writing_in_app import (
    a_run,
    entries,
    nth,
    open_change,
    open_form,
    the_entry,
    wrote,
)
from tests.app.visitor import Visitor
from tests.media import a_png
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import EntryKind, ImprovementKind, Side
from themewatch.services.house import House

DAY = timedelta(days=1)
MADE = "What made it better, or did not?"
CHANGES = "What does it change for your work?"
OUTPUTS = "What came out after: images, video or audio"
RUN = "A run of this journal"


@pytest.fixture(autouse=True)
def _named(browser: Browser) -> None:
    named(browser)


@pytest.fixture
def month(house: House) -> Journal:
    """Return a journal with a *before* and a run after it."""
    journal = a_month(house, started_on=TODAY - 8 * DAY)
    before = a_run(id="before", usable=1, on=TODAY - 8 * DAY, is_before=True)
    wrote(house, journal, id="e0", on=TODAY - 8 * DAY, runs=(before,))
    wrote(house, journal, id="e1", runs=(a_run(id="after", usable=4),))
    return journal


@pytest.fixture
def form(visitor: Visitor, month: Journal) -> Visitor:
    return open_form(visitor, month, "improvement")


def the_improvement(journal: Journal):
    (entry,) = [e for e in entries(journal) if e.kind is EntryKind.IMPROVEMENT]
    assert entry.improvement is not None
    return entry.improvement


def test_two_runs_of_the_journal_are_before_and_after(
    form: Visitor, month: Journal
) -> None:
    form.put(MADE, ImprovementKind.MODEL).put("What was watched", FIXED.signal)
    nth(form, RUN, 2).set_value("after")
    form.put(CHANGES, "One **evening** less.").press("Save")
    made = the_improvement(month)
    assert made.kind is ImprovementKind.MODEL
    assert (made.before, made.after) == (Side(run="before"), Side(run="after"))
    assert (made.signal, made.change) == (FIXED.signal, "One **evening** less.")
    assert "Saved." in form.saved


def test_the_before_of_the_month_is_preset(form: Visitor) -> None:
    assert nth(form, RUN, 1).value == "before"
    assert nth(form, RUN, 2).value is None


def test_a_run_is_told_by_day_model_result_and_test(form: Visitor) -> None:
    latest, first = nth(form, RUN, 1).options
    assert latest == f"{TODAY} · Vision 1 · 4 of 5 usable · {FIXED.title}"
    assert first.startswith(f"{TODAY - 8 * DAY} · Vision 1 · 1 of 5 usable")


def test_what_was_had_elsewhere_has_model_day_result_and_file(
    form: Visitor, month: Journal
) -> None:
    form.put(MADE, ImprovementKind.CHEAPER)
    model = nth(form, "Model or tool", 1)
    model.options.append("Homemade 7")
    model.set_value("Homemade 7")
    form.put("When was that?", TODAY - DAY).put("The result", "Half the price.")
    form.put(OUTPUTS, ("a.png", a_png(), "image/png")).run().press("Save")
    after = the_improvement(month).after
    assert (after.run, after.model, after.on) == (None, "Homemade 7", TODAY - DAY)
    assert after.result == "Half the price."
    assert [ref.name for ref in after.files] == ["a.png"]


def test_a_journal_without_runs_asks_for_what_was_had(
    visitor: Visitor, house: House
) -> None:
    open_form(visitor, a_month(house), "improvement")
    labels = [field.label for field in visitor.app.selectbox]
    assert RUN not in labels
    assert labels.count("Model or tool") == 2


def test_not_better_is_a_result_like_the_others(form: Visitor, month: Journal) -> None:
    form.put(MADE, ImprovementKind.NOT_BETTER)
    nth(form, RUN, 2).set_value("after")
    form.press("Save")
    assert the_improvement(month).kind is ImprovementKind.NOT_BETTER
    assert "Saved." in form.saved
    assert "not better, a result too" in form.text


def test_all_that_is_missing_is_said_and_nothing_is_lost(
    form: Visitor, month: Journal
) -> None:
    form.put(CHANGES, "Much.").press("Save")
    assert form.problems == ["Choose what made it better, or that nothing did."]
    form.put(MADE, ImprovementKind.TECHNIQUE).press("Save")
    assert form.problems == ["Say how it was after: choose a run, or give its result."]
    assert form.field(CHANGES).value == "Much."
    assert form.field(MADE).value == ImprovementKind.TECHNIQUE
    assert len(entries(month)) == 2


def test_it_is_changed_with_every_field_as_it_was(
    form: Visitor, month: Journal
) -> None:
    form.put(MADE, ImprovementKind.MODEL).put("The result", "Four of five.")
    form.put("When was that?", TODAY - DAY).put(CHANGES, "Much.").press("Save")
    (entry,) = [e for e in entries(month) if e.kind is EntryKind.IMPROVEMENT]
    open_change(form, month, entry).put(CHANGES, "Everything.").press("Save")
    made = the_improvement(month)
    assert made.change == "Everything."
    assert made.after == Side(on=TODAY - DAY, result="Four of five.")
    assert made.before == Side(run="before")


def test_it_is_undone(form: Visitor, month: Journal) -> None:
    form.put(MADE, ImprovementKind.MODEL).put("The result", "Better.").press("Save")
    form.press("Undo")
    assert [entry.kind for entry in entries(month)] == [EntryKind.CHECK_IN] * 2
    form.press("Put it back")
    assert the_improvement(month).after.result == "Better."


def test_a_run_that_is_gone_is_chosen_no_more(visitor: Visitor, house: House) -> None:
    journal = a_month(house)
    entry = wrote(house, journal, runs=(a_run(is_before=True),))
    open_form(visitor, journal, "improvement").put(CHANGES, "Kept.")
    visitor.run()
    wrote(house, journal, id=entry.id, runs=(), version=1)
    visitor.run()
    assert RUN not in [field.label for field in visitor.app.selectbox]
    assert visitor.field(CHANGES).value == "Kept."
    assert the_entry(journal).runs == ()
