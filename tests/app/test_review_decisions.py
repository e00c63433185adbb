"""What a team decides on the page of reviews, alone or in a meeting."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from tests.app.conftest import Browser, Clock
from tests.app.journal_in_app import named
from tests.app.review_in_app import (
    Opened,
    look,
    on_theme,
    open_elsewhere,
    vote,
)
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER
from tests.publishing import a_wish
from tests.reviewing import BEN, OTHER, a_decision, a_review
from themewatch.domain.review import DecisionKind, Use
from themewatch.services.editions import publish
from themewatch.services.house import House
from themewatch.services.review_board import write_minutes
from themewatch.services.review_decisions import decide
from themewatch.services.reviews import list_decisions, open_review
from themewatch.ui.view_form import PLACES


@pytest.fixture
def is_bare() -> bool:
    return True


@pytest.fixture
def opened(house: House) -> Opened:
    """Return how a review is opened elsewhere."""
    return partial(open_elsewhere, house)


def primary(visitor: Visitor, label: str) -> bool:
    return bool(visitor.button(label).proto.type == "primary")


@pytest.mark.usefixtures("visitor")
class TestDeciding:
    @pytest.fixture(autouse=True)
    def _reviewer(self, opened: Opened, browser: Browser, house: House) -> None:
        opened(people=(CONTRIBUTOR,))
        vote(house, CONTRIBUTOR)
        named(browser, REVIEWER)

    def decided(self, house: House) -> Any:
        with house.reading() as db:
            return list_decisions(db, "review-1")

    def test_the_estimate_is_taken_with_what_we_do_now(self, house: House) -> None:
        visitor = on_theme()
        visitor.put("What we do now", "wait").put("Who sees to it", CONTRIBUTOR)
        visitor.put("Look at it again on", date(2026, 12, 1)).press("Decide")
        (kept,) = self.decided(house)
        assert (kept.kind, kept.use) == (DecisionKind.ESTIMATE, Use.WAIT)
        assert (kept.owner, kept.revisit_on) == (CONTRIBUTOR, date(2026, 12, 1))
        assert kept.position == kept.estimated
        assert "What we do now" in visitor.text
        assert f"Longer, coherent video: {CONTRIBUTOR}, again on" in visitor.text

    def test_another_place_needs_a_reason_and_keeps_what_was_typed(
        self, house: House
    ) -> None:
        visitor = on_theme()
        visitor.put("Where does it stand for the team?", "place").run()
        visitor.put("The place", PLACES[7]).press("Decide")
        assert "Say why" in visitor.problems[0]
        assert visitor.field("The place").value == PLACES[7]
        visitor.put("Why there?", "Two studios use it.").press("Decide")
        (kept,) = self.decided(house)
        assert (kept.kind, kept.position) == (DecisionKind.PLACE, PLACES[7])

    def test_no_change_is_offered_where_something_was_decided(
        self, house: House
    ) -> None:
        label = "Where does it stand for the team?"
        assert len(on_theme().field(label).options) == 2
        with house.acting(BEN).writing() as db:
            decide(db, a_decision(theme=OTHER, position=3.5), now=NOW)
        visitor = on_theme().unfold(f"again_{OTHER}")
        last = visitor.field(label).options[-1]
        assert last == "no change: Mature, middle third"
        visitor.put(label, "unchanged").put("What we do now", "wait").press("Decide")
        (kept,) = self.decided(house)
        assert (kept.kind, kept.position) == (DecisionKind.UNCHANGED, 3.5)

    def test_what_was_begun_is_there_after_a_reload(self) -> None:
        visitor = on_theme()
        visitor.put("Why? (optional)", "Half a thought").run()
        assert on_theme().field("Why? (optional)").value == "Half a thought"

    def test_of_two_who_decide_the_second_is_told_both(self, house: House) -> None:
        visitor = on_theme()
        with house.acting(BEN).writing() as db:
            decide(db, a_decision(theme=OTHER, reason="Mine."), now=NOW)
        visitor.put("What we do now", "wait").press("Decide")
        assert "Ben Reviewer decided this meanwhile" in visitor.problems[0]
        assert "“Mine.”" in visitor.problems[0]
        assert len(self.decided(house)) == 1

    def test_what_is_decided_asks_for_no_vote_any_more(
        self, house: House, browser: Browser
    ) -> None:
        with house.acting(BEN).writing() as db:
            open_review(db, a_review(id="review-2"), now=NOW)
            decide(db, a_decision(review="review-2", theme=OTHER), now=NOW)
        named(browser, CONTRIBUTOR)
        visitor = look(review="review-2", theme=OTHER)
        assert "Your vote is asked for on 1 theme." not in visitor.text
        assert "It is decided: no vote is asked for any more." in visitor.text
        assert "until you have voted" not in visitor.text
        assert not visitor.has_button("Send my vote")

    def test_deciding_again_keeps_what_was_decided_before(self, house: House) -> None:
        on_theme().press("Decide")
        visitor = on_theme().unfold(f"again_{OTHER}")
        visitor.put("What we do now", "wait").press("Decide")
        (kept,) = self.decided(house)
        assert (kept.version, kept.use) == (2, Use.WAIT)
        assert "Before: Growing" in visitor.text or "Before: Early" in visitor.text

    def test_once_all_is_decided_publishing_comes_next(self) -> None:
        visitor = on_theme().press("Decide")
        assert not visitor.has_button("Publish it as an edition")
        assert primary(visitor, "Start the meeting")
        visitor.press("Confirm this one, no change")
        assert "Decided: 2 of 2 themes." in visitor.text
        assert primary(visitor, "Publish it as an edition")
        assert not primary(visitor, "Start the meeting")
        assert visitor.press("Publish it as an edition").title == "Editions"

    def test_once_published_it_leads_to_its_edition(self, house: House) -> None:
        on_theme().press("Decide").press("Confirm this one, no change")
        with house.acting(BEN).writing() as db:
            publish(db, a_wish(review="review-1"), now=NOW)
        visitor = look(review="review-1")
        assert visitor.links("Published as edition 1") == ["editions?edition=1"]
        for done in ("Publish it as an edition", "Start the meeting"):
            assert not visitor.has_button(done)

    def test_what_we_do_now_is_a_list(self) -> None:
        visitor = on_theme().press("Decide").press("Confirm this one, no change")
        said = [part.value for part in visitor.app.markdown]
        lines = [line for text in said for line in text.splitlines()]
        owned = [line for line in lines if f": {REVIEWER}, again on" in line]
        assert len(owned) == 2
        assert all(line.startswith("- ") for line in owned)

    def test_while_votes_are_hidden_the_form_is_folded(self, house: House) -> None:
        with house.acting(BEN).writing() as db:
            open_review(db, a_review(id="review-2"), now=NOW)
        visitor = look(review="review-2", theme=OTHER)
        assert not visitor.has_button("Decide")
        visitor.unfold(f"again_{OTHER}").press("Decide")
        with house.reading() as db:
            assert len(list_decisions(db, "review-2")) == 1

    def test_the_minutes_are_there_to_download(self, house: House) -> None:
        on_theme().press("Decide")
        assert look(review="review-1").app.get("download_button")
        with house.reading() as db:
            assert "## What we do now" in write_minutes(
                db, "review-1", "markdown", now=NOW
            )


@pytest.mark.usefixtures("visitor")
class TestTheMeeting:
    def test_it_goes_theme_by_theme_to_its_end(
        self, opened: Opened, browser: Browser
    ) -> None:
        opened()
        named(browser, REVIEWER)
        visitor = look(review="review-1").press("Start the meeting")
        assert visitor.app.query_params["meet"] == OTHER
        assert "1 of 3" in visitor.text
        assert "30 of 30 minutes left" in visitor.text
        visitor.press("Next")
        assert visitor.app.query_params["meet"] == "confirm"
        visitor.press("Next")
        assert "Not decided yet: Longer, coherent video, Consistency" in visitor.text
        assert visitor.button("Next").disabled
        visitor.press("Back").press("Leave the meeting")
        assert "meet" not in visitor.app.query_params

    def test_a_link_to_a_theme_of_it_leads_there(
        self, opened: Opened, clock: Clock
    ) -> None:
        opened()
        clock.moment = NOW + timedelta(minutes=12)
        visitor = look(review="review-1", meet=OTHER, began="2026-10-01T09:30")
        assert "18 of 30 minutes left" in visitor.text
        clock.moment = NOW + timedelta(minutes=45)
        assert "what is left can wait" in visitor.run().text
