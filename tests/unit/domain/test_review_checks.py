"""What a review, a vote and a decision must hold, a sentence for each thing amiss."""

from datetime import date

import pytest

from tests.factories import NOW, a_catalogue
from tests.reviewing import DAY, THEME, a_ballot, a_decision, a_review
from themewatch.domain.review import DecisionKind
from themewatch.domain.review_checks import (
    decision_problems,
    review_problems,
    vote_problems,
)


def of_review(**changes):
    review = a_review(**{"themes": (THEME,)} | changes)
    return list(review_problems(review, a_catalogue(), NOW))


def test_a_usual_one_has_no_problems():
    assert of_review() == []
    assert list(vote_problems(a_ballot())) == []
    assert list(decision_problems(a_decision())) == []


REVIEWS = [
    ({"title": " "}, "The title is missing."),
    ({"title": "x" * 201}, "200 characters are the most"),
    ({"title": "a\x07b"}, "cannot be shown"),
    ({"opened_by": ""}, "Your name is missing."),
    ({"themes": ()}, "one at least"),
    ({"themes": ("nope",)}, "There is no theme 'nope'"),
    ({"themes": (THEME, THEME)}, "A theme is there twice"),
    ({"people": ("Ann", "Ann")}, "invited twice"),
    ({"people": ("Ann", " ")}, "A name is missing."),
    ({"people": tuple(map(str, range(101)))}, "100 people are the most"),
    ({"starts_on": date(2026, 10, 1)}, "begin before they end"),
    ({"starts_on": date(2023, 1, 1)}, "Three years are the most"),
    ({"ends_on": NOW.date() + 2 * DAY}, "end today, or earlier"),
    ({"until": NOW}, "Votes must end after now"),
    ({"until": NOW + 400 * DAY}, "within a year"),
]


@pytest.mark.parametrize(("changes", "said"), REVIEWS, ids=str)
def test_a_review_is_told_what_is_amiss(changes, said):
    (problem,) = of_review(**changes)
    assert said in problem


def test_where_it_is_tomorrow_already_that_day_has_come():
    assert of_review(ends_on=NOW.date() + DAY) == []


@pytest.mark.parametrize("place", [-0.1, 4.1, float("nan"), float("inf")])
def test_a_place_off_the_scale_is_none(place):
    (said,) = vote_problems(a_ballot(position=place))
    assert said == "Choose a place between Early and Mature."
    assert said in list(decision_problems(a_decision(position=place)))


@pytest.mark.parametrize("place", [0.0, 4.0])
def test_the_ends_of_the_scale_are_places(place):
    assert list(vote_problems(a_ballot(position=place))) == []


def test_a_reason_fits_in_a_few_sentences():
    assert "1,000 characters" in next(vote_problems(a_ballot(reason="x" * 1001)))
    assert "cannot be kept" in next(vote_problems(a_ballot(reason="a\0b")))


@pytest.mark.parametrize("kind", DecisionKind)
def test_only_a_place_of_ones_own_needs_a_reason(kind):
    problems = list(decision_problems(a_decision(kind=kind, reason=" ")))
    assert bool(problems) is (kind is DecisionKind.PLACE)


def test_a_decision_is_looked_at_again_today_at_the_earliest():
    today = NOW.date()
    assert list(decision_problems(a_decision(revisit_on=today))) == []
    for day in (today - DAY, date(2101, 1, 1)):
        assert "a day to come" in next(decision_problems(a_decision(revisit_on=day)))
