"""Signed in, each role is offered in a review what it may do, and no more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.app.conftest import Clock
from tests.app.review_in_app import look, open_elsewhere, send
from tests.app.signed_in import SignedIn
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.people import CONTRIBUTOR, MAILS, REVIEWER
from tests.reviewing import OTHER, THEME
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Role
from themewatch.services.house import House
from themewatch.services.people import list_voters
from themewatch.services.review_votes import list_votes
from themewatch.services.reviews import list_decisions
from themewatch.storage import people
from themewatch.storage.activity import list_activity

ACTS = {
    "Start the meeting": Role.CONTRIBUTOR,
    "Send my vote": Role.CONTRIBUTOR,
    "Change it": Role.REVIEWER,
    "Close it for good": Role.REVIEWER,
    "Confirm this one, no change": Role.REVIEWER,
}
LADDER = (Role.VIEWER, Role.CONTRIBUTOR, Role.REVIEWER)


@pytest.fixture
def is_bare() -> bool:
    return True


@pytest.fixture
def opened(house: House) -> House:
    open_elsewhere(house, people=(), until=NOW + timedelta(hours=1))
    return house


def on_theme(visitor: Visitor) -> Visitor:
    return visitor.open("review", review="review-1", theme=OTHER)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("role", LADDER)
def test_only_what_one_may_do_is_offered(signed_in: SignedIn, role: Role) -> None:
    visitor = on_theme(signed_in(role))
    offered = {act for act in ACTS if visitor.has_button(act)}
    assert offered == {act for act, needed in ACTS.items() if role.holds(needed)}
    assert visitor.has_button("Follow the meeting") is (role is Role.VIEWER)
    decides = "Decide without waiting for votes" in visitor.text
    assert decides is role.holds(Role.REVIEWER)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("role", LADDER[:2])
@pytest.mark.parametrize("view", ["open", "change"])
def test_a_form_is_not_reached_by_its_address(
    signed_in: SignedIn, role: Role, view: str
) -> None:
    visitor = signed_in(role).open("review", review="review-1", view=view)
    assert not [field for field in visitor.app.text_input if field.label == "Title"]
    assert visitor.title == "Review"


def test_one_votes_and_decides_under_ones_own_name(
    signed_in: SignedIn, opened: House
) -> None:
    send(on_theme(signed_in(Role.CONTRIBUTOR)))
    reviewer = send(on_theme(signed_in(Role.REVIEWER)))
    assert f"{CONTRIBUTOR}: Growing" in reviewer.text
    reviewer.press("Decide")
    with opened.reading() as db:
        (decision,) = list_decisions(db, "review-1")
    assert decision.decided_by == REVIEWER


def test_a_viewer_is_told_how_many_voted_until_votes_are_shown(
    signed_in: SignedIn, opened: House, clock: Clock
) -> None:
    del opened  # it stands behind the app
    contributor = on_theme(signed_in(Role.CONTRIBUTOR))
    send(contributor.put("Why, in one sentence?", "Drifts apart."))
    visitor = on_theme(signed_in(Role.VIEWER))
    assert "1 has voted. Votes are shown on 2026-10-01" in visitor.text
    assert "until you have voted" not in visitor.text
    assert "Contributors vote; you read along." in visitor.text
    assert "Drifts apart." not in visitor.text
    clock.moment = NOW + timedelta(hours=2)
    assert "Drifts apart." in on_theme(visitor).text


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("role", LADDER[:2])
def test_a_vote_is_asked_of_those_alone_who_may_vote(
    signed_in: SignedIn, role: Role
) -> None:
    visitor = signed_in(role).open("review", review="review-1")
    may = role.holds(Role.CONTRIBUTOR)
    assert visitor.has_button("Vote") is may
    assert ("Your vote is asked for" in visitor.text) is may


def test_only_who_may_vote_can_be_invited(signed_in: SignedIn, house: House) -> None:
    for role in LADDER:
        signed_in(role)
    with house.reading() as db:
        assert set(list_voters(db)) == {CONTRIBUTOR, REVIEWER}


def test_a_role_lost_meanwhile_counts_at_the_next_press(
    signed_in: SignedIn, opened: House
) -> None:
    visitor = on_theme(signed_in(Role.REVIEWER))
    with opened.writing() as db:
        person = next(
            p for p in people.list_people(db) if p.email == MAILS[Role.REVIEWER]
        )
        assert people.change_person(db, replace(person, role=Role.VIEWER))
    visitor.press("Confirm this one, no change")
    with opened.reading() as db:
        assert list_decisions(db, "review-1") == []
        refused = list_activity(db, Sought(acts=(Act.REFUSED,)))
        assert list_votes(db, "review-1", now=NOW)[OTHER].latest.voted == 0
    assert [line.person for line in refused] == [REVIEWER]
    assert not visitor.has_button("Close it for good")


def test_one_of_those_to_confirm_opens_by_its_address(
    visitor: Visitor, opened: House
) -> None:
    del visitor, opened  # they stand behind the app
    text = look(review="review-1", theme=THEME).text
    assert "No test, no view and no claim in these days." in text
