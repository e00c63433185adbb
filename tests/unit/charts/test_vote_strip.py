"""Every vote has its line and its name, and whoever sees nothing is told the same."""

import re

import pytest

from tests.factories import a_theme
from tests.people import CONTRIBUTOR, REVIEWER
from tests.reviewing import a_ballot
from themewatch.charts.palette import DARK, LIGHT
from themewatch.charts.vote_strip import stage_axis, vote_strip
from themewatch.domain.stage import Position, Stage
from themewatch.domain.view import Confidence

POSITION = Position(1.6, 0.3, 1.0, 2.0, Stage.GROWING, dict.fromkeys(Stage, 0.25))
VOTES = (a_ballot(position=0.5), a_ballot(person=REVIEWER, position=3.5))


def strip(ballots=VOTES, median=0.5, palette=LIGHT):
    return vote_strip(ballots, POSITION, palette, median)


def label(html):
    return re.findall(r'aria-label="([^"]*)"', html)


def shown(html):
    return re.findall(r">([^<>]+)<", html)


def test_every_name_is_shown_beside_the_stages_and_the_estimate():
    assert shown(strip()) == [
        *("Early", "Growing", "Maturing", "Mature"),
        "the estimate",
        CONTRIBUTOR,
        REVIEWER,
    ]


def test_it_says_all_it_shows():
    (said,) = label(strip())
    assert said == (
        "Ann Contributor: Early, middle third, fairly sure. Ben Reviewer: Mature, "
        "middle third, fairly sure. ● Growing, middle third; likely range (8 in 10): "
        "Growing to Maturing"
    )


def test_each_vote_has_a_line_of_its_own():
    few, many = strip(), strip((*VOTES, *(a_ballot(person=str(n)) for n in range(8))))
    heights = [
        int(re.search(r"height:(\d+)px;overflow", html)[1]) for html in (few, many)
    ]
    assert heights[1] - heights[0] == 8 * 26


def test_a_name_stands_where_there_is_room():
    assert "right:calc(12.50%" in strip()
    assert "left:calc(12.5% + 12px)" in strip()


def test_where_votes_agree_is_marked_within_the_scale():
    assert strip(median=1.5).count("1px dashed") == 2
    assert strip(median=0.4).count("1px dashed") == 1


@pytest.mark.parametrize(
    ("sure", "filled"),
    [(Confidence.SURE, "100%"), (Confidence.FAIR, "50%"), (Confidence.GUESS, "0%")],
)
def test_how_sure_somebody_is_fills_the_mark(sure, filled):
    html = strip((a_ballot(confidence=sure),))
    assert f"{LIGHT.up} {filled}" in html


def test_a_place_beyond_the_ends_stands_at_the_end():
    beyond = Position(-0.4, 0.3, 0.0, 0.5, Stage.EARLY, dict.fromkeys(Stage, 0.25))
    assert "left:calc(0.0% - 6.0px)" in vote_strip(VOTES, beyond, DARK, 0.5)


def test_names_are_never_markup():
    html = strip((a_ballot(person='<b>"x"</b>'),))
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


def test_the_axis_says_each_stage_in_the_words_of_its_theme():
    html = stage_axis(a_theme(), LIGHT)
    assert shown(html) == [
        *("Early", "breaks", "Growing", "sometimes works"),
        *("Maturing", "usually works", "Mature", "dependable"),
    ]
