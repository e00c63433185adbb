"""When a thing to watch is due, and what it bears on."""

from datetime import date, timedelta

import pytest

from tests.factories import a_checkpoint

DUE = date(2027, 1, 15)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "on", "is_due"),
    [
        ({}, DUE - DAY, False),
        ({}, DUE, True),
        ({}, DUE + DAY, True),
        ({"due_on": None}, DUE, False),
        ({"settled_on": DUE, "result": "Put off."}, DUE + DAY, False),
    ],
)
def test_it_is_due_from_its_day_until_somebody_says_what_came(changes, on, is_due):
    assert (
        a_checkpoint(due_on=changes.pop("due_on", DUE), **changes).is_due(on) is is_due
    )


def test_it_stands_on_the_day_it_was_settled_else_on_the_day_it_is_due():
    assert a_checkpoint(due_on=DUE).shown_on == DUE
    assert (
        a_checkpoint(due_on=DUE, settled_on=DUE - DAY, result="x").shown_on == DUE - DAY
    )
    assert a_checkpoint(due_on=None).shown_on is None


def test_without_a_theme_it_bears_on_all():
    assert a_checkpoint(theme=None).bears_on("longer-video")
    assert a_checkpoint(theme="consistency").bears_on("consistency")
    assert not a_checkpoint(theme="consistency").bears_on("longer-video")
