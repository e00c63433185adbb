import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.standings import a_movement, a_rich_map, a_standing
from themewatch.charts.order import ORDERS, ordered


def slugs(standings, order):
    return [standing.theme.slug for standing in ordered(standings, order)]


def test_the_lessons_order_is_left_as_it_is():
    standings = a_rich_map().themes
    assert ordered(standings, "lesson") == standings


def test_by_position_the_furthest_comes_first():
    standings = [a_standing("consistency", mean=1.2), a_standing("lower-cost", mean=3)]
    assert slugs(standings, "position") == ["lower-cost", "consistency"]


def test_by_movement_clear_ones_come_before_larger_unclear_ones():
    unclear = a_movement(0.9, is_clear=False)
    standings = [
        a_standing("consistency", moved=0.9, movement=unclear),
        a_standing("lower-cost", moved=0.2),
        a_standing("multimodality", moved=-0.6),
        a_standing("text-rendering"),
    ]
    assert slugs(standings, "movement") == [
        "multimodality",
        "lower-cost",
        "consistency",
        "text-rendering",
    ]


def test_by_gap_claims_furthest_ahead_come_first_and_unknown_gaps_last():
    standings = [
        a_standing("consistency", claimed=None),
        a_standing("lower-cost", mean=3.0, claimed=2.5),
        a_standing("multimodality", mean=1.0, claimed=3.5),
    ]
    assert slugs(standings, "gap") == ["multimodality", "lower-cost", "consistency"]


def test_by_doubt_the_least_sure_comes_first():
    standings = [a_standing("consistency", sd=0.1), a_standing("lower-cost", sd=0.5)]
    assert slugs(standings, "doubt") == ["lower-cost", "consistency"]


@pytest.mark.parametrize("order", ORDERS)
@given(data=st.data())
def test_every_order_keeps_each_standing_once(order, data):
    standings = data.draw(st.permutations(a_rich_map().themes))
    assert sorted(slugs(standings, order)) == sorted(slugs(standings, "lesson"))


@pytest.mark.parametrize("order", ORDERS)
def test_ties_keep_the_lessons_order(order):
    standings = [a_standing("text-rendering"), a_standing("consistency")]
    assert slugs(standings, order) == ["text-rendering", "consistency"]
