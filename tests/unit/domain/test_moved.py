"""A movement as the sum of what became new and of what changed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_note, a_view
from themewatch.domain.attribution import Attribution, Effect
from themewatch.domain.moved import Change, Moved, changes_between
from themewatch.domain.moved_sum import Part, summed

SINCE, UNTIL = date(2026, 9, 1), date(2026, 10, 1)
NOTES = {name: a_note(id=name) for name in ("a", "b", "c")}
VIEWS = {"v": a_view(id="v")}
RECORDS = NOTES | VIEWS


def moved(*changes: Change, start: float = 0.0, elsewhere: float = 0.0) -> Moved:
    amount = start + elsewhere + sum(change.amount for change in changes)
    return Moved(
        since=SINCE,
        until=UNTIL,
        before=1.5,
        after=1.5 + amount,
        changes=changes,
        start=start,
        elsewhere=elsewhere,
        was_tested=True,
        was_known=True,
    )


def test_a_change_is_the_effect_now_less_the_effect_then():
    then = Attribution(1.5, (Effect("a", 0.2), Effect("b", 0.1)), (), 0.0)
    now = Attribution(
        1.5, (Effect("a", 0.15), Effect("b", 0.1), Effect("c", -0.3)), (), 0.0
    )
    c, a, b = changes_between(then, now, RECORDS)
    assert (c.record, c.amount, c.is_new) == (NOTES["c"], -0.3, True)
    assert (a.record, a.is_new) == (NOTES["a"], False)
    assert a.amount == pytest.approx(-0.05)
    assert (b.amount, b.is_new) == (0.0, False)


def test_a_view_has_its_change_too():
    now = Attribution(1.5, (), (Effect("v", 0.4),), 0.0)
    [change] = changes_between(Attribution(1.5, (), (), 0.0), now, RECORDS)
    assert change == Change(VIEWS["v"], 0.4, is_new=True)


def test_every_change_belongs_to_a_part():
    sum_ = summed(
        moved(
            Change(NOTES["a"], 0.3, is_new=True),
            Change(NOTES["b"], -0.1, is_new=False),
            Change(VIEWS["v"], 0.05, is_new=True),
            start=0.02,
            elsewhere=-0.04,
        )
    )
    assert sum_.parts == {
        Part.NEW_TESTS: 0.3,
        Part.NEW_VIEWS: 0.05,
        Part.OLDER_TESTS: -0.1,
        Part.OLDER_VIEWS: 0.0,
        Part.ELSEWHERE: -0.04,
        Part.START: 0.02,
    }
    assert [sum_.count(part) for part in list(Part)[:3]] == [1, 1, 1]


def test_older_ones_that_hardly_changed_are_counted_and_not_listed():
    sum_ = summed(
        moved(
            *(Change(NOTES["a"], -0.004, is_new=False) for _ in range(10)),
            Change(NOTES["b"], 0.004, is_new=True),
        )
    )
    assert [change.record.id for change, _amount in sum_.listed] == ["b"]
    assert (sum_.others, sum_.others_amount) == (10, -0.04)


def test_without_any_change_nothing_has_moved():
    assert not summed(moved()).has_moved
    assert not summed(moved(Change(NOTES["a"], 0.001, is_new=False))).has_moved
    assert summed(moved(Change(NOTES["a"], 0.001, is_new=True))).has_moved
    assert summed(moved(start=0.2)).has_moved


changes = st.lists(
    st.builds(
        Change, st.sampled_from([*RECORDS.values()]), st.floats(-1, 1), st.booleans()
    ),
    max_size=30,
)


@given(changes, st.floats(-1, 1), st.floats(-1, 1))
def test_what_is_shown_adds_up(some, start, elsewhere):
    sum_ = summed(moved(*some, start=start, elsewhere=elsewhere))
    parts = dict(sum_.parts)
    assert sum_.before + sum(parts.values()) == pytest.approx(sum_.after, abs=1e-9)
    pieces = sum(amount for _change, amount in sum_.listed) + sum_.others_amount
    told = sum(parts.values()) - parts[Part.START] - parts[Part.ELSEWHERE]
    assert pieces == pytest.approx(told, abs=1e-9)
    assert len(sum_.listed) + sum_.others == len(some)
