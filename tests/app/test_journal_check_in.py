"""Journal: a check-in, its runs, what is shared, and what goes wrong."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.app.conftest import Browser
from tests.app.journal_in_app import FIXED, TODAY, a_month, named
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
    wrote,
)
from tests.app.visitor import Visitor
from tests.factories import NOW, a_note
from tests.media import a_page, a_png, a_wav
from tests.people import CONTRIBUTOR
from themewatch.domain.journal import Journal
from themewatch.domain.journal_checks import MOST_RUNS
from themewatch.domain.journal_entry import EntryKind
from themewatch.domain.note import Verdict
from themewatch.services.house import House
from themewatch.services.log import log_records
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
