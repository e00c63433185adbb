"""Journal: what counts on the shared map, changing it later, and undo."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.app.conftest import Browser
from tests.app.journal_in_app import FIXED, THEME, TODAY, a_month, named
from tests.app.journal_writing_in_app import (
    COUNT,
    MODEL,
    a_good_run,
    a_run,
    entries,
    fill_run,
    open_change,
    open_form,
    the_entry,
    the_note,
    wrote,
)
from tests.app.logging_in_app import position
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.people import CONTRIBUTOR
from themewatch.domain.journal import FixedTest, Journal, Moment
from themewatch.domain.note import Rigor, Verdict
from themewatch.services.house import House
from themewatch.services.journal_entries import write_entry
from themewatch.services.log import take_back
from themewatch.ui import cache

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


class TestTheSharedMap:
    def test_it_is_private_until_it_is_switched_on(self, form: Visitor) -> None:
        form.press("Add a run")
        assert form.field(COUNT).value is False
        said = "Private. Switched on, this is shared, and nothing else:"
        assert said in form.text

    def test_the_line_says_exactly_what_the_note_will_say(self, form: Visitor) -> None:
        form.put("What I saw", "My secret words.")
        a_good_run(form)
        fill_run(form, Settings="a secret seed", **{COUNT: True})
        (said,) = [c.value for c in form.app.caption if "nothing else" in c.value]
        form.press("Save")
        note = the_note()
        form.open("record", id=note.id)
        facts = [line.split("  \n") for line in form.markdown if "  \n" in line]
        assert len(facts) == 4
        for label, value in facts:
            assert f"{label.strip('*')}\\: {value}" in said
        assert "secret" not in form.text

    def test_what_is_shared_moves_the_map_and_is_said(
        self, form: Visitor, month: Journal
    ) -> None:
        before = position(THEME)
        a_good_run(form)
        fill_run(form, **{COUNT: True}).press("Save")
        note = the_note()
        assert (note.theme, note.person, note.tested_on) == (THEME, CONTRIBUTOR, TODAY)
        assert (note.release, note.tries, note.acceptable) == (MODEL, 5, 3)
        assert (note.signal, note.rigor) == (FIXED.signal, Rigor.FIXED)
        assert the_entry(month).runs[0].note == note.id
        moved = position(THEME) - before
        assert f"● moved {moved:+.2f} to" in form.saved
        assert "The first test here of this theme." in form.saved
        assert PRIVATE not in form.saved

    def test_two_results_say_once_what_moved(self, form: Visitor) -> None:
        a_good_run(form)
        fill_run(form, **{COUNT: True}).press("Add a run")
        fill_run(form, 2, Tries=4, of_these_usable=1, **{COUNT: True}).press("Save")
        assert form.saved.count("● moved") == 1

    def test_taken_off_again_it_counts_no_more_and_that_is_said(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        entry = wrote(house, month, runs=(a_run(),), shared=["r1"])
        open_change(visitor, month, entry)
        assert visitor.field(COUNT).value is True
        visitor.put(COUNT, False).press("Save")
        assert cache.evidence().notes == ()
        assert "● moved" in visitor.saved

    def test_a_changed_result_corrects_its_note(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        entry = wrote(house, month, runs=(a_run(),), shared=["r1"])
        open_change(visitor, month, entry)
        fill_run(visitor, of_these_usable=5).press("Save")
        assert the_note().acceptable == 5
        assert the_note().supersedes is not None

    def test_one_that_was_taken_back_on_its_own_page_is_private_again(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        entry = wrote(house, month, runs=(a_run(),), shared=["r1"])
        with house.writing() as db:
            take_back(db, entry.runs[0].note, by=CONTRIBUTOR, now=NOW)
        open_change(visitor, month, entry)
        assert visitor.field(COUNT).value is False

    def test_a_theme_that_asks_for_cost_asks_for_its_words(
        self, visitor: Visitor, house: House
    ) -> None:
        test = FixedTest(id="cheap", title="A variant", prompt="p", usable="u")
        journal = a_month(house, theme="lower-cost", tests=(test,))
        open_form(visitor, journal).press("Add a run")
        fill_run(
            visitor,
            Model_or_tool=MODEL,
            **{"Price of one usable output, US$": 0.02, COUNT: True},
        ).press("Save")
        assert visitor.problems == [
            "Run 1: to count on the shared map it needs how it went in a word."
        ]
        fill_run(visitor, **{"How did it go?": Verdict.USUALLY}).press("Save")
        assert (the_note().price_usd, the_note().verdict) == (0.02, Verdict.USUALLY)


class TestChangingIt:
    def test_every_field_is_as_it_was(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        run = a_run(
            verdict=Verdict.SOMETIMES,
            settings="seed 7",
            price_usd=0.5,
            seconds=9.0,
            on=TODAY - DAY,
        )
        entry = wrote(house, month, runs=(run,))
        open_change(visitor, month, entry).press("Save")
        kept = the_entry(month)
        assert replace(kept, version=1) == entry
        assert kept.runs == (run,)

    def test_what_another_window_changed_is_told_and_typed_text_stays(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        entry = wrote(house, month)
        open_change(visitor, month, entry).put("What I saw", "Mine.")
        with house.writing() as db:
            other = replace(entry, text="Theirs.")
            write_entry(db, month, other, (), Moment(NOW, TODAY))
        visitor.press("Save")
        assert "What you saw: now “Theirs.”, yours “Mine.”." in visitor.problems[0]
        assert "changed in another window" in visitor.warnings[0]
        assert visitor.field("What I saw").value == "Mine."
        assert the_entry(month).text == "Theirs."

    def test_one_may_insist(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        self.test_what_another_window_changed_is_told_and_typed_text_stays(
            visitor, month, house
        )
        visitor.press("Keep what stands here").press("Save")
        assert the_entry(month).text == "Mine."

    def test_or_take_what_the_other_window_wrote(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        self.test_what_another_window_changed_is_told_and_typed_text_stays(
            visitor, month, house
        )
        visitor.press("Take the other one")
        assert visitor.field("What I saw").value == "Theirs."
        assert visitor.problems == []
        visitor.press("Save")
        assert the_entry(month).text == "Theirs."

    def test_what_changed_elsewhere_before_anything_was_typed_is_shown(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        entry = wrote(house, month)
        open_change(visitor, month, entry)
        with house.writing() as db:
            other = replace(entry, text="Theirs.")
            write_entry(db, month, other, (), Moment(NOW, TODAY))
        assert visitor.run().field("What I saw").value == "Theirs."
        assert visitor.warnings == []


class TestUndo:
    def test_a_new_one_is_undone_and_put_back_with_what_it_shared(
        self, form: Visitor, month: Journal
    ) -> None:
        a_good_run(form)
        fill_run(form, **{COUNT: True}).press("Save").press("Undo")
        assert "Removed." in form.saved
        assert entries(month) == []
        assert cache.evidence().notes == ()
        form.press("Put it back")
        assert the_entry(month).runs[0].note == the_note().id

    def test_a_change_is_undone_and_done_again(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        entry = wrote(house, month)
        open_change(visitor, month, entry).put("What I saw", "Better.").press("Save")
        visitor.press("Undo")
        assert "It stands as it did before." in visitor.saved
        assert the_entry(month).text == "The coat turned blue."
        visitor.press("Do it again")
        assert the_entry(month).text == "Better."

    def test_what_somebody_changed_since_is_not_undone(
        self, form: Visitor, month: Journal, house: House
    ) -> None:
        form.put("What I saw", "Words.").press("Save")
        entry = the_entry(month)
        with house.writing() as db:
            other = replace(entry, text="Theirs.")
            write_entry(db, month, other, (), Moment(NOW, TODAY))
        form.press("Undo")
        assert "another window" in form.problems[0]
        assert the_entry(month).text == "Theirs."
