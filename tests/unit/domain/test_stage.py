import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.stage import SCALE_END, Stage


@given(st.floats(-100, 100))
def test_a_position_lies_in_its_stage_or_beyond_the_end_of_the_scale(position):
    inside = min(max(position, 0.0), SCALE_END - 1e-9)
    assert Stage.at(position) <= inside < Stage.at(position) + 1


@pytest.mark.parametrize("stage", Stage)
def test_a_border_belongs_to_the_later_stage(stage):
    assert Stage.at(float(stage)) is stage


@pytest.mark.parametrize("stage", Stage)
def test_a_midpoint_lies_in_its_stage(stage):
    assert Stage.at(stage.midpoint) is stage


@pytest.mark.parametrize("stage", Stage)
def test_a_stage_is_found_by_its_slug(stage):
    assert Stage.named(stage.slug) is stage


def test_a_stage_has_no_other_names():
    with pytest.raises(KeyError):
        Stage.named("Growing")


def test_stages_are_in_order():
    assert [stage.slug for stage in sorted(Stage)] == [
        "early",
        "growing",
        "maturing",
        "mature",
    ]
