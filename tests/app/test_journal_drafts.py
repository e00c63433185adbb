"""Journal: what was typed and not saved comes back in another visit, and only there."""

from datetime import timedelta

import pytest

from tests.app.conftest import Browser
from tests.app.journal_in_app import TODAY, a_month, named
from tests.app.journal_writing_in_app import (
    COUNT,
    FILES,
    MODEL,
    a_good_run,
    fill_run,
    nth,
    open_change,
    open_form,
    the_entry,
    wrote,
)
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.media import a_png
from tests.people import CONTRIBUTOR
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import ImprovementKind
from themewatch.domain.note import Verdict
from themewatch.services.drafts import find_draft
from themewatch.services.house import House

DAY = timedelta(days=1)
HERE = f"Your draft of {NOW:%H}:"
ELSEWHERE = "overwrites nothing until you choose"


@pytest.fixture(autouse=True)
def _named(browser: Browser) -> None:
    named(browser)


@pytest.fixture
def month(house: House) -> Journal:
    return a_month(house, started_on=TODAY - 8 * DAY)


@pytest.fixture
def form(visitor: Visitor, month: Journal) -> Visitor:
    """Return a visitor who typed a line and saved nothing."""
    return open_form(visitor, month).put("What I saw", "Half a sentence").run()


def another(month: Journal, **query: str) -> Visitor:
    """Return another window of the same person, or the same one loaded again."""
    return open_form(Visitor(), month, **query)


def kept(house: House, month: Journal) -> bool:
    name = f"check-in-{month.id}-{TODAY}"
    with house.reading() as db:
        return find_draft(db, CONTRIBUTOR, name) is not None


