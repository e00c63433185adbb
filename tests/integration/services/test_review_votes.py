"""Votes stay hidden until one has voted or the round is over, and stand once cast."""

import contextlib
from collections import Counter
from dataclasses import replace

import pytest

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER, VIEWER
from tests.reviewing import ANN, BEN, CLEO, HOUR, OTHER, THEME, a_ballot, a_review
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Actor, Role
from themewatch.errors import (
    ConflictError,
    ForbiddenError,
    InputError,
    NotFoundError,
)
from themewatch.services.house import House
from themewatch.services.review_votes import cast_vote, list_votes, open_second_round
from themewatch.services.reviews import close_review, open_review
from themewatch.storage import reviews
from themewatch.storage.activity import list_activity

EVE = Actor("Eve", Role.CONTRIBUTOR)
LATER = NOW + 8 * 24 * HOUR


@pytest.fixture
def house(engine, home) -> House:
    return House(engine, home, is_new=False, has_reference=False)


@pytest.fixture
def opened(house):
    return opened_for(house)


def opened_for(house, **changes):
    with house.acting(BEN).writing() as session:
        open_review(session, a_review(**changes), now=NOW)
    return house


def vote(house, actor, now=NOW, **changes):
    with house.acting(actor).writing() as session:
        return cast_vote(session, a_ballot(**changes), now=now)


def seen_by(house, actor, theme=THEME, now=NOW):
    where = house if actor is None else house.acting(actor)
    with where.reading() as session:
        return list_votes(session, "review-1", now=now)[theme]


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
        assert line.subject.about == "September: Consistency & control"


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


class TestSecondRound:
    @pytest.fixture
    def disagreed(self, opened):
        vote(opened, ANN, position=0.5)
        vote(opened, BEN, position=2.5)
        return opened

    def ask_again(self, house, actor=BEN, now=NOW):
        with house.acting(actor).writing() as session:
            return open_second_round(
                session, "review-1", THEME, until=now + HOUR, now=now
            )

    def test_it_is_offered_where_under_seventy_percent_agree(self, disagreed):
        assert seen_by(disagreed, ANN).offers_second
        assert not seen_by(disagreed, ANN, OTHER).offers_second

    def test_the_first_is_kept_beside_it(self, disagreed):
        self.ask_again(disagreed)
        vote(disagreed, ANN, number=2, position=1.5)
        first, second = seen_by(disagreed, ANN).rounds
        assert [b.position for b in first.ballots] == [0.5, 2.5]
        assert [b.position for b in second.ballots] == [1.5]
        assert seen_by(disagreed, BEN).latest.ballots == ()
        assert len(seen_by(disagreed, BEN).rounds[0].ballots) == 2

    def test_pressing_twice_opens_it_once(self, disagreed):
        assert self.ask_again(disagreed) == self.ask_again(disagreed, now=NOW + HOUR)
        with disagreed.reading() as session:
            lines = list_activity(session, Sought(acts=(Act.ROUND_OPENED,)))
        assert len(lines) == 2  # the review's, and this one

    def test_no_vote_enters_the_first_any_more(self, house):
        opened_for(house, people=())
        vote(house, ANN, position=0.5)
        vote(house, BEN, position=2.5)
        self.ask_again(house)
        with pytest.raises(ConflictError, match="over"):
            vote(house, EVE)
        assert vote(house, EVE, number=2).number == 2

    def test_votes_that_agree_are_not_asked_for_again(self, opened):
        vote(opened, ANN, position=1.5)
        vote(opened, BEN, position=1.9)
        with pytest.raises(ConflictError, match="100 % agree"):
            self.ask_again(opened)

    def test_who_has_not_seen_the_votes_does_not_ask_again(self, house):
        opened_for(house, people=())
        vote(house, ANN, position=0.5)
        vote(house, EVE, position=2.5)
        with pytest.raises(ConflictError, match="hidden from you"):
            self.ask_again(house)

    def test_it_is_asked_after_the_first_has_ended_by_itself(self, opened):
        vote(opened, ANN, position=0.5)
        vote(opened, BEN, position=2.5)
        self.ask_again(opened, now=LATER)
        assert vote(opened, ANN, now=LATER, number=2).number == 2

    def test_a_contributor_does_not_open_it(self, disagreed):
        with pytest.raises(ForbiddenError, match="role of reviewer"):
            self.ask_again(disagreed, actor=ANN)

    def test_in_a_closed_review_there_is_none(self, disagreed):
        with disagreed.acting(BEN).writing() as session:
            close_review(session, "review-1", now=NOW)
        with pytest.raises(ConflictError, match="closed"):
            self.ask_again(disagreed)


class TestAtOnce:
    def test_twenty_people_voting_at_once_are_all_counted(self, house, together):
        names = [f"Person {n}" for n in range(20)]
        opened_for(house, people=tuple(names))

        def cast(number):
            vote(house, Actor(names[number], Role.CONTRIBUTOR))

        together(cast)
        assert {b.person for b in seen_by(house, None).latest.ballots} == set(names)

    def test_of_twenty_votes_of_one_person_one_stands(self, opened, together):
        def cast(number):
            try:
                vote(opened, ANN, position=number / 5)
            except ConflictError:
                return False
            return True

        answers = together(cast)
        assert Counter(answers) == {True: 1, False: 19}
        own = seen_by(opened, ANN).latest.own
        assert own.position == answers.index(True) / 5

    def test_no_vote_enters_a_review_that_is_being_closed(self, house, together):
        opened_for(house, people=())

        def act(number):
            if number == 0:
                with house.acting(BEN).writing() as session:
                    reviews.get_review(session, "review-1", lock=True)
                    there = len(reviews.list_ballots(session, "review-1"))
                    close_review(session, "review-1", now=NOW)
                    return there
            with contextlib.suppress(ConflictError):
                vote(house, replace(ANN, name=f"Person {number}"))
            return None

        [there, *_others] = together(act)
        assert len(seen_by(house, None).latest.ballots) == there
