"""The page of reviews: open one, see its agenda, vote unseen."""

from datetime import date, timedelta
from functools import partial

import pytest

from tests.app.conftest import Browser, Clock
from tests.app.journal_in_app import named
from tests.app.review_in_app import (
    EVE,
    Opened,
    look,
    on_theme,
    open_elsewhere,
    reviews,
    send,
    vote,
)
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER
from tests.reviewing import BEN, OTHER, THEME
from themewatch.domain.review import DecisionKind, Use
from themewatch.domain.view import Confidence
from themewatch.services.house import House
from themewatch.services.review_votes import list_votes
from themewatch.services.reviews import close_review, list_decisions
from themewatch.ui import cache
from themewatch.ui.view_form import PLACES


@pytest.fixture
def is_bare() -> bool:
    return True


@pytest.fixture
def opened(house: House) -> Opened:
    """Return how a review is opened elsewhere."""
    return partial(open_elsewhere, house)


@pytest.mark.usefixtures("visitor")
class TestTheList:
    def test_without_any_it_says_what_to_do(self) -> None:
        visitor = look()
        assert "votes unseen" in visitor.text
        assert visitor.has_button("Open the first review")

    def test_each_is_there_with_its_state(self, opened: Opened) -> None:
        opened()
        visitor = look()
        assert "votes are taken until 2026-10-08 09:30 UTC" in visitor.text
        assert "0 of 2 themes decided" in visitor.text
        visitor.press("Open")
        assert visitor.app.query_params["review"] == "review-1"
        assert "To talk about" in visitor.text

    def test_one_that_is_not_there_is_told(self) -> None:
        assert "There is no such review" in look(review="nope").warnings[0]

    def test_the_map_tells_who_is_asked_to_vote(
        self, opened: Opened, browser: Browser
    ) -> None:
        opened(title="Our month")
        label, link = "Your vote is asked for: Our month", "review?review=review-1"
        assert Visitor().open("map").links(label) == []
        named(browser, CONTRIBUTOR)
        assert Visitor().open("map").links(label) == [link]


@pytest.mark.usefixtures("visitor")
class TestOpening:
    def form(self, browser: Browser) -> Visitor:
        named(browser, REVIEWER)
        return look(view="open")

    def test_nearly_all_is_preset(self, browser: Browser) -> None:
        visitor = self.form(browser)
        assert visitor.field("Title").value == "Review of October 2026"
        assert visitor.field("What is new from").value == date(2026, 9, 1)
        assert visitor.field("until").value == NOW.date()
        assert visitor.field("Votes until the end of").value == date(2026, 10, 8)
        assert len(visitor.field("Themes").value) == 7

    def test_opened_it_stands_with_who_opened_it(
        self, browser: Browser, house: House
    ) -> None:
        visitor = self.form(browser).press("Open it")
        (review,) = reviews(house)
        assert (review.opened_by, review.people) == (REVIEWER, ())
        assert review.until.date() == date(2026, 10, 9)
        assert visitor.app.query_params["review"] == review.id
        assert "The review is open." in visitor.text

    def test_what_is_missing_is_said_and_what_was_typed_stays(
        self, browser: Browser, house: House
    ) -> None:
        visitor = self.form(browser).put("Title", "Ours").put("Themes", [])
        visitor.press("Open it")
        assert visitor.problems == ["Choose the themes to look at: one at least."]
        assert visitor.field("Title").value == "Ours"
        assert reviews(house) == []

    def test_the_days_begin_after_those_looked_at_last(
        self, browser: Browser, opened: Opened
    ) -> None:
        opened()
        start = self.form(browser).field("What is new from").value
        assert start == date(2026, 10, 1)

    def test_a_change_is_kept_and_a_stale_one_told(
        self, browser: Browser, opened: Opened, house: House
    ) -> None:
        opened()
        named(browser, REVIEWER)
        mine, theirs = (look(review="review-1", view="change") for _ in "ab")
        mine.put("Title", "Autumn").press("Save")
        assert reviews(house)[0].title == "Autumn"
        theirs.put("Title", "Harvest").press("Save")
        assert "It is now: “Autumn”" in theirs.problems[0]
        assert theirs.field("Title").value == "Harvest"
        theirs.press("Save")
        assert reviews(house)[0].title == "Harvest"


@pytest.mark.usefixtures("visitor")
class TestTheAgenda:
    def test_what_is_new_is_talked_about_with_its_reasons(self, opened: Opened) -> None:
        opened()
        text = look(review="review-1").text
        assert "1. Longer, coherent video" in text
        assert "1 new test, 1 new view" in text
        assert "never decided before" in text
        assert text.index("Longer, coherent video") < text.index("Nothing new")

    def test_what_is_not_new_is_confirmed_in_one_click(
        self, opened: Opened, browser: Browser, house: House
    ) -> None:
        opened()
        named(browser, REVIEWER)
        before = cache.version()
        visitor = look(review="review-1").press("Confirm this one, no change")
        with house.reading() as db:
            (kept,) = list_decisions(db, "review-1")
        assert (kept.theme, kept.kind) == (THEME, DecisionKind.UNCHANGED)
        assert (kept.decided_by, kept.use) == (REVIEWER, Use.TRY)
        assert "1 theme is confirmed: no change." in visitor.text
        assert cache.version() == before

    def test_a_theme_opens_by_its_address(self, opened: Opened) -> None:
        opened()
        visitor = look(review="review-1").press("Open")
        assert visitor.app.query_params["theme"] == OTHER
        assert "Test: Vision 1, sometimes works" in visitor.text
        assert "Drifts *after* ten seconds." in visitor.text
        assert f"View: Growing, middle third ({EVE}, 2026-09-20)" in visitor.text


