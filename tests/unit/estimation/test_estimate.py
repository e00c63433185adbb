from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from tests.unit.estimation.evidence import (
    START,
    THEMES,
    TODAY,
    a_reading,
    some_readings,
)
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.estimation import EstimationSettings, estimate


def test_themes_are_the_seven_unless_others_are_named():
    assert tuple(estimate([], as_of=TODAY).positions) == SLUGS
    assert tuple(estimate([], as_of=TODAY, themes=["a", "b"]).positions) == ("a", "b")


@pytest.mark.parametrize("readings", [[], [a_reading(theme="lower-cost")]])
def test_a_theme_without_readings_stands_where_it_was_thought_to(readings):
    position = estimate(readings, as_of=START).positions["longer-video"]
    assert (position.mean, position.sd) == (pytest.approx(1.5), pytest.approx(10.0))
    assert position.stage is Stage.GROWING
    assert 0 < position.low < position.high < 4


def test_with_neither_readings_nor_other_themes_there_is_still_a_path():
    alone = estimate([], as_of=TODAY, themes=["consistency"])
    assert alone.path("consistency")["mean"].tolist() == [1.5]
    assert alone.effects.empty


def test_stage_probabilities_sum_to_one_and_the_range_lies_on_the_scale():
    for position in estimate(some_readings(), as_of=TODAY).positions.values():
        assert sum(position.stage_probabilities.values()) == pytest.approx(1)
        assert 0 <= position.low < position.high <= 4


def test_the_mean_is_not_clipped_but_its_stage_is():
    high = [a_reading(f"n{i}", value=6.0, sd=0.1) for i in range(3)]
    position = estimate(high, as_of=START).positions["longer-video"]
    assert position.mean == pytest.approx(6, abs=0.01)
    assert position.stage is Stage.MATURE
    assert 3.9 < position.low < position.high <= 4


def test_later_readings_are_left_out():
    readings = some_readings()
    early = [reading for reading in readings if reading.on <= date(2026, 5, 1)]
    now = estimate(readings, as_of=date(2026, 5, 1))
    assert now.positions == estimate(early, as_of=date(2026, 5, 1)).positions
    assert len(early) < len(readings)


def test_a_path_is_weekly_and_ends_on_the_day_itself():
    path = estimate(some_readings(), as_of=TODAY).path("consistency")
    assert path.columns.tolist() == ["on", "mean", "sd", "low", "high"]
    assert pd.api.types.is_datetime64_dtype(path["on"])
    assert path["on"].iloc[-1] == pd.Timestamp(TODAY)
    assert set(path["on"].diff().iloc[1:-1].dt.days) == {7}
    assert 0 < (path["on"].iloc[-1] - path["on"].iloc[-2]).days <= 7


def test_a_path_passes_through_today_position():
    now = estimate(some_readings(), as_of=TODAY, horizon=TODAY + timedelta(days=90))
    for theme in THEMES:
        path, position = now.path(theme), now.positions[theme]
        today = path[path["on"] == pd.Timestamp(TODAY)].iloc[0]
        assert today["mean"] == pytest.approx(position.mean, abs=1e-9)
        assert today["sd"] == pytest.approx(position.sd, abs=1e-9)
        assert today["low"] == pytest.approx(position.low, abs=1e-9)


def test_looking_ahead_changes_nothing_about_today():
    near = estimate(some_readings(), as_of=TODAY)
    far = estimate(some_readings(), as_of=TODAY, horizon=date(2027, 8, 20))
    for theme in THEMES:
        assert far.positions[theme].mean == pytest.approx(near.positions[theme].mean)
        assert far.positions[theme].sd == pytest.approx(near.positions[theme].sd)
    assert far.path("consistency")["on"].iloc[-1] == pd.Timestamp(2027, 8, 20)


def test_effects_name_each_person_and_tool_with_the_number_of_readings():
    effects = estimate(some_readings(), as_of=TODAY).effects
    assert effects.columns.tolist() == ["kind", "name", "mean", "sd", "readings"]
    assert effects["kind"].tolist() == ["person"] * 3 + ["tool"] * 2
    assert effects["name"].tolist() == ["Ann", "Bob", "Cem", "Kling", "Veo"]
    by_ann = sum(reading.person == "Ann" for reading in some_readings())
    assert effects["readings"].iloc[0] == by_ann


def test_a_lenient_person_is_found_out():
    judged = {"Ann": 3.0, "Bob": 2.0, "Cem": 2.0, "Dee": 2.0}
    readings = [
        a_reading(f"{person}-{n}", value=value, person=person)
        for person, value in judged.items()
        for n in range(8)
    ]
    effects = estimate(readings, as_of=START).effects.set_index("name")
    assert effects.loc["Ann", "mean"] > 0.4
    assert effects.loc[["Bob", "Cem", "Dee"], "mean"].max() < 0.05


def test_without_effects_people_and_tools_make_no_difference():
    settings = EstimationSettings(effects=False)
    named = estimate(some_readings(), as_of=TODAY, settings=settings)
    nameless = [
        a_reading(r.id, theme=r.theme, on=r.on, value=r.value, sd=r.sd)
        for r in some_readings()
    ]
    bare = estimate(nameless, as_of=TODAY, settings=settings)
    assert named.effects.empty
    for theme in THEMES:
        assert named.positions[theme].mean == pytest.approx(bare.positions[theme].mean)


def test_an_unknown_theme_asked_for_is_refused():
    with pytest.raises(InputError, match="no theme 'vr'"):
        estimate([], as_of=TODAY).path("vr")


def test_a_horizon_before_the_day_is_refused():
    with pytest.raises(InputError, match="lies before"):
        estimate([], as_of=TODAY, horizon=START)


def test_very_many_readings_in_one_week_still_add_up():
    rng = np.random.default_rng(3)
    count = 200_000
    frame = pd.DataFrame(
        {
            "id": np.arange(count).astype(str),
            "theme": rng.choice(THEMES, count),
            "on": pd.Timestamp(START) + pd.to_timedelta(rng.integers(0, 7, count), "D"),
            "value": rng.uniform(0, 4, count),
            "sd": 0.4,
            "person": rng.choice(["Ann", "Bob"], count),
        }
    )
    now = estimate(frame, as_of=TODAY)
    for theme, position in now.positions.items():
        assert now.pulls(theme)["pull"].sum() == pytest.approx(position.mean, abs=1e-9)
