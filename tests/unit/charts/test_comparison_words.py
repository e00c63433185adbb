"""What became of a theme between two editions, in words."""

import pytest

from tests.editions import a_decided, a_frozen, a_ground, a_piece, an_edition
from themewatch.charts.comparison_words import (
    change_words,
    comparison_summary,
    decided_words,
    doubt_words,
    method_words,
    not_reviewed_note,
    why_words,
)
from themewatch.domain.edition import Constant
from themewatch.domain.edition_comparison import compare_editions
from themewatch.domain.review import DecisionKind


def between(mean, *, after=(), lane=None, **changes):
    first = an_edition(1, themes=(a_frozen(),))
    lane = lane or a_frozen(mean=mean, moved=mean - 1.5)
    later = an_edition(2, themes=(lane,), **changes)
    return compare_editions((first, a_ground()), (later, a_ground(*after)))


@pytest.mark.parametrize(
    ("mean", "said"),
    [
        (1.9, "▲ up within Growing: from Growing, middle third to Growing, upper"),
        (2.5, "▲ up 1 stage: from Growing, middle third to Maturing, middle third"),
        (3.5, "▲ up 2 stages"),
        (0.5, "▼ down 1 stage"),
        (1.1, "▼ down within Growing"),
        (1.5, "◌ not reviewed, no clear change: Growing, middle third"),
    ],
)
def test_a_change_is_said_by_shape_number_and_word(mean, said):
    [theme] = between(mean).themes
    assert change_words(theme).startswith(said)


def test_what_a_review_confirmed_says_so():
    [theme] = between(1.5, decisions=(a_decided(),)).themes
    assert change_words(theme) == "● confirmed: Growing, middle third"


def test_what_nobody_tested_is_confirmed_by_no_test():
    [theme] = between(1.5, lane=a_frozen(notes=0), decisions=(a_decided(),)).themes
    assert change_words(theme) == "◌ confirmed, not tested here: Growing, middle third"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, "as the team placed it; tests show Growing, middle third"),
        ({"notes": 0}, "as the team placed it; not tested here, views say Growing, "),
        (
            {"notes": 0, "views": 0},
            "as the team placed it; not tested here, the course's map: Growing, ",
        ),
    ],
)
def test_a_place_of_the_team_s_own_says_what_speaks_otherwise(counts, said):
    lane = a_frozen(published=2.7, **counts)
    decision = a_decided(kind=DecisionKind.PLACE, position=2.7)
    [theme] = between(1.5, lane=lane, decisions=(decision,)).themes
    assert decided_words(theme).startswith(said)


def test_no_change_where_tests_say_the_same_needs_no_word_on_them():
    decision = a_decided(kind=DecisionKind.UNCHANGED)
    [theme] = between(1.5, decisions=(decision,)).themes
    assert decided_words(theme) == ""


def test_the_summary_names_what_moved_and_what_nobody_looked_at():
    assert comparison_summary(between(2.5)) == "Up: Consistency & control."
    assert comparison_summary(between(1.5)) == "Not reviewed: Consistency & control."


def test_what_moved_without_a_review_is_named():
    assert "Consistency & control" in not_reviewed_note(between(2.5).themes)
    reviewed = between(2.5, decisions=(a_decided(),))
    assert not_reviewed_note(reviewed.themes) == ""


@pytest.mark.parametrize(
    ("narrowed", "said"),
    [
        (0.33, "range narrowed by a third"),
        (0.0, "range as wide as before"),
        (-0.07, "range as wide as before"),
        (-0.32, "range widened by a third"),
        (-3.0, "range twice as wide"),
    ],
)
def test_doubt_is_said_whichever_way_it_went(narrowed, said):
    assert doubt_words(narrowed) == said


def test_why_counts_what_came():
    [theme] = between(1.5, after=(a_piece("a"), a_piece("b"))).themes
    assert why_words(theme.why) == "new: 2 tests"
    [still] = between(1.5).themes
    assert why_words(still.why) == "no evidence came between them"


def test_another_method_is_said():
    other = between(1.5, settings=(Constant("model: volatility", "0.6"),))
    assert method_words(other).startswith("The method changed between them")
    assert method_words(between(1.5)) == ""