@pytest.mark.usefixtures("visitor")
class TestVoting:
    def test_votes_are_hidden_until_one_has_voted(
        self, opened: Opened, browser: Browser, house: House
    ) -> None:
        opened()
        vote(house, REVIEWER, reason="Secret reason", position=3.5)
        named(browser, CONTRIBUTOR)
        visitor = on_theme()
        assert "1 of 2 has voted. Votes are hidden" in visitor.text
        assert "Secret reason" not in visitor.text
        visitor.put("Where does it stand for you?", PLACES[2])
        visitor.put("How sure are you?", Confidence.GUESS)
        visitor.put("Why, in one sentence?", "Faces drift.").press("Send my vote")
        assert "Your vote is kept." in visitor.text
        assert "Ben Reviewer: Mature, middle third, fairly sure. “Secret" in (
            visitor.text
        )
        assert "Ann Contributor: Early, upper third, a guess. “Faces drift.”" in (
            visitor.text
        )
        assert "50 % agree: the two votes lie" in visitor.text

    def test_an_untouched_form_is_no_vote(
        self, opened: Opened, browser: Browser, house: House
    ) -> None:
        opened()
        named(browser, CONTRIBUTOR)
        visitor = on_theme().put("Why, in one sentence?", "Half a thought")
        visitor.press("Send my vote")
        assert "Say how sure you are" in visitor.problems[0]
        assert visitor.field("Why, in one sentence?").value == "Half a thought"
        with house.reading() as db:
            assert list_votes(db, "review-1", now=NOW)[OTHER].latest.voted == 0

    def test_a_name_is_asked_for_where_none_is_known(
        self, opened: Opened, house: House
    ) -> None:
        opened()
        visitor = on_theme()
        assert not visitor.has_button("Send my vote")
        visitor.app.text_input(key=f"voter_{OTHER}").set_value(CONTRIBUTOR)
        visitor.button("Go on").click()
        assert visitor.run().has_button("Send my vote")
        send(visitor)
        with house.reading() as db:
            seen = list_votes(db, "review-1", now=NOW)[OTHER].latest
        assert seen.voted == 1

    def test_what_was_begun_is_there_after_a_reload_until_it_is_sent(
        self, opened: Opened, browser: Browser
    ) -> None:
        opened(people=(CONTRIBUTOR, EVE))
        named(browser, CONTRIBUTOR)
        visitor = on_theme().put("Where does it stand for you?", PLACES[9])
        visitor.put("Why, in one sentence?", "Half a thought").run()
        again = on_theme()
        assert again.field("Why, in one sentence?").value == "Half a thought"
        assert again.field("Where does it stand for you?").value == PLACES[9]
        send(again)
        named(browser, EVE)
        assert on_theme().field("Why, in one sentence?").value == ""

    def test_what_was_begun_when_voting_ended_is_not_lost(
        self, opened: Opened, browser: Browser, house: House
    ) -> None:
        opened()
        named(browser, CONTRIBUTOR)
        visitor = on_theme().put("Why, in one sentence?", "Half a thought").run()
        with house.acting(BEN).writing() as db:
            close_review(db, "review-1", now=NOW)
        visitor.run()
        assert not visitor.has_button("Send my vote")
        assert [code.value for code in visitor.app.code] == ["Half a thought"]
        assert "Nobody voted." in visitor.text
        assert not on_theme(THEME).app.code

    def test_who_is_not_invited_is_told_whom_to_ask(
        self, opened: Opened, browser: Browser
    ) -> None:
        opened()
        named(browser, EVE)
        visitor = on_theme()
        assert "ask Ben Reviewer, who opened it" in visitor.text
        assert not visitor.has_button("Send my vote")

    def test_a_second_round_shows_the_first_beside_it(
        self, opened: Opened, browser: Browser, house: House
    ) -> None:
        opened()
        vote(house, CONTRIBUTOR, position=0.5, reason="First thought.")
        vote(house, REVIEWER, position=3.5)
        named(browser, REVIEWER)
        visitor = on_theme().press("Open a second round")
        assert "The second round is open" in visitor.text
        assert "First thought." in visitor.text
        send(visitor)
        with house.reading() as db:
            first, second = list_votes(db, "review-1", now=NOW)[OTHER].rounds
        assert (first.voted, second.voted) == (2, 1)

    def test_agreement_offers_none(
        self, opened: Opened, browser: Browser, house: House
    ) -> None:
        opened()
        vote(house, CONTRIBUTOR, position=1.5)
        vote(house, REVIEWER, position=1.5)
        named(browser, REVIEWER)
        visitor = on_theme()
        assert "100 % agree" in visitor.text
        assert not visitor.has_button("Open a second round")

    def test_the_strip_says_every_vote_to_who_does_not_see_it(
        self, opened: Opened, house: House
    ) -> None:
        opened(people=(CONTRIBUTOR,))
        vote(house, CONTRIBUTOR, position=1.5)
        text = on_theme().text
        assert "Ann Contributor: Growing, middle third, fairly sure. ● " in text

    def test_closed_it_shows_all_and_asks_nothing(
        self, opened: Opened, browser: Browser, house: House
    ) -> None:
        opened()
        vote(house, CONTRIBUTOR, reason="Shown now.")
        named(browser, REVIEWER)
        visitor = look(review="review-1").press("Close it for good")
        assert "Voting is closed" in visitor.text
        visitor = on_theme()
        assert "Shown now." in visitor.text
        assert not visitor.has_button("Send my vote")

    def test_once_the_time_has_passed_all_is_shown(
        self, opened: Opened, house: House, clock: Clock
    ) -> None:
        opened()
        vote(house, CONTRIBUTOR, reason="Shown now.")
        clock.moment = NOW + timedelta(days=8)
        assert "Shown now." in on_theme().text
