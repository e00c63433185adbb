"""A checkpoint's own page: what it says, correcting it, saying what came of it."""

from datetime import date

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_checkpoint
from tests.people import CONTRIBUTOR
from themewatch.domain.checkpoint import Checkpoint, Subject
from themewatch.ui import cache

TODAY = NOW.date()


def open_record(visitor: Visitor) -> Visitor:
    visitor.open("record", id="k1")
    assert visitor.title == "Piece of evidence"
    return visitor


def the_checkpoint() -> Checkpoint:
    (checkpoint,) = cache.evidence().checkpoints
    return checkpoint


def test_it_says_all_that_was_given(visitor: Visitor, keep: Keep) -> None:
    keep(a_checkpoint(id="k1", link="https://example.org/case"))
    text = open_record(visitor).text
    for words in (
        "A ruling on training data",
        "a ruling",
        "Consistency & control",
        "2027-01-15",
        "Who is paid decides who goes on.",
        CONTRIBUTOR,
    ):
        assert words in text
    assert visitor.links("All checkpoints") == ["ahead?"]
    assert visitor.links("Open the theme") == ["theme?theme=consistency"]


def test_of_all_themes_it_leads_to_none(visitor: Visitor, keep: Keep) -> None:
    keep(a_checkpoint(id="k1", theme=None, due_on=None))
    text = open_record(visitor).text
    assert "all themes" in text
    assert "open date" in text
    assert visitor.links("Open the theme") == []


def test_what_came_of_it_is_said_there_too(visitor: Visitor, keep: Keep) -> None:
    keep(a_checkpoint(id="k1"))
    open_record(visitor).unfold("settle-k1").put("What came of it?", "Upheld.")
    visitor.app.get_by_key("came-k1-0-save").click()
    visitor.run()
    assert the_checkpoint().result == "Upheld."
    assert "What came of “A ruling on training data”: Upheld." in visitor.saved
    assert "corrected" in visitor.text


class TestCorrecting:
    @pytest.fixture
    def form(self, visitor: Visitor, keep: Keep) -> Visitor:
        keep(a_checkpoint(id="k1", theme=None, due_on=None))
        return open_record(visitor).unfold("correct")

    def test_the_form_holds_what_was_added(self, form: Visitor) -> None:
        assert form.field("What to watch for").value == "A ruling on training data"
        assert form.field("Kind").value is Subject.RULING
        assert (form.field("Theme").value, form.field("Day").value) == ("", None)

    def test_an_open_date_becomes_a_day(self, form: Visitor) -> None:
        form.put("Day", date(2027, 3, 1)).put("Theme", "lower-cost")
        form.press("Save the correction")
        found = the_checkpoint()
        assert (found.due_on, found.theme) == (date(2027, 3, 1), "lower-cost")
        assert (found.supersedes, found.person) == ("k1", CONTRIBUTOR)

    def test_without_a_title_it_is_refused(self, form: Visitor) -> None:
        form.put("What to watch for", " ").press("Save the correction")
        (problem,) = form.problems
        assert problem.startswith("What to watch for is missing")


class TestCorrectingWhatCame:
    @pytest.fixture
    def form(self, visitor: Visitor, keep: Keep) -> Visitor:
        settled = {"settled_on": TODAY, "result": "Put off."}
        keep(a_checkpoint(id="k1", recorded_at=NOW, **settled))
        return open_record(visitor).unfold("correct")

    def test_it_is_among_the_fields(self, form: Visitor) -> None:
        form.put("What came of it?", "Upheld.").press("Save the correction")
        assert the_checkpoint().result == "Upheld."
        assert not form.has_button("Add it")

    def test_emptied_it_is_awaited_again(self, form: Visitor) -> None:
        form.put("What came of it?", "").put("On which day?", None)
        form.press("Save the correction")
        assert not the_checkpoint().is_settled

    def test_half_of_it_is_refused(self, form: Visitor) -> None:
        form.put("On which day?", None).press("Save the correction")
        (problem,) = form.problems
        assert problem.startswith("Settled on is missing")
