"""Votes agree where most lie near one that somebody cast."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.agreement import agreement

THIRDS = [(n + 0.5) / 3 for n in range(12)]
PLACES = st.lists(st.sampled_from(THIRDS), min_size=1, max_size=12)


def test_three_of_four_within_half_a_stage_are_enough():
    found = agreement([1.5, 1.2, 1.9, 3.5])
    assert (found.near, found.votes, found.share) == (3, 4, 0.75)
    assert not found.asks_for_another


def test_two_of_three_are_not():
    assert agreement([1.5, 1.5, 3.5]).asks_for_another


def test_seven_of_ten_are_just_enough():
    assert not agreement([1.5] * 7 + [3.5] * 3).asks_for_another


def test_exactly_half_a_stage_is_near():
    assert agreement([1.5, 2.0]).share == 1


def test_two_camps_a_stage_apart_do_not_agree():
    assert agreement([0.5, 0.5, 1.5, 1.5]).share == 0.5


def test_one_vote_asks_for_no_second_round():
    assert not agreement([1.5]).asks_for_another


def test_without_votes_there_is_none():
    assert agreement([]) is None


@given(PLACES, st.randoms())
def test_the_order_of_votes_does_not_matter(places, random):
    shuffled = places.copy()
    random.shuffle(shuffled)
    assert agreement(shuffled) == agreement(places)


@given(PLACES)
def test_the_median_is_a_vote_and_lies_near_itself(places):
    found = agreement(places)
    assert found.median in places
    assert 1 <= found.near <= found.votes == len(places)


@given(PLACES, st.sampled_from([-2.0, 0.25, 1.0]))
def test_it_is_the_same_wherever_on_the_scale(places, by):
    moved = agreement([place + by for place in places])
    assert moved.near == agreement(places).near
    assert moved.apart == pytest.approx(agreement(places).apart)
