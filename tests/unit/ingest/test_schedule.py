"""When a feed is looked at next, and what is made of moves and disappearances."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW
from themewatch.ingest.schedule import (
    LATEST,
    LONGEST,
    SOONEST,
    gone_since,
    is_gone_for_good,
    is_settled,
    moved,
    next_due,
    next_try,
)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WAITS = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=30))
GAPS = st.none() | st.timedeltas(timedelta(0), timedelta(days=900))


def chance(seed):
    return Random(seed)  # noqa: S311  it guards nothing


def due(gap, **asked):
    return next_due(NOW, gap=gap, chance=chance(7), **asked) - NOW


@pytest.mark.parametrize(
    ("gap", "wait"),
    [
        (6 * HOUR, 3 * HOUR),
        (HOUR / 6, SOONEST),
        (14 * DAY, LATEST),
        (timedelta(), SOONEST),
    ],
)
def test_the_wait_is_half_the_usual_gap_within_bounds(gap, wait):
    assert wait * 0.9 <= due(gap) <= wait * 1.1


def test_a_feed_of_no_known_gap_is_looked_at_once_a_day():
    assert LATEST * 0.9 <= due(None) <= LATEST * 1.1


def test_feeds_of_the_same_pace_do_not_come_due_together():
    one = chance(1)
    waits = {next_due(NOW, gap=HOUR, chance=one) for _ in range(20)}
    assert len(waits) == 20


@given(GAPS, st.none() | WAITS, st.none() | WAITS, st.integers())
def test_no_feed_is_asked_before_its_time_nor_given_up(gap, asked, ttl, seed):
    wait = (
        next_due(
            NOW,
            gap=gap,
            not_before=None if asked is None else NOW + asked,
            ttl=ttl,
            chance=chance(seed),
        )
        - NOW
    )
    assert SOONEST * 0.9 <= wait <= LONGEST
    for wish in (asked, ttl):
        assert wish is None or wait >= min(wish, LONGEST)


@pytest.mark.parametrize(
    ("failures", "wait"),
    [(0, HOUR / 2), (1, HOUR), (2, 2 * HOUR), (3, 4 * HOUR), (9, LONGEST)],
)
def test_a_feed_that_fails_is_asked_half_as_often_each_time(failures, wait):
    assert next_try(NOW, failures=failures) == NOW + wait


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_that_names_no_time_is_left_alone_for_four_hours(status):
    assert next_try(NOW, failures=0, status=status) == NOW + 4 * HOUR
    assert next_try(NOW, failures=5, status=status) == NOW + 16 * HOUR


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_that_names_a_time_is_asked_then(status):
    asked = NOW + 2 * HOUR
    assert next_try(NOW, failures=0, status=status, retry_after=asked) == asked


@given(
    st.integers(min_value=0),
    st.none() | st.integers(100, 599),
    st.none() | WAITS,
    st.none() | WAITS,
)
def test_a_failing_feed_is_never_asked_too_soon_nor_given_up(
    failures, status, retry, fresh
):
    wait = (
        next_try(
            NOW,
            failures=failures,
            status=status,
            retry_after=None if retry is None else NOW + retry,
            not_before=None if fresh is None else NOW + fresh,
        )
        - NOW
    )
    assert SOONEST <= wait <= LONGEST
    for wish in (retry, fresh):
        assert wish is None or wait >= min(wish, LONGEST)


def test_a_feed_said_to_be_gone_twice_a_day_apart_is_gone_for_good():
    first = gone_since(410, None, NOW)
    assert not is_gone_for_good(first, NOW)
    assert not is_gone_for_good(
        gone_since(410, first, NOW + 23 * HOUR), NOW + 23 * HOUR
    )
    assert is_gone_for_good(gone_since(410, first, NOW + DAY), NOW + DAY)


@pytest.mark.parametrize("status", [200, 304, 404, 500, None])
def test_any_other_answer_takes_back_that_a_feed_is_gone(status):
    assert gone_since(status, NOW - 30 * DAY, NOW) is None


def test_a_move_is_settled_after_five_times_over_a_week():
    move = None
    for day in (0, 1, 2, 3):
        move = moved(move, "https://new.example/feed", NOW + day * DAY)
        assert not is_settled(move, NOW + day * DAY)
    early = moved(move, "https://new.example/feed", NOW + 6 * DAY)
    assert not is_settled(early, NOW + 6 * DAY)
    late = moved(early, "https://new.example/feed", NOW + 7 * DAY)
    assert is_settled(late, NOW + 7 * DAY)


def test_four_times_are_not_enough_however_long_they_last():
    move = None
    for day in (0, 10, 20, 30):
        move = moved(move, "https://new.example/feed", NOW + day * DAY)
    assert not is_settled(move, NOW + 30 * DAY)


def test_a_move_to_somewhere_else_starts_anew():
    move = moved(None, "https://a.example/", NOW - 8 * DAY)
    elsewhere = moved(move, "https://b.example/", NOW)
    assert (elsewhere.to, elsewhere.times, elsewhere.since) == (
        "https://b.example/",
        1,
        NOW,
    )
    assert moved(elsewhere, None, NOW) is None
