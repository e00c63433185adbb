"""Inbox: what a story looks like, where one is, and what stands in the address."""

from datetime import timedelta

import pytest

from tests.app.inbox_in_app import current, open_inbox, waiting
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.news import LAB, QUIET, Piece, put_feed, put_stories, put_story
from themewatch.domain.news import Match, Reason
from themewatch.services.house import House
from themewatch.ui import session

FACTS = "release · Consistency"


@pytest.fixture
def row(house: House) -> list[str]:
    """Put five stories of a release each."""
    with house.writing() as db:
        return put_stories(db, 5)


class TestWhereOneIs:
    @pytest.mark.usefixtures("row")
    def test_the_address_brings_back_the_story(self, visitor: Visitor) -> None:
        assert current(open_inbox(visitor, story="s3")) == "Kite 3 is now available"

    def test_the_address_brings_back_the_page_once(
        self, visitor: Visitor, house: House
    ) -> None:
        with house.writing() as db:
            put_stories(db, 32)
        open_inbox(visitor, page="2", story="s32")
        assert "32 of 32" in visitor.text
        visitor.press("Back").press("Back")
        assert "30 of 32" in visitor.text

    @pytest.mark.usefixtures("row")
    def test_a_page_that_is_none_is_the_first(self, visitor: Visitor) -> None:
        assert "1 of 5" in open_inbox(visitor, page="x", story="gone").text

    def test_pages_are_offered_without_a_complaint(
        self, visitor: Visitor, house: House, caplog: pytest.LogCaptureFixture
    ) -> None:
        with house.writing() as db:
            put_stories(db, 32)
        open_inbox(visitor).app.get_by_key("row-s30").click()
        visitor.run().press("Next").press("Back")
        assert "default value" not in caplog.text

    @pytest.mark.usefixtures("row")
    def test_what_is_looked_for_goes_into_the_address(self, visitor: Visitor) -> None:
        open_inbox(visitor).put("Looks like a release", value=True)
        visitor.put("Search", "kite\u2060 4").run()
        assert visitor.app.query_params["releases"] == "true"
        assert current(visitor) == "Kite 4 is now available"
        visitor.put("Looks like a release", value=False).put("Search", "").run()
        assert "releases" not in visitor.app.query_params
        assert "words" not in visitor.app.query_params


class TestWhatIsHidden:
    @pytest.mark.parametrize("query", [{"about": "longer-video"}, {"releases": "true"}])
    def test_it_is_not_offered_where_it_could_not_be_shown(
        self, visitor: Visitor, house: House, query: dict[str, str]
    ) -> None:
        with house.writing() as db:
            put_feed(db, LAB)
            put_story(db, "kite")
            put_story(db, "quiet", QUIET)
        assert "1 story left" in open_inbox(visitor, **query).text
        assert "hidden" not in visitor.text


class TestAPressTooSoon:
    @pytest.mark.usefixtures("row")
    def test_it_is_told(
        self, visitor: Visitor, house: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        open_inbox(visitor)
        shown = session.now()
        monkeypatch.setattr(session, "now", lambda: shown)
        visitor.press("Dismiss").press("Dismiss")
        assert waiting(house) == 4
        assert "Too soon: that press decided nothing." in visitor.text
        monkeypatch.setattr(session, "now", lambda: shown + timedelta(seconds=1))
        visitor.press("Next")
        assert "Too soon" not in visitor.text


class TestWords:
    def test_those_of_another_case_are_said_once(
        self, visitor: Visitor, house: House
    ) -> None:
        why = (Reason(None, ("Open-source", "open-source", "Open")),)
        with house.writing() as db:
            put_story(db, "s1", Piece(match=Match(is_release=True, why=why)))
        assert "Looks like a release: Open-source\n" in open_inbox(visitor).text + "\n"

    def test_a_long_name_of_a_source_is_cut(
        self, visitor: Visitor, house: House
    ) -> None:
        with house.writing() as db:
            put_feed(db, LAB, title="Lab " * 400)
            put_story(db, "s1", Piece(feed=LAB, at=NOW))
        assert "Lab " * 30 not in open_inbox(visitor).text
