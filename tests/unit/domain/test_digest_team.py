"""Who an open review waits for is counted, and named nowhere."""

import pytest

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER
from tests.reviewing import DAY, OTHER, THEME, a_ballot, a_review
from themewatch.domain.digest_team import open_review
from themewatch.domain.review import Round


def voted(person, *themes, number=1):
    return [a_ballot(person=person, theme=theme, number=number) for theme in themes]


def a_second_round(**changes):
    fields = {
        "review": "review-1",
        "theme": THEME,
        "number": 2,
        "opened_by": REVIEWER,
        "opened_at": NOW,
        "until": NOW + 9 * DAY,
    }
    return Round(**fields | changes)


@pytest.mark.parametrize(
    ("ballots", "missing", "count"),
    [
        ([], 2, 0),
        (voted(CONTRIBUTOR, THEME), 2, 1),
        (voted(CONTRIBUTOR, THEME, OTHER), 1, 1),
        (voted(CONTRIBUTOR, THEME, OTHER) + voted(REVIEWER, THEME, OTHER), 0, 2),
        (voted("Uninvited", THEME, OTHER), 2, 1),
    ],
)
def test_whoever_misses_one_theme_has_not_voted_yet(ballots, missing, count):
    found = open_review(a_review(), [], ballots, NOW)
    assert (found.missing, found.voted, found.takes_votes) == (missing, count, True)


def test_a_second_round_asks_everybody_again():
    ballots = voted(CONTRIBUTOR, THEME, OTHER) + voted(REVIEWER, THEME, OTHER)
    again = open_review(a_review(), [a_second_round()], ballots, NOW)
    assert again.missing == 2
    ballots += voted(REVIEWER, THEME, number=2)
    assert open_review(a_review(), [a_second_round()], ballots, NOW).missing == 1


def test_on_what_is_decided_nobody_is_missed():
    ballots = voted(CONTRIBUTOR, THEME)
    found = open_review(a_review(), [], ballots, NOW, decided={OTHER})
    assert (found.missing, found.takes_votes) == (1, True)
    all_of_it = open_review(a_review(), [], ballots, NOW, decided={THEME, OTHER})
    assert (all_of_it.missing, all_of_it.takes_votes) == (0, False)
    assert (found.is_decided, all_of_it.is_decided) == (False, True)


def test_where_everybody_may_vote_nobody_is_missed():
    found = open_review(a_review(people=()), [], voted("Cleo", THEME), NOW)
    assert (found.missing, found.voted) == (None, 1)


def test_once_its_time_has_passed_it_waits_for_nobodys_vote():
    found = open_review(a_review(), [], [], NOW + 7 * DAY)
    assert (found.takes_votes, found.missing) == (False, 0)
    later = open_review(a_review(), [a_second_round()], [], NOW + 8 * DAY)
    assert (later.takes_votes, later.missing) == (True, 2)
