"""What to watch for: adding a checkpoint, and saying what came of it."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.app.ahead_in_app import open_ahead, order
from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_checkpoint
from tests.people import CONTRIBUTOR
from themewatch.domain.checkpoint import Checkpoint, Subject
from themewatch.services.checkpoints import Settlement, settle
from themewatch.services.house import House
from themewatch.ui import cache

TODAY = NOW.date()
DAY = timedelta(days=1)


def the_checkpoint() -> Checkpoint:
    (checkpoint,) = cache.evidence().checkpoints
    return checkpoint


def settled(title: str, on: date) -> Checkpoint:
    return a_checkpoint(
        title=title, recorded_at=NOW, settled_on=on, result="Withdrawn."
    )


def test_nothing_is_invented_and_the_empty_page_says_what_one_is(
    visitor: Visitor,
) -> None:
    text = open_ahead(visitor).text
    assert cache.evidence().checkpoints == ()
    assert "a ruling on training data" in text
    assert "None is watched for here yet." in text
    assert visitor.has_button("Add it")


def test_what_is_due_stands_first_then_by_day_then_open_then_settled(
    visitor: Visitor, keep: Keep
) -> None:
    keep(
        a_checkpoint(title="Tomorrow", due_on=TODAY + DAY),
        a_checkpoint(title="Some time", due_on=None),
        settled("Done", TODAY - 9 * DAY),
        a_checkpoint(title="Later", due_on=TODAY + 90 * DAY),
        a_checkpoint(title="Overdue", due_on=TODAY - DAY),
    )
    text = open_ahead(visitor).text
    headings = ("Its day has come", "Ahead", "Open date", "Settled")
    titles = ("Overdue", "Tomorrow", "Later", "Some time", "Done")
    assert order(text, *titles) == sorted(order(text, *titles))
    assert [h.value for h in visitor.app.header] == list(headings)
    assert "due since 2026-09-30 · a ruling · Consistency & control" in text
    assert "What came of it: Withdrawn." in text


def test_each_opens_its_record_and_where_it_was_read(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_checkpoint(id="k1", theme=None, link="https://example.org/case"))
    open_ahead(visitor)
    assert "due 2027-01-15 · a ruling · all themes" in visitor.text
    assert "Who is paid decides who goes on." in visitor.text
    (source,) = visitor.app.get("link_button")
    assert (source.proto.label, source.proto.url) == (
        "Where it was read",
        "https://example.org/case",
    )
    assert visitor.links("Open") == ["record?id=k1"]


def test_many_settled_ones_are_paged(visitor: Visitor, keep: Keep) -> None:
    keep(
        *(settled(f"Case {n:02}", TODAY - n * DAY) for n in range(12)),
    )
    text = open_ahead(visitor).text
    assert "Case 09" in text
    assert "Case 10" not in text


class TestAdding:
    @pytest.fixture
    def form(self, visitor: Visitor) -> Visitor:
        return open_ahead(visitor)

    def fill(self, form: Visitor, **more: Any) -> Visitor:
        fields = {
            "Your name": CONTRIBUTOR,
            "What to watch for": "A verdict",
            "Kind": Subject.STANDARD,
            "Theme": "longer-video",
            "Day": date(2026, 12, 24),
            "Why it matters": "It decides.",
            "Link to where it was read": "https://example.org/",
        }
        for label, value in (fields | more).items():
            form.put(label, value)
        return form.press("Add it")

    def test_everything_given_is_kept(self, form: Visitor) -> None:
        self.fill(form)
        assert form.problems == []
        found = the_checkpoint()
        assert (found.title, found.subject, found.theme) == (
            "A verdict",
            Subject.STANDARD,
            "longer-video",
        )
        assert (found.due_on, found.text, found.link) == (
            date(2026, 12, 24),
            "It decides.",
            "https://example.org/",
        )
        assert found.person == CONTRIBUTOR
        assert form.app.text_input(key="tester_name").value == CONTRIBUTOR
        assert "“A verdict” is watched for: due 2026-12-24" in form.saved
        assert not form.has_button("Add it")

    def test_without_a_day_or_theme_it_is_open_and_of_all(self, form: Visitor) -> None:
        self.fill(form, Day=None, Theme="")
        assert (the_checkpoint().due_on, the_checkpoint().theme) == (None, None)
        assert "open date" in form.text

    def test_it_is_undone_and_put_back(self, form: Visitor) -> None:
        self.fill(form).press("Undo")
        assert cache.evidence().checkpoints == ()
        form.press("Put it back")
        assert the_checkpoint().title == "A verdict"

    def test_refused_it_keeps_what_was_typed(self, form: Visitor) -> None:
        self.fill(form, **{"Link to where it was read": "example"})
        (problem,) = form.problems
        assert problem.startswith("Link must be an address")
        assert form.field("What to watch for").value == "A verdict"
        assert form.field("Kind").value is Subject.STANDARD
        assert form.field("Day").value == date(2026, 12, 24)
        assert cache.evidence().checkpoints == ()

    @pytest.mark.parametrize(
        ("missing", "said"),
        [
            ({"What to watch for": " "}, "What to watch for is missing"),
            ({"Your name": " "}, "Your name is missing"),
        ],
    )
    def test_a_title_and_a_name_are_needed(
        self, form: Visitor, missing: dict[str, str], said: str
    ) -> None:
        self.fill(form, **missing)
        (problem,) = form.problems
        assert problem.startswith(said)

    def test_a_link_names_the_theme_it_begins_with(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_checkpoint())
        open_ahead(visitor, theme="text-rendering")
        assert visitor.field("Theme").value == "text-rendering"


class TestSayingWhatCame:
    @pytest.fixture
    def form(self, visitor: Visitor, keep: Keep) -> Visitor:
        keep(a_checkpoint(id="k1", due_on=TODAY - DAY))
        return open_ahead(visitor).unfold("settle-k1")

    def say(self, form: Visitor, result: str = "Put off.") -> Visitor:
        form.put("What came of it?", result)
        form.app.get_by_key("came-k1-0-save").click()
        return form.run()

    def test_it_is_settled_today_unless_another_day_is_given(
        self, form: Visitor
    ) -> None:
        self.say(form)
        found = the_checkpoint()
        assert (found.settled_on, found.result) == (TODAY, "Put off.")
        assert found.supersedes == "k1"
        assert "What came of “A ruling on training data”: Put off." in form.saved
        assert "settled 2026-10-01" in form.text

    def test_undone_it_is_due_again_and_not_gone(self, form: Visitor) -> None:
        self.say(form).press("Undo")
        assert the_checkpoint().is_due(TODAY)
        assert "It stands as it did before" in form.saved
        form.press("Put it back")
        assert the_checkpoint().result == "Put off."

    def test_refused_it_keeps_what_was_typed(self, form: Visitor) -> None:
        form.put("On which day?", TODAY + 9 * DAY)
        self.say(form)
        (problem,) = form.problems
        assert problem == "Settled on (2026-10-10) lies in the future."
        assert form.field("What came of it?").value == "Put off."
        assert not the_checkpoint().is_settled

    def test_nothing_said_is_refused(self, form: Visitor) -> None:
        self.say(form, " ")
        (problem,) = form.problems
        assert problem.startswith("What came of it is missing")

    def test_who_is_second_is_told_and_loses_nothing(
        self, form: Visitor, house: House
    ) -> None:
        with house.writing() as db:
            settle(db, "k1", Settlement("s1", NOW, TODAY, "Upheld."))
        self.say(form)
        (problem,) = form.problems
        assert "“Upheld.”" in problem
        assert "You typed: “Put off.”" in problem
        assert the_checkpoint().result == "Upheld."
