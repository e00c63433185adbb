"""Journal: a check-in, its runs, what is shared, and what goes wrong."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.app.conftest import Browser
from tests.app.journal_in_app import FIXED, THEME, TODAY, a_month, named
from tests.app.journal_writing_in_app import (
    COUNT,
    FILES,
    MODEL,
    OUTPUTS,
    a_good_run,
    a_run,
    entries,
    fill_run,
    nth,
    open_change,
    open_form,
    the_entry,
    the_note,
    wrote,
)
from tests.app.logging_in_app import position
from tests.app.visitor import Visitor
from tests.factories import NOW, a_note
from tests.media import a_page, a_png, a_wav
from tests.people import CONTRIBUTOR
from themewatch.domain.journal import FixedTest, Journal, Moment
from themewatch.domain.journal_checks import MOST_RUNS
from themewatch.domain.journal_entry import EntryKind
from themewatch.domain.note import Rigor, Verdict
from themewatch.services.house import House
from themewatch.services.journal_entries import write_entry
from themewatch.services.log import log_records, take_back
from themewatch.storage import journals
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


class TestWhatISaw:
    def test_words_alone_are_kept(self, form: Visitor, month: Journal) -> None:
        form.put("What I saw", "The **coat** holds.").press("Save")
        entry = the_entry(month)
        assert entry.text == "The **coat** holds."
        assert entry.kind is EntryKind.CHECK_IN
        assert (entry.on, entry.runs, entry.files) == (TODAY, (), ())
        assert "Saved." in form.saved

    def test_the_entry_stands_on_its_day_and_the_form_is_gone(
        self, form: Visitor
    ) -> None:
        form.put("What I saw", "The **coat** holds.").press("Save")
        assert "The coat holds." in form.text
        assert not form.has_button("Save")

    def test_a_past_day_is_in_plain_sight(self, form: Visitor, month: Journal) -> None:
        form.put("Day", TODAY - 3 * DAY).put("What I saw", "Late.").run()
        assert "You write this down 3 days later." in form.text
        form.press("Save")
        assert the_entry(month).on == TODAY - 3 * DAY
        assert f"Written on {TODAY.isoformat()}." in form.text

    def test_nothing_at_all_is_refused(self, form: Visitor, month: Journal) -> None:
        form.press("Save")
        assert form.problems == [
            "Say what you saw, add a file, or a run of a fixed test."
        ]
        assert entries(month) == []

    def test_a_closed_journal_takes_none(
        self, form: Visitor, month: Journal, house: House
    ) -> None:
        with house.writing() as db:
            journals.edit_journal(db, replace(month, closed_at=NOW))
        form.put("What I saw", "Too late.").press("Save")
        assert entries(month) == []


class TestFiles:
    def test_a_file_is_kept_by_its_content(self, form: Visitor, month: Journal) -> None:
        form.put(FILES, ("a.jpg", a_png(), "image/jpeg")).run()
        assert form.field("Files kept with it").options == ["a.jpg"]
        form.press("Save")
        (ref,) = the_entry(month).files
        assert (ref.name, ref.media_type) == ("a.jpg", "image/png")

    def test_what_is_no_media_is_said_and_nothing_else_is_lost(
        self, form: Visitor, month: Journal
    ) -> None:
        form.put("What I saw", "Words.").put(FILES, ("a.png", a_page(), "image/png"))
        form.run()
        (problem,) = form.problems
        assert problem.startswith("The file a.png cannot be kept")
        form.put(FILES, ("b.png", a_png(), "image/png")).press("Save")
        assert [ref.name for ref in the_entry(month).files] == ["b.png"]
        assert the_entry(month).text == "Words."

    def test_one_is_left_out_again(self, form: Visitor, month: Journal) -> None:
        form.put(FILES, ("a.png", a_png(), "image/png")).run()
        form.put(FILES, ("b.wav", a_wav(), "audio/wav")).run()
        kept = form.field("Files kept with it")
        assert kept.options == ["a.png", "b.wav"]
        kept.set_value(kept.value[1:])
        form.press("Save")
        assert [ref.name for ref in the_entry(month).files] == ["b.wav"]

    def test_five_are_too_many(self, form: Visitor, month: Journal) -> None:
        for width in range(10, 15):
            form.put(FILES, (f"{width}.png", a_png(width), "image/png")).run()
        form.press("Save")
        assert form.problems == ["There are 5 files; up to 4 fit: leave some out."]
        assert entries(month) == []

    def test_one_that_is_gone_from_the_disk_is_said(
        self, form: Visitor, month: Journal, house: House
    ) -> None:
        form.put(FILES, ("a.png", a_png(), "image/png")).press("Save")
        for path in (house.home / "attachments").rglob("*"):
            if path.is_file():
                path.unlink()
        assert "The file a.png is not on this machine." in form.run().warnings
        open_change(form, month, the_entry(month))
        options = form.field("Files kept with it").options
        assert options == ["a.png (not on this machine)"]
        form.put("What I saw", "Still noted.").press("Save")
        assert [ref.name for ref in the_entry(month).files] == ["a.png"]


class TestRuns:
    def test_a_run_is_of_the_fixed_test_on_the_entrys_day(
        self, form: Visitor, month: Journal
    ) -> None:
        a_good_run(form).press("Save")
        (run,) = the_entry(month).runs
        assert (run.test, run.on) == (FIXED.id, TODAY)
        assert (run.release, run.model) == (MODEL, "Veo 3.1")
        assert (run.tries, run.usable, run.note) == (5, 3, None)
        assert PRIVATE in form.saved
        assert cache.evidence().notes == ()

    def test_everything_known_of_it_is_kept(
        self, form: Visitor, month: Journal
    ) -> None:
        a_good_run(form)
        fill_run(
            form,
            **{
                "How did it go?": Verdict.USUALLY,
                "Settings": "seed 7",
                "Price of one usable output, US$": 0.5,
                "Seconds to one usable output": 90.0,
                "Run on another day?": TODAY - DAY,
            },
        )
        form.put(OUTPUTS, ("out.png", a_png(), "image/png")).run().press("Save")
        (run,) = the_entry(month).runs
        assert run.verdict is Verdict.USUALLY
        assert (run.settings, run.price_usd, run.seconds) == ("seed 7", 0.5, 90.0)
        assert run.on == TODAY - DAY
        assert [ref.name for ref in run.files] == ["out.png"]

    def test_a_free_name_is_kept_as_typed(self, form: Visitor, month: Journal) -> None:
        a_good_run(form)
        fill_run(form, Model_or_tool="Homemade 7").press("Save")
        (run,) = the_entry(month).runs
        assert (run.model, run.release) == ("Homemade 7", None)

    def test_the_model_used_last_is_preset(
        self, form: Visitor, month: Journal, house: House
    ) -> None:
        wrote(house, month, runs=(a_run(model="Homemade 7"),))
        form.press("Add a run")
        assert form.field("Model or tool").value == "Homemade 7"
        fill_run(form, Model_or_tool=MODEL).press("Add a run")
        assert nth(form, "Model or tool", 2).value == MODEL

    def test_the_model_of_ones_last_note_is_preset_in_a_new_journal(
        self, form: Visitor, house: House
    ) -> None:
        with house.writing() as db:
            log_records(db, [a_note(person=CONTRIBUTOR, tool="Homemade 8")])
        form.press("Add a run")
        assert form.field("Model or tool").value == "Homemade 8"

    def test_what_counts_as_usable_and_the_prompt_stand_beside_it(
        self, form: Visitor
    ) -> None:
        form.press("Add a run")
        assert f"Usable: {FIXED.usable}" in form.text
        assert form.app.code[0].value == FIXED.prompt

    def test_something_else_may_have_been_tried(
        self, form: Visitor, month: Journal
    ) -> None:
        a_good_run(form).put("Fixed test", None).press("Save")
        assert the_entry(month).runs[0].test is None

    def test_one_of_several_is_removed_and_nothing_else_is_lost(
        self, form: Visitor, month: Journal
    ) -> None:
        form.put("What I saw", "Three models.")
        for number, model in enumerate(("A", "B", "C"), start=1):
            form.press("Add a run")
            fill_run(form, number, Model_or_tool=model, Tries=number)
        second = [b for b in form.app.button if b.label == "Remove this run"][1]
        second.click().run()
        assert "Run 2: " in form.text
        assert "Run 3: " not in form.text
        form.press("Save")
        entry = the_entry(month)
        assert [(run.model, run.tries) for run in entry.runs] == [("A", 1), ("C", 3)]
        assert entry.text == "Three models."

    def test_a_removed_one_is_put_back_where_it_was(
        self, form: Visitor, month: Journal
    ) -> None:
        for number, model in enumerate(("A", "B"), start=1):
            form.press("Add a run")
            fill_run(form, number, Model_or_tool=model, Tries=number)
        form.press("Remove this run").put("What I saw", "Words.").press("Put it back")
        form.press("Save")
        runs = the_entry(month).runs
        assert [(run.model, run.tries) for run in runs] == [("A", 1), ("B", 2)]

    def test_there_may_be_twenty_and_no_more(
        self, form: Visitor, month: Journal
    ) -> None:
        for _number in range(MOST_RUNS):
            form.press("Add a run")
            nth(form, "Model or tool", _number + 1).options.append("A")
            nth(form, "Model or tool", _number + 1).set_value("A")
        assert form.button("Add a run").disabled
        form.press("Save")
        assert len(the_entry(month).runs) == MOST_RUNS

    def test_all_that_is_missing_in_all_of_them_is_said_at_once(
        self, form: Visitor, month: Journal
    ) -> None:
        form.put("What I saw", "Words.").press("Add a run").press("Add a run")
        fill_run(form, 1, Model_or_tool=None)
        fill_run(form, 2, Model_or_tool="B", **{COUNT: True}).press("Save")
        assert form.problems == [
            "Run 1: choose the model or tool, or type its name.",
            "Run 2: to count on the shared map it needs how many tries were usable, "
            "or how it went in a word.",
        ]
        assert form.field("What I saw").value == "Words."
        assert entries(month) == []

    def test_counts_that_cannot_be_are_said_and_stay(
        self, form: Visitor, month: Journal
    ) -> None:
        a_good_run(form)
        fill_run(form, of_these_usable=7).press("Save")
        assert form.problems == ["7 usable of 5 tries cannot be: count again."]
        assert form.field("of these usable").value == 7
        fill_run(form, of_these_usable=4).press("Save")
        assert form.problems == []
        assert the_entry(month).runs[0].usable == 4


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
        assert "changed in another window" in visitor.problems[0]
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
