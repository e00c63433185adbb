"""Inbox: the row of stories, several at once, and two people at once."""

import pytest

from tests.app.inbox_in_app import current, open_inbox, waiting
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.news import (
    put_stories,
)
from tests.people import REVIEWER
from themewatch.domain.story import Seen
from themewatch.services import triage
from themewatch.services.house import House
from themewatch.services.triage import By
from themewatch.ui import session
from themewatch.ui.inbox_state import LEAST_LOOK


@pytest.fixture
def row(house: House) -> list[str]:
    """Put five stories of a release each."""
    with house.writing() as db:
        return put_stories(db, 5)


class TestTheRow:
    @pytest.mark.usefixtures("row")
    def test_the_newest_is_before_us_and_the_next_is_there_at_once(
        self, visitor: Visitor
    ) -> None:
        open_inbox(visitor)
        assert "5 stories left" in visitor.text
        assert current(visitor) == "Kite 1 is now available"
        visitor.press("Dismiss")
        assert current(visitor) == "Kite 2 is now available"
        visitor.press("Later")
        assert current(visitor) == "Kite 3 is now available"
        assert "3 stories left" in visitor.text

    @pytest.mark.usefixtures("row")
    def test_one_steps_forward_and_back_and_stays_within(
        self, visitor: Visitor
    ) -> None:
        open_inbox(visitor).press("Back").press("Next").press("Next")
        assert current(visitor) == "Kite 3 is now available"
        visitor.press("Dismiss")
        assert current(visitor) == "Kite 4 is now available"
        visitor.press("Back")
        assert current(visitor) == "Kite 2 is now available"
        visitor.press("Next").press("Next").press("Next").press("Next")
        assert current(visitor) == "Kite 5 is now available"

    @pytest.mark.usefixtures("row")
    def test_a_row_pressed_comes_before_us(self, visitor: Visitor) -> None:
        open_inbox(visitor).app.get_by_key("row-s4").click()
        assert current(visitor.run()) == "Kite 4 is now available"

    def test_beyond_the_page_the_next_page_comes(
        self, visitor: Visitor, house: House
    ) -> None:
        with house.writing() as db:
            put_stories(db, 32)
        open_inbox(visitor).app.get_by_key("row-s30").click()
        visitor.run().press("Next")
        assert current(visitor) == "Kite 31 is now available"
        assert "31 of 32" in visitor.text
        visitor.press("Back")
        assert current(visitor) == "Kite 30 is now available"

    @pytest.mark.usefixtures("row")
    def test_all_shown_are_dismissed_as_one_act(
        self, visitor: Visitor, house: House
    ) -> None:
        open_inbox(visitor).put("Several at once", value=True).run()
        visitor.press("Dismiss all 5 shown")
        assert "5 stories dismissed." in visitor.text
        assert waiting(house) == 0
        visitor.press("Undo")
        assert waiting(house) == 5

    @pytest.mark.usefixtures("row")
    def test_ticked_ones_are_dismissed(self, visitor: Visitor, house: House) -> None:
        open_inbox(visitor).put("Several at once", value=True).run()
        for story in ("s2", "s4"):
            visitor.app.get_by_key(f"tick-{story}").set_value(True)
        visitor.run().press("Dismiss 2 ticked")
        assert "2 stories dismissed." in visitor.text
        assert "Kite 3" in visitor.text
        assert waiting(house) == 3

    @pytest.mark.usefixtures("row")
    def test_two_rows_are_merged_into_one(self, visitor: Visitor) -> None:
        open_inbox(visitor).press("Merge").press("Merge them")
        assert "Merged into “Kite 2 is now available”." in visitor.text
        assert "4 stories left" in visitor.text
        assert "Also in 1 more place" in visitor.text


class TestTwoAtOnce:
    @pytest.mark.usefixtures("row")
    def test_what_somebody_decided_meanwhile_is_said_and_stands(
        self, visitor: Visitor, house: House
    ) -> None:
        open_inbox(visitor)
        with house.writing() as db:
            triage.put_off(db, Seen("s1", 1), By(REVIEWER, NOW))
        visitor.press("Dismiss")
        assert visitor.problems == [
            f"“Kite 1 is now available” was put off by {REVIEWER} meanwhile: that "
            "stands. Yours was to dismiss it; nothing of it was kept."
        ]
        assert waiting(house) == 4

    @pytest.mark.usefixtures("row")
    def test_a_press_sooner_than_one_can_look_decides_nothing(
        self,
        visitor: Visitor,
        house: House,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        open_inbox(visitor)
        shown = session.now()
        monkeypatch.setattr(session, "now", lambda: shown)
        visitor.press("Dismiss").press("Dismiss").press("Dismiss")
        assert waiting(house) == 4
        later = shown + LEAST_LOOK
        monkeypatch.setattr(session, "now", lambda: later)
        visitor.press("Dismiss")
        assert waiting(house) == 3
