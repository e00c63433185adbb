"""Votes stay hidden until one has voted or the round is over, and stand once cast."""

import pytest

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER, VIEWER
from tests.reviewing import (
    ANN,
    BEN,
    CLEO,
    HOUR,
    OTHER,
    THEME,
    a_decision,
)
from tests.voting import EVE, LATER, opened_for, seen_by, vote
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Actor, Role
from themewatch.errors import (
    ConflictError,
    ForbiddenError,
    InputError,
    NotFoundError,
)
from themewatch.services.house import House
from themewatch.services.review_decisions import decide
from themewatch.services.review_votes import (
    votes_asked,
)
from themewatch.services.reviews import close_review
from themewatch.storage import reviews
from themewatch.storage.activity import list_activity


@pytest.fixture
def house(engine, home) -> House:
    return House(engine, home, is_new=False, has_reference=False)


@pytest.fixture
def opened(house):
    return opened_for(house)


class TestHiddenVotes:
    def test_who_has_not_voted_is_told_how_many_have_and_nothing_else(self, opened):
        vote(opened, ANN)
        for actor in (BEN, CLEO, EVE, None):
            seen = seen_by(opened, actor).latest
            assert (seen.voted, seen.invited) == (1, 2)
            assert (seen.ballots, seen.agreement, seen.is_shown) == ((), None, False)

    def test_who_has_voted_sees_all_that_were_cast(self, opened):
        vote(opened, ANN)
        (mine,) = seen_by(opened, ANN).latest.ballots
        assert (mine.person, mine.position) == (CONTRIBUTOR, 1.5)

    def test_a_vote_on_one_theme_shows_no_other(self, opened):
        vote(opened, ANN)
        vote(opened, BEN, theme=OTHER)
        assert seen_by(opened, ANN, OTHER).latest.ballots == ()
        assert seen_by(opened, BEN, THEME).latest.ballots == ()

    def test_once_all_have_voted_everybody_sees(self, opened):
        vote(opened, ANN)
        vote(opened, BEN, position=2.5)
        for actor in (CLEO, None):
            seen = seen_by(opened, actor).latest
            assert [b.person for b in seen.ballots] == [CONTRIBUTOR, REVIEWER]
            assert seen.is_over

    def test_where_everybody_may_vote_there_is_no_all(self, house):
        opened_for(house, people=())
        vote(house, ANN)
        vote(house, BEN)
        seen = seen_by(house, EVE).latest
        assert (seen.ballots, seen.voted, seen.invited) == ((), 2, None)
        assert seen.may_vote

    def test_once_its_time_has_passed_everybody_sees(self, opened):
        vote(opened, ANN)
        assert len(seen_by(opened, CLEO, now=LATER).latest.ballots) == 1

    def test_once_it_is_closed_everybody_sees(self, opened):
        vote(opened, ANN)
        with opened.acting(BEN).writing() as session:
            close_review(session, "review-1", now=NOW)
        assert len(seen_by(opened, CLEO).latest.ballots) == 1

    def test_the_log_says_that_one_voted_and_not_how(self, opened):
        vote(opened, ANN, reason="Secret", position=3.5)
        with opened.reading() as session:
            (line,) = list_activity(session, Sought(acts=(Act.VOTED,)))
        assert (line.person, line.subject.id) == (CONTRIBUTOR, "review-1")
        assert line.subject.about == "September · consistency"


class TestCasting:
    def test_a_vote_stands_under_the_name_of_who_acts(self, opened):
        kept = vote(opened, ANN, person="Somebody else")
        assert kept.person == CONTRIBUTOR

    def test_pressing_twice_is_one_vote(self, opened):
        first = vote(opened, ANN)
        assert vote(opened, ANN, now=NOW + HOUR) == first
        with opened.reading() as session:
            assert len(reviews.list_ballots(session, "review-1")) == 1
            assert len(list_activity(session, Sought(acts=(Act.VOTED,)))) == 1

    def test_it_is_not_changed_after_having_seen(self, opened):
        vote(opened, ANN)
        with pytest.raises(ConflictError, match="Growing, middle third, fairly sure"):
            vote(opened, ANN, position=3.5)
        assert seen_by(opened, ANN).latest.own.position == 1.5

    def test_who_is_not_invited_does_not_vote(self, opened):
        with pytest.raises(ForbiddenError, match="ask Ben Reviewer"):
            vote(opened, EVE)
        assert not seen_by(opened, EVE).latest.may_vote

    def test_a_viewer_does_not_vote_even_invited(self, house):
        opened_for(house, people=(VIEWER,))
        with pytest.raises(ForbiddenError, match="role of contributor"):
            vote(house, CLEO)

    def test_once_the_round_is_over_no_vote_is_taken(self, opened):
        with pytest.raises(ConflictError, match="over"):
            vote(opened, ANN, now=LATER)
        with opened.acting(BEN).writing() as session:
            close_review(session, "review-1", now=NOW)
        with pytest.raises(ConflictError, match="over"):
            vote(opened, ANN)

    def test_what_is_missing_is_said(self, opened):
        with pytest.raises(InputError, match="between Early and Mature"):
            vote(opened, ANN, position=4.5)
        with pytest.raises(InputError, match="Your name is missing"):
            vote(opened, Actor("", Role.ADMIN), person="")

    def test_a_theme_or_round_that_is_not_there_is_told(self, opened):
        with pytest.raises(NotFoundError, match="that theme"):
            vote(opened, ANN, theme="lower-cost")
        with pytest.raises(NotFoundError, match="no such round"):
            vote(opened, ANN, number=2)


class TestAsked:
    def asked(self, house, actor, now=NOW):
        with house.acting(actor).reading() as session:
            return [review.id for review in votes_asked(session, now=now)]

    def test_a_vote_is_asked_of_who_is_invited_until_they_have_voted(self, opened):
        assert self.asked(opened, ANN) == ["review-1"]
        assert self.asked(opened, EVE) == []
        for theme in (THEME, OTHER):
            vote(opened, ANN, theme=theme)
        assert self.asked(opened, ANN) == []

    def test_what_is_decided_or_over_asks_nobody(self, opened):
        assert self.asked(opened, ANN, now=LATER) == []
        with opened.acting(BEN).writing() as session:
            for theme in (THEME, OTHER):
                decide(session, a_decision(theme=theme), now=NOW)
        assert self.asked(opened, ANN) == []

    def test_a_closed_review_asks_nobody(self, opened):
        with opened.acting(BEN).writing() as session:
            close_review(session, "review-1", now=NOW)
        assert self.asked(opened, ANN) == []
