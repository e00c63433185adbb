"""What is watched for stands in the order in which it wants attention."""

from datetime import date, timedelta

from tests.factories import a_checkpoint
from themewatch.domain.awaited import awaited

TODAY = date(2026, 10, 1)
DAY = timedelta(days=1)


def ids(checkpoints):
    return [checkpoint.id for checkpoint in checkpoints]


def settled(name, on):
    return a_checkpoint(id=name, settled_on=on, result="Put off.")


def test_each_stands_in_one_part():
    found = awaited(
        [
            a_checkpoint(id="late", due_on=TODAY - DAY),
            a_checkpoint(id="today", due_on=TODAY),
            a_checkpoint(id="tomorrow", due_on=TODAY + DAY),
            a_checkpoint(id="open", due_on=None),
            settled("done", TODAY - DAY),
        ],
        TODAY,
    )
    assert ids(found.due) == ["late", "today"]
    assert ids(found.dated) == ["tomorrow"]
    assert ids(found.undated) == ["open"]
    assert ids(found.settled) == ["done"]


def test_what_is_due_longest_and_what_is_nearest_stand_first():
    days = {"a": -2 * DAY, "b": -5 * DAY, "c": 9 * DAY, "d": 3 * DAY}
    found = awaited(
        [a_checkpoint(id=name, due_on=TODAY + away) for name, away in days.items()],
        TODAY,
    )
    assert (ids(found.due), ids(found.dated)) == (["b", "a"], ["d", "c"])


def test_what_was_settled_last_stands_first():
    found = awaited([settled("old", TODAY - 9 * DAY), settled("new", TODAY)], TODAY)
    assert ids(found.settled) == ["new", "old"]


def test_without_a_day_they_stand_by_title():
    two = [
        a_checkpoint(id="b", title="B", due_on=None),
        a_checkpoint(id="a", title="A", due_on=None),
    ]
    assert ids(awaited(two, TODAY).undated) == ["a", "b"]


def test_nothing_watched_for_is_empty():
    assert awaited([], TODAY).is_empty
    assert not awaited([settled("done", TODAY)], TODAY).is_empty
