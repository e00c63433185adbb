from hypothesis import given
from hypothesis import strategies as st

from tests.standings import (
    a_map,
    a_movement,
    a_rich_map,
    a_standing,
    a_theme,
    the_baseline_map,
)
from themewatch.charts.geometry import Direction, Footing, Shape, map_geometry
from themewatch.domain.stage import Stage
from themewatch.domain.standing import ThemeStanding

places = st.floats(-1.5, 5.5)
standings = st.builds(
    lambda mean, sd, moved, claimed: a_standing(
        mean=mean, sd=sd, moved=moved, claimed=claimed
    ),
    mean=places,
    sd=st.floats(0.5, 1.5),
    moved=st.none() | st.floats(-1.5, 1.5),
    claimed=st.none() | st.floats(0.5, 3.5),
)


def only_lane(standing: ThemeStanding):
    [lane] = map_geometry(a_map(standing)).lanes
    return lane


@given(standings)
def test_every_mark_lies_on_the_scale(standing):
    marks = list(only_lane(standing).marks)
    assert marks
    assert all(0 <= mark.x <= 4 for mark in marks)


@given(standings)
def test_the_likely_range_lies_on_the_scale_and_reaches_its_mark(standing):
    lane = only_lane(standing)
    assert 0 <= lane.low <= lane.tested <= lane.high <= 4


@given(standings)
def test_an_arrow_runs_between_before_and_now_and_only_where_the_change_is_clear(
    standing,
):
    lane = only_lane(standing)
    is_clear = standing.movement is not None and standing.movement.is_clear
    assert lane.arrow == ((lane.before, lane.tested) if is_clear else None)


def test_four_columns_are_headed_by_name_meaning_and_count():
    columns = map_geometry(a_rich_map()).columns
    assert [column.stage for column in columns] == list(Stage)
    growing = columns[Stage.GROWING]
    assert (growing.name, growing.meaning) == ("Growing", "sometimes works")
    assert growing.share == "1 in 3 tries"


def test_columns_are_headed_in_the_words_of_themes_that_count_successes():
    maturity_map = a_map(a_standing("lower-cost"), a_standing("consistency"))
    assert map_geometry(maturity_map).columns[Stage.EARLY].meaning == "breaks"


def test_the_number_of_tests_decides_a_lanes_footing():
    footings = [only_lane(a_standing(notes=n)).footing for n in (0, 1, 2, 3)]
    assert footings == [Footing.UNTESTED, Footing.FEW, Footing.FEW, Footing.ENOUGH]


def test_only_a_clear_movement_has_a_direction():
    unclear = a_movement(0.5, is_clear=False)
    assert only_lane(a_standing(moved=0.5)).direction is Direction.UP
    assert only_lane(a_standing(moved=-0.5)).direction is Direction.DOWN
    assert (
        only_lane(a_standing(moved=0.5, movement=unclear)).direction is Direction.SAME
    )
    assert only_lane(a_standing()).direction is None


def test_without_enough_claims_there_is_neither_diamond_nor_gap():
    lane = only_lane(a_standing(claimed=None))
    assert lane.gap is None
    assert [mark.shape for mark in lane.marks] == [Shape.TESTED]


def test_the_gap_runs_from_tested_to_claimed():
    assert only_lane(a_standing(mean=1.5, claimed=2.7)).gap == (1.5, 2.7)


def test_lanes_are_numbered_from_the_top_in_the_order_asked_for():
    geometry = map_geometry(the_baseline_map(), order="position")
    assert [lane.y for lane in geometry.lanes] == list(range(7))
    assert [lane.slug for lane in geometry.lanes][:2] == [
        "native-audio",
        "text-rendering",
    ]


def test_marks_of_one_shape_come_from_the_top_down():
    marks = map_geometry(a_rich_map()).marks(Shape.CLAIMED)
    assert [mark.y for mark in marks] == [0, 2, 3, 4, 5, 6]


def test_a_lane_bears_both_of_its_names():
    lane = only_lane(a_standing(theme=a_theme(name="Long & long", chart_name="Short")))
    assert (lane.name, lane.short_name) == ("Long & long", "Short")


def test_a_lane_nobody_ever_tested_does_not_miss_new_tests():
    assert only_lane(a_standing(notes=0, new_notes=0, moved=0.0)).changes == ()
    moved = only_lane(a_standing(notes=0, new_notes=0, moved=0.3))
    assert moved.changes == ("▲ up since 2026-10-21",)
    tested = only_lane(a_standing(new_notes=0, moved=0.0))
    assert tested.changes == ("No new tests since 2026-10-21",)
