"""The page of what was done: found, filtered, opened, and put back from there."""

from datetime import timedelta
from typing import Any

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, RECORDED_AT, a_note, a_release, a_view
from tests.people import CONTRIBUTOR, REVIEWER, VIEWER
from themewatch.domain.activity import OF_PEOPLE, Act, Subject
from themewatch.domain.person import Actor, Role
from themewatch.services.history import LINES_A_PAGE
from themewatch.services.house import House
from themewatch.services.log import log_record, put_back, take_back
from themewatch.storage.activity import add_activity
from themewatch.ui import cache, session

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def is_bare() -> bool:
    return True


@pytest.fixture
def taken_back(house: House) -> str:
    """Let one log a note, and another take it back, a day later."""
    with house.acting(Actor(CONTRIBUTOR, Role.CONTRIBUTOR)).writing() as db:
        log_record(db, a_note(id="n1"))
    with house.acting(Actor(REVIEWER, Role.REVIEWER)).writing() as db:
        take_back(db, "n1", by=REVIEWER, now=RECORDED_AT + DAY)
    return "n1"


def open_history(visitor: Visitor, **query: Any) -> Visitor:
    visitor.open("history", **query)
    assert visitor.title == "Who did what"
    return visitor


def told(visitor: Visitor) -> list[str]:
    """Return the first lines of what was done."""
    lines = visitor.text.split("\n")
    return [line[8:].strip() for line in lines if line[2:3] == ":" and "·" in line]


def test_before_anything_was_done_it_says_what_will_stand_here(
    visitor: Visitor,
) -> None:
    text = open_history(visitor).text
    assert "Nothing was done yet." in text
    assert "what a journal holds does not" in text


@pytest.mark.usefixtures("taken_back")
def test_it_says_who_did_what_the_last_first_under_its_day(visitor: Visitor) -> None:
    text = open_history(visitor).text
    assert told(visitor) == [
        f"{REVIEWER} took back a test note",
        f"{CONTRIBUTOR} logged a test note",
    ]
    assert [part.value for part in visitor.app.header] == [
        "2026-09-02",
        "2026-09-01",
    ]
    assert "Vision 1 · Consistency & control · sometimes works" in text


@pytest.mark.usefixtures("taken_back")
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"who": REVIEWER}, 1),
        ({"act": "recorded"}, 1),
        ({"act": ["recorded", "taken-back"]}, 2),
        ({"find": "vision"}, 2),
        ({"from": "2026-09-02"}, 1),
        ({"to": "2026-09-01"}, 1),
        ({"act": "no-such-act"}, 2),
        ({"who": "nobody"}, 2),
    ],
    ids=str,
)
def test_the_address_says_what_is_looked_for(
    visitor: Visitor, query: dict[str, Any], count: int
) -> None:
    assert len(told(open_history(visitor, **query))) == count


@pytest.mark.usefixtures("taken_back")
def test_what_is_chosen_stands_in_the_address(visitor: Visitor) -> None:
    open_history(visitor).put("Who", REVIEWER).put("What was done", ["recorded"]).run()
    query = visitor.app.query_params
    assert (query["who"], query["act"]) == (REVIEWER, "recorded")
    assert "Nothing fits. Leave something out." in visitor.text


def test_what_was_done_without_a_name_is_found_as_such(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_release())
    assert told(open_history(visitor, who="-")) == [
        "somebody at the machine logged a release"
    ]


@pytest.mark.usefixtures("taken_back")
def test_each_line_leads_to_what_it_tells_of(visitor: Visitor, house: House) -> None:
    with house.writing() as db:
        add_activity(db, Act.FEED_PAUSED, NOW, Subject("feed", "f1", "Lab"))
        add_activity(db, Act.DISMISSED, NOW, Subject("story", "s1", "Kite"))
        add_activity(db, Act.BACKED_UP, NOW, Subject("archive", about="x.zip"))
        for about in ("September", "September · consistency"):
            add_activity(db, Act.VOTED, NOW, Subject("review", "r1", about))
    assert open_history(visitor).links("Open") == [
        "review?review=r1&theme=consistency",
        "review?review=r1",
        "inbox?view=decided",
        "feeds?",
        "record?id=n1",
        "record?id=n1",
    ]


class TestPuttingBack:
    def test_is_done_there_and_undone(self, visitor: Visitor, taken_back: str) -> None:
        open_history(visitor).press("Put it back")
        assert [note.id for note in cache.evidence().notes] == [taken_back]
        assert "It was put back, and counts again." in visitor.saved
        assert "put back a test note" in told(visitor)[0]
        assert not visitor.has_button("Put it back")
        visitor.press("Undo")
        assert cache.evidence().notes == ()

    def test_that_somebody_else_did_meanwhile_is_said(
        self, visitor: Visitor, house: House, taken_back: str
    ) -> None:
        open_history(visitor)
        with house.writing() as db:
            put_back(db, taken_back, by=REVIEWER, now=NOW)
        visitor.press("Put it back")
        (problem,) = visitor.problems
        assert "put back already" in problem

    @pytest.mark.usefixtures("taken_back")
    def test_is_offered_to_nobody_who_may_not(
        self, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reader = Actor(VIEWER, Role.VIEWER)
        monkeypatch.setattr(session, "actor", lambda: reader)
        assert len(told(open_history(visitor))) == 2
        assert not visitor.has_button("Put it back")


class TestWhatPeopleThemselvesDid:
    @pytest.fixture(autouse=True)
    def _did(self, house: House) -> None:
        with house.acting(Actor("Eve", Role.VIEWER)).writing() as db:
            for act in OF_PEOPLE:
                add_activity(db, act, NOW)

    def test_is_told_to_admins(self, visitor: Visitor) -> None:
        assert "Eve was refused something" in told(open_history(visitor))

    def test_is_told_to_nobody_else_whatever_the_address(
        self, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reviewer = Actor(REVIEWER, Role.REVIEWER)
        monkeypatch.setattr(session, "actor", lambda: reviewer)
        open_history(visitor, act="refused", who="Eve")
        assert told(visitor) == []
        assert "refused" not in visitor.field("What was done").options
        assert "Eve" not in visitor.text


def test_a_page_holds_so_many_and_the_next_one_the_rest(
    visitor: Visitor, house: House
) -> None:
    with house.acting(Actor("Ann", Role.ADMIN)).writing() as db:
        for number in range(LINES_A_PAGE + 2):
            log_record(db, a_view(id=f"v{number}", recorded_at=NOW - number * HOUR))
    assert len(told(open_history(visitor))) == LINES_A_PAGE
    assert "52 lines" in visitor.text
    assert len(told(open_history(Visitor(), page=2))) == 2
    assert told(open_history(Visitor(), page=99)), "a page there is none of"


@pytest.mark.usefixtures("taken_back")
def test_what_is_found_can_be_taken_along(visitor: Visitor) -> None:
    open_history(visitor)
    buttons = visitor.app.get("download_button")
    assert [button.proto.label for button in buttons] == [
        "All of it (CSV)",
        "All of it (JSON)",
    ]
    nothing = open_history(Visitor(), find="no such thing")
    assert not nothing.app.get("download_button")
