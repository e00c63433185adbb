from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.estimation.evidence import (
    START,
    THEMES,
    TODAY,
    a_reading,
    some_readings,
)
from themewatch.estimation import Estimate, Reading, estimate

readings_lists = st.lists(
    st.builds(
        a_reading,
        st.uuids().map(str),
        theme=st.sampled_from(THEMES),
        on=st.integers(0, 400).map(lambda days: START + timedelta(days=days)),
        value=st.floats(-1, 5),
        sd=st.floats(0.05, 3),
        person=st.sampled_from(["Ann", "Bob", None]),
        tool=st.sampled_from(["Kling", "Veo", None]),
    ),
    max_size=25,
    unique_by=lambda reading: reading.id,
)


def assert_same(one: Estimate, other: Estimate) -> None:
    for theme in THEMES:
        here, there = one.positions[theme], other.positions[theme]
        assert here.mean == pytest.approx(there.mean, abs=1e-9)
        assert here.sd == pytest.approx(there.sd, abs=1e-9)
        pulls = one.pulls(theme).merge(other.pulls(theme), on="reading")
        assert pulls["pull_x"].tolist() == pytest.approx(pulls["pull_y"].tolist())


@given(readings_lists)
def test_prior_and_pulls_add_up_to_the_position(readings: list[Reading]):
    now = estimate(readings, as_of=TODAY)
    counted = sorted(reading.id for reading in readings if reading.on <= TODAY)
    for theme in THEMES:
        pulls = now.pulls(theme)
        mean = now.positions[theme].mean
        assert pulls["pull"].sum() == pytest.approx(mean, abs=1e-9)
        assert pulls["weight"].sum() == pytest.approx(1, abs=1e-9)
        assert pulls["reading"].tolist() == ["prior", *counted]
    assert pulls.columns.tolist() == ["reading", "weight", "pull"]


@given(readings_lists, st.randoms(use_true_random=False))
def test_order_never_matters(readings, random):
    shuffled = random.sample(readings, len(readings))
    assert_same(estimate(readings, as_of=TODAY), estimate(shuffled, as_of=TODAY))


@given(readings_lists)
def test_adding_a_reading_and_taking_it_back_restores_everything(readings):
    before = estimate(readings, as_of=TODAY)
    extra = a_reading("extra", on=START - timedelta(days=40), value=5, person="Ann")
    added = estimate([*readings, extra], as_of=TODAY)
    kept = [reading for reading in [extra, *readings] if reading.id != "extra"]
    assert_same(before, estimate(kept, as_of=TODAY))
    assert added.positions["longer-video"] != before.positions["longer-video"]


def test_what_other_themes_say_goes_through_shared_people_and_tools_only():
    elsewhere = {"theme": "lower-cost", "value": 3.9, "sd": 0.4}
    readings = [
        a_reading("here", value=2.0, person="Ann"),
        a_reading("shared", **elsewhere, person="Ann"),
        a_reading("unrelated", **elsewhere, person="Bob"),
        a_reading("beside", theme="lower-cost", value=2.0, sd=0.4),
    ]
    pulls = estimate(readings, as_of=START).pulls("longer-video").set_index("reading")
    assert pulls.loc["shared", "pull"] < -0.01
    assert abs(pulls.loc["unrelated", "pull"]) < abs(pulls.loc["shared", "pull"])


def test_a_surer_reading_weighs_more():
    readings = [a_reading("sure", sd=0.3), a_reading("unsure", sd=0.8)]
    pulls = estimate(readings, as_of=START).pulls("longer-video").set_index("reading")
    assert pulls.loc["sure", "weight"] > 3 * pulls.loc["unsure", "weight"]


def test_pulls_are_of_the_day_asked_for():
    now = estimate(some_readings(), as_of=TODAY, horizon=TODAY + timedelta(days=30))
    mean = now.positions["consistency"].mean
    assert now.pulls("consistency")["pull"].sum() == pytest.approx(mean, abs=1e-9)
