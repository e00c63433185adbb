"""A second round is asked for once, the first is kept; nothing is lost at once."""

import contextlib
from collections import Counter
from dataclasses import replace

import pytest

from tests.factories import NOW
from tests.reviewing import (
    ANN,
    BEN,
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
)
from themewatch.services.house import House
from themewatch.services.review_decisions import decide
from themewatch.services.review_votes import (
    open_second_round,
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
            (line,) = list_activity(session, Sought(acts=(Act.SECOND_ROUND,)))
        assert line.subject.about == "September · consistency"

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

    def test_what_is_decided_is_not_voted_on_again(self, disagreed):
        with disagreed.acting(BEN).writing() as session:
            decide(session, a_decision(), now=NOW)
        assert not seen_by(disagreed, ANN).offers_second
        with pytest.raises(ConflictError, match="is decided"):
            self.ask_again(disagreed)

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
