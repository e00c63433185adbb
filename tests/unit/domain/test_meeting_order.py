"""A meeting keeps its order while people vote."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER
from tests.reviewing import HOUR, OTHER, THEME, a_ballot, a_review
from themewatch.domain.agenda import Topic, agenda
from themewatch.domain.meeting_order import meeting_order
from themewatch.domain.review import SECOND, first_round
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.review_rounds import Eyes, votes_seen

TESTS = {THEME: 3, OTHER: 2, "multimodality": 0}
BEGAN = NOW + HOUR
LATER = NOW + 2 * HOUR
AGAIN = replace(
    first_round(a_review(), THEME), number=SECOND, opened_at=LATER, until=LATER + HOUR
)


def board(*ballots, person=REVIEWER, further=(), **changes):
    """Return a review in which the first theme weighs most while nobody has voted."""
    review = a_review(themes=tuple(TESTS), **changes)
    votes = votes_seen(review, further, ballots, Eyes(person, LATER))
    topics = agenda(a_topic(t, votes[t].latest.agreement) for t in TESTS)
    return ReviewBoard(
        review, LATER, topics, cast(Any, None), {}, votes, dict.fromkeys(TESTS, ()), {}
    )


def a_topic(theme, agreed):
    return Topic(
        theme=theme,
        on=date(2026, 10, 1),
        tests=TESTS[theme],
        views=0,
        claims=0,
        gap=1.0,
        agreement=agreed,
        looked_on=None,
        first_on=date(2026, 9, 1),
    )


def both(theme=THEME, at=NOW, apart=0.0):
    first = a_ballot(theme=theme, cast_at=at)
    return first, replace(first, person=REVIEWER, position=first.position + apart)


def test_votes_in_a_meeting_leave_its_order_as_it_was():
    voted = board(*both(at=LATER))
    assert voted.agenda.to_discuss[0].theme == OTHER
    assert meeting_order(voted, BEGAN) == (THEME, OTHER)


def test_votes_shown_to_all_before_it_order_a_meeting():
    assert meeting_order(board(*both()), BEGAN) == (OTHER, THEME)
    closed = board(a_ballot(), a_ballot(person="Eve"), people=(), closed_at=NOW)
    assert meeting_order(closed, BEGAN) == (OTHER, THEME)


def test_everybody_meets_in_the_same_order_and_sees_no_hidden_vote_in_it():
    cast_before = (a_ballot(), a_ballot(person="Eve"))
    orders = {
        meeting_order(
            board(*cast_before, person=who, people=(CONTRIBUTOR, "Eve", REVIEWER)),
            BEGAN,
        )
        for who in (CONTRIBUTOR, REVIEWER, "")
    }
    assert orders == {(THEME, OTHER)}


def test_a_second_round_in_a_meeting_moves_no_theme():
    disputed = board(*both(apart=2.0), further=(AGAIN,))
    assert meeting_order(disputed, BEGAN) == (THEME, OTHER)


def test_a_theme_without_news_that_turns_out_disputed_comes_last():
    disputed = board(*both("multimodality", LATER, apart=2.0))
    assert meeting_order(disputed, BEGAN) == (THEME, OTHER, "multimodality")