class TestAnotherVisit:
    def test_finds_what_was_typed_and_is_told(
        self, form: Visitor, month: Journal
    ) -> None:
        assert "Your draft of" not in form.text
        again = another(month)
        assert again.field("What I saw").value == "Half a sentence"
        assert HERE in again.text

    def test_finds_runs_files_and_switches_too(
        self, form: Visitor, month: Journal
    ) -> None:
        form.put(FILES, ("a.png", a_png(), "image/png")).run()
        a_good_run(form)
        fill_run(form, **{"How did it go?": Verdict.USUALLY, COUNT: True})
        form.press("Add a run").put("Day", TODAY - DAY).run()
        again = another(month)
        assert again.field("Files kept with it").options == ["a.png"]
        assert again.field("Model or tool").value == MODEL
        assert again.field("How did it go?").value == Verdict.USUALLY
        assert (again.field("Tries").value, again.field(COUNT).value) == (5, True)
        assert again.field("Day").value == TODAY - DAY
        assert nth(again, "Tries", 2).value is None
        again.press("Remove this run").press("Remove this run").press("Save")
        entry = the_entry(month)
        assert (entry.text, entry.on) == ("Half a sentence", TODAY - DAY)
        assert [ref.name for ref in entry.files] == ["a.png"]

    def test_finds_an_improvement_too(self, visitor: Visitor, month: Journal) -> None:
        open_form(visitor, month, "improvement")
        visitor.put("The result", "Half").put(
            "What made it better, or did not?", ImprovementKind.NOT_BETTER
        ).run()
        again = another(month, kind="improvement")
        assert again.field("The result").value == "Half"
        made = again.field("What made it better, or did not?").value
        assert made == ImprovementKind.NOT_BETTER

    def test_finds_nothing_where_nobody_typed(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        open_form(visitor, month).run()
        assert not kept(house, month)
        assert "Your draft of" not in another(month).text

    @pytest.mark.usefixtures("form")
    def test_of_somebody_else_finds_nothing(
        self, month: Journal, browser: Browser
    ) -> None:
        assert "Half a sentence" in another(month).text
        named(browser, "Somebody Else")
        assert "Half a sentence" not in another(month).text

    def test_on_another_day_has_a_form_of_its_own(
        self, form: Visitor, month: Journal
    ) -> None:
        other = open_form(form, month, on=TODAY - DAY)
        assert not other.field("What I saw").value
        back = open_form(form, month)
        assert back.field("What I saw").value == "Half a sentence"

    @pytest.mark.usefixtures("form")
    def test_finds_the_day_it_is_of(self, month: Journal) -> None:
        again = Visitor()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("themewatch.ui.session.today", lambda: TODAY + DAY)
            open_form(again, month)
        assert f"Your draft of {NOW:%Y-%m-%d %H}:" in again.text

    def test_of_a_change_finds_what_was_typed_over_the_entry(
        self, visitor: Visitor, month: Journal, house: House
    ) -> None:
        entry = wrote(house, month)
        open_change(visitor, month, entry).put("What I saw", "Changed").run()
        again = open_change(Visitor(), month, entry)
        assert again.field("What I saw").value == "Changed"
        again.press("Save")
        assert the_entry(month).text == "Changed"


class TestItsEnd:
    def test_saving_drops_it(self, form: Visitor, month: Journal, house: House) -> None:
        assert kept(house, month)
        form.press("Save")
        assert not kept(house, month)
        assert not another(month).field("What I saw").value

    def test_a_refused_form_stays_a_draft(self, form: Visitor, month: Journal) -> None:
        form.press("Add a run")
        fill_run(form, Model_or_tool=None).press("Save")
        assert form.problems
        assert another(month).field("What I saw").value == "Half a sentence"

    @pytest.mark.usefixtures("form")
    def test_discarding_empties_the_form(self, month: Journal, house: House) -> None:
        again = another(month).press("Discard it")
        assert not again.field("What I saw").value
        assert not kept(house, month)

    def test_what_was_discarded_is_brought_back(
        self, form: Visitor, month: Journal, house: House
    ) -> None:
        a_good_run(form)
        again = another(month).press("Discard it")
        assert "Your draft is discarded." in again.text
        again.press("Bring it back")
        assert again.field("What I saw").value == "Half a sentence"
        assert again.field("Tries").value == 5
        assert kept(house, month)


class TestTwoWindows:
    @pytest.fixture
    def second(self, form: Visitor, month: Journal) -> Visitor:
        """Return a second window, whose draft the first has changed since."""
        second = another(month)
        form.put("What I saw", "The first window").run()
        return second.put("What I saw", "The second window").run()

    def test_the_second_is_told_and_overwrites_nothing(
        self, second: Visitor, month: Journal
    ) -> None:
        assert ELSEWHERE in second.warnings[0]
        assert second.field("What I saw").value == "The second window"
        assert another(month).field("What I saw").value == "The first window"
        second.put("What I saw", "Still the second").run()
        assert another(month).field("What I saw").value == "The first window"

    def test_the_first_goes_on(
        self, form: Visitor, second: Visitor, month: Journal
    ) -> None:
        form.put("What I saw", "The first goes on").run()
        assert form.warnings == []
        assert another(month).field("What I saw").value == "The first goes on"
        assert second.field("What I saw").value == "The second window"

    def test_one_may_insist(self, second: Visitor, month: Journal) -> None:
        second.press("Keep what stands here")
        assert second.warnings == []
        assert another(month).field("What I saw").value == "The second window"

    def test_or_take_what_the_other_has(self, second: Visitor) -> None:
        second.press("Take the other one")
        assert second.field("What I saw").value == "The first window"
        assert second.warnings == []

    def test_saving_one_leaves_the_drafts_of_the_other(
        self, second: Visitor, month: Journal
    ) -> None:
        second.press("Save")
        assert the_entry(month).text == "The second window"
        assert another(month).field("What I saw").value == "The first window"

    def test_what_one_saved_the_other_is_told(
        self, form: Visitor, month: Journal, house: House
    ) -> None:
        second = another(month)
        form.press("Save")
        second.put("What I saw", "More words").run()
        assert "saved or discarded in another window" in second.warnings[0]
        assert second.field("What I saw").value == "More words"
        second.press("Keep what stands here")
        assert kept(house, month)
