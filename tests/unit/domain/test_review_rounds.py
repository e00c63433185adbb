"""Whose votes may be seen by whom is decided on values alone."""

from dataclasses import replace

import pytest

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER, VIEWER
from tests.reviewing import DAY, HOUR, OTHER, THEME, a_ballot, a_review
from themewatch.domain.review import SECOND, Round, first_round
from themewatch.domain.review_rounds import Eyes, votes_seen

MINE = a_ballot()
THEIRS = a_ballot(person=REVIEWER, position=3.5)
AGAIN = replace(first_round(a_review(), THEME), number=SECOND, until=NOW + HOUR)


def seen(*ballots, person=VIEWER, now=NOW, further=(), **changes):
    votes = votes_seen(a_review(**changes), further, ballots, Eyes(person, now))
    return votes[THEME]


@pytest.mark.parametrize(
    ("case", "shown"),
    [
        ({"person": VIEWER}, 0),
        ({"person": REVIEWER}, 0),
        ({"person": ""}, 0),
        ({"person": CONTRIBUTOR}, 1),
        ({"now": NOW + 7 * DAY}, 1),
        ({"closed_at": NOW}, 1),
        ({"people": (CONTRIBUTOR,)}, 1),
        ({"people": ()}, 0),
        ({"further": (AGAIN,)}, 1),
    ],
    ids=str,
)
def test_one_vote_is_shown_to_its_person_and_once_the_round_is_over(case, shown):
    first = seen(MINE, **case).rounds[0]
    assert len(first.ballots) == shown
    assert first.voted == 1


def test_a_vote_is_asked_of_who_is_invited_and_has_not_voted():
    assert seen(person=REVIEWER).latest.may_vote
    assert not seen(person=VIEWER).latest.may_vote
    assert not seen(MINE, person=CONTRIBUTOR).latest.may_vote
    assert not seen(person=REVIEWER, now=NOW + 7 * DAY).latest.may_vote
    assert not seen(person="", people=()).latest.may_vote
    assert seen(person="Anybody", people=()).latest.may_vote


def test_no_vote_is_asked_of_who_only_reads():
    reads = Eyes(CONTRIBUTOR, NOW, votes=False)
    assert not votes_seen(a_review(), (), (), reads)[THEME].latest.may_vote
    own = votes_seen(a_review(), (), (MINE,), reads)[THEME].latest
    assert own.ballots == (MINE,)


def test_a_second_round_hides_its_votes_and_shows_the_first():
    second = replace(THEIRS, number=SECOND)
    first, again = seen(MINE, second, person=CONTRIBUTOR, further=(AGAIN,)).rounds
    assert first.ballots == (MINE,)
    assert (again.ballots, again.voted, again.may_vote) == ((), 1, True)


def test_a_second_round_ends_by_itself():
    later = NOW + HOUR
    votes = seen(person=CONTRIBUTOR, now=later, further=(AGAIN,))
    assert votes.latest.is_over


def test_a_second_round_is_offered_once_and_only_of_votes_that_are_seen():
    assert seen(MINE, THEIRS, person=CONTRIBUTOR).offers_second
    assert not seen(MINE, THEIRS, person=VIEWER, people=()).offers_second
    assert not seen(MINE, THEIRS, further=(AGAIN,)).offers_second


def test_a_round_of_another_theme_ends_none():
    other = Round(
        review="review-1",
        theme=OTHER,
        number=SECOND,
        opened_by=REVIEWER,
        opened_at=NOW,
        until=NOW + HOUR,
    )
    assert len(seen(further=(other,)).rounds) == 1
