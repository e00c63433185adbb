from dataclasses import replace
from datetime import timedelta

import pandas as pd
import pytest

from tests.unit.estimation.evidence import START, TODAY, a_reading, some_readings
from themewatch.errors import InputError
from themewatch.estimation import Reading, estimate


def as_frame(readings: list[Reading]) -> pd.DataFrame:
    names = Reading.__slots__
    frame = pd.DataFrame({n: [getattr(r, n) for r in readings] for n in names})
    return frame.assign(on=pd.to_datetime(frame["on"]))


FAULTS = {
    "has no value": {"value": float("nan")},
    "has no known theme": {"theme": "vr"},
    "has no usable sd": {"sd": 0.0},
    "has no date": {"on": None},
}


@pytest.mark.parametrize(("said", "fault"), FAULTS.items(), ids=list(FAULTS))
@pytest.mark.parametrize("given_as", [list, as_frame], ids=["readings", "frame"])
def test_a_reading_that_cannot_stand_is_refused_by_name(said, fault, given_as):
    faulty = replace(a_reading("note-17"), **fault)
    with pytest.raises(InputError, match=f"note-17 {said}"):
        estimate(given_as([a_reading("note-1"), faulty]), as_of=TODAY)


@pytest.mark.parametrize("sd", [-0.4, 1e-200, float("nan"), float("inf")])
def test_a_doubt_that_is_no_positive_number_is_refused(sd):
    with pytest.raises(InputError, match="note-1 has no usable sd"):
        estimate([a_reading(sd=sd)], as_of=TODAY)


def test_an_infinite_value_is_refused():
    with pytest.raises(InputError, match="note-1 has no value"):
        estimate([a_reading(value=float("inf"))], as_of=TODAY)


def test_a_reading_given_twice_is_refused():
    with pytest.raises(InputError, match="note-1 is given twice"):
        estimate([a_reading(), a_reading(value=3.0)], as_of=TODAY)


def test_a_later_reading_is_held_to_the_same_rules():
    later = a_reading("note-9", on=TODAY + timedelta(days=5), sd=0)
    with pytest.raises(InputError, match="note-9"):
        estimate([later], as_of=TODAY)


def test_every_fault_is_told_at_once():
    readings = [a_reading("a", sd=0), a_reading("b", value=float("nan"))]
    with pytest.raises(InputError) as refused:
        estimate(readings, as_of=TODAY)
    assert len(refused.value.problems) == 2


def test_a_frame_without_a_column_is_refused():
    frame = as_frame([a_reading()]).drop(columns="sd")
    with pytest.raises(InputError, match="lack the columns sd"):
        estimate(frame, as_of=TODAY)


def test_a_frame_and_readings_come_to_the_same():
    readings = some_readings()
    from_frame = estimate(as_frame(readings), as_of=TODAY)
    assert from_frame.positions == estimate(iter(readings), as_of=TODAY).positions


def test_a_frame_of_plain_dates_and_without_people_will_do():
    frame = pd.DataFrame(
        {"id": ["a"], "theme": ["lower-cost"], "on": [START], "value": 2.5, "sd": 0.4}
    )
    now = estimate(frame, as_of=START)
    assert now.positions["lower-cost"].mean == pytest.approx(2.5, abs=0.01)
    assert now.effects.empty


def test_values_too_far_apart_to_be_summed_are_refused():
    readings = [
        a_reading("a", value=1e6, sd=0.001, person="Ann", tool="Veo"),
        a_reading("b", on=TODAY, value=1e6 + 1, sd=0.001, person="Ann", tool="Kling"),
    ]
    with pytest.raises(InputError, match="cannot be weighed together"):
        estimate(readings, as_of=TODAY)
