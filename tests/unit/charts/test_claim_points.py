"""Where each claim's mark stands."""

from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.judged import DAY, ON, a_judged, an_overruled, an_untested
from themewatch.charts import claim_points
from themewatch.charts.claim_points import WIDEST, MarkSize, claim_cloud, sideways
from themewatch.domain.claim import Outcome
from themewatch.domain.stage import Stage

SIZE = MarkSize(width=0.1, height=0.2)


def places(*judged):
    return {p.judged.claim.id: (p.x, p.y) for p in claim_cloud(judged, SIZE).points}


def test_a_mark_stands_in_its_stage_s_column_as_high_as_put_by_tests():
    judged = a_judged(id="c1", claimed_stage=Stage.MATURING, tested=1.234)
    assert places(judged) == {"c1": (2.5, 1.234)}


def test_what_cannot_be_told_has_no_mark():
    of_something_else = an_overruled(outcome=Outcome.UNTESTED)
    cloud = claim_cloud(
        [an_untested(), a_judged(claimed_stage=None), of_something_else], SIZE
    )
    assert (cloud.points, cloud.tested, cloud.lead) == ((), 0, None)


def test_no_mark_leaves_the_scale():
    found = places(a_judged(id="low", tested=-0.3), a_judged(id="high", tested=4.2))
    assert {name: y for name, (_x, y) in found.items()} == {"low": 0.0, "high": 4.0}


def test_marks_that_coincide_make_room_and_others_stay():
    judged = [a_judged(id=name, tested=1.0) for name in "abc"]
    found = places(*judged, a_judged(id="d", tested=2.0))
    assert [found[name][0] for name in "abcd"] == [3.5, 3.6, 3.4, 3.5]


def test_marks_stand_alike_in_whatever_order_claims_come():
    judged = [a_judged(id=name, tested=1.0) for name in "abcd"]
    assert len({str(sorted(places(*p).items())) for p in permutations(judged)}) == 1


heights = st.lists(st.floats(0, 4), max_size=40).map(sorted)


@given(heights)
def test_no_mark_leaves_its_column(heights):
    assert all(abs(x) <= WIDEST for x in sideways(heights, SIZE))


@given(st.lists(st.floats(0, 4), max_size=8).map(sorted))
def test_as_long_as_there_is_room_no_mark_hides_another(heights):
    marks = list(zip(sideways(heights, SIZE), heights, strict=True))
    for (x1, y1), (x2, y2) in combinations(marks, 2):
        assert abs(x1 - x2) > SIZE.width * 0.99 or abs(y1 - y2) >= SIZE.height


def test_only_the_newest_are_drawn_and_the_others_counted(monkeypatch):
    monkeypatch.setattr(claim_points, "MOST_POINTS", 2)
    judged = [a_judged(id=f"c{n}", on=ON + n * DAY, tested=n / 2) for n in range(5)]
    cloud = claim_cloud(judged, SIZE)
    assert {p.judged.claim.id for p in cloud.points} == {"c3", "c4"}
    assert (cloud.tested, cloud.left_out) == (5, 3)


def test_what_tests_reach_is_counted_from_the_stage_s_lower_edge_on():
    judged = [
        a_judged(claimed_stage=Stage.MATURING, tested=tested)
        for tested in (1.9, 2.0, 3.0)
    ]
    cloud = claim_cloud(judged, SIZE)
    assert cloud.reached == 2
    assert cloud.lead == sum((0.6, 0.5, -0.5)) / 3


def test_marks_are_parted_by_outcome():
    cloud = claim_cloud([a_judged(Outcome.HOLDS_UP), a_judged(), an_overruled()], SIZE)
    assert len(cloud.of(Outcome.HOLDS_UP)) == 1
    assert len(cloud.of(Outcome.PARTLY)) == 2
