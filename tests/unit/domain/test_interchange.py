"""Records as lines of JSON, and back."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import (
    NOW,
    a_catalogue,
    a_claim,
    a_file,
    a_note,
    a_release,
    a_view,
)
from themewatch.domain.checks import problems
from themewatch.domain.interchange import record_from_fields, record_to_fields
from themewatch.domain.kinds import kind_of
from themewatch.domain.lines import HEADER, read_lines, record_to_line
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.record import Withdrawal
from themewatch.domain.release import KINDS, MODALITIES
from themewatch.domain.stage import Stage
from themewatch.domain.view import Confidence
from themewatch.errors import InputError

CATALOGUE = a_catalogue()

names = st.text(
    st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=30
).filter(str.strip)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"))
days = st.dates(date(2000, 1, 1), NOW.date())
instants = st.timedeltas(timedelta(days=-9000), timedelta(0)).map(lambda t: NOW + t)
prices = st.floats(0, 1e300)
modalities = st.lists(st.sampled_from(MODALITIES)).map(tuple)


def optional(strategy):
    return st.none() | strategy


@st.composite
def withdrawals(draw):
    times = sorted(draw(st.sets(instants, max_size=3)))
    return tuple(
        Withdrawal(at, is_reversal=bool(i % 2), by=draw(optional(names)))
        for i, at in enumerate(times)
    )


@st.composite
def records(draw):
    """Draw a record of any kind that has no problems."""
    shared = {
        "id": draw(names),
        "recorded_at": draw(instants),
        "link": draw(optional(st.just("https://example.org/ä?b"))),
        "source": draw(optional(texts.filter(bool))),
        "files": draw(
            st.lists(names.map(lambda n: a_file(name=n)), max_size=4).map(tuple)
        ),
        "withdrawals": draw(withdrawals()),
    }
    tries = draw(optional(st.integers(1, 100)))
    counted = st.none() if tries is None else optional(st.integers(0, tries))
    made = {
        "release": lambda: a_release(
            model=draw(names),
            released_on=draw(days),
            kind=draw(optional(st.sampled_from(KINDS))),
            modalities_in=draw(modalities),
            price_usd=draw(optional(prices)),
            price_as_of=draw(optional(days)),
            **shared,
        ),
        "claim": lambda: a_claim(
            claimed_stage=draw(optional(st.sampled_from(Stage))),
            text=draw(texts),
            confidence=draw(optional(st.sampled_from(Confidence))),
            **shared,
        ),
        "note": lambda: a_note(
            tested_on=draw(days),
            tool=draw(optional(names)),
            tries=tries,
            acceptable=draw(counted),
            verdict=draw(optional(st.sampled_from(Verdict))),
            rigor=draw(st.sampled_from(Rigor)),
            observed=draw(texts),
            seconds=draw(optional(st.floats(0, 1e9, exclude_min=True))),
            **shared,
        ),
        "view": lambda: a_view(
            person=draw(names),
            position=draw(st.floats(0, 4)),
            reason=draw(texts),
            **shared,
        ),
    }
    return made[draw(st.sampled_from(sorted(made)))]()


def read(record) -> object:
    return record_from_fields(kind_of(record), record_to_fields(record), CATALOGUE, NOW)


def lines_of(*fields: dict) -> list[str]:
    return [HEADER, *(json.dumps(member) for member in fields)]


def problems_of(fields: dict) -> tuple[str, ...]:
    _, line = read_lines(lines_of(fields), CATALOGUE, NOW)
    return line.problems


A_NOTE = {
    "record": "note",
    "id": "n",
    "theme": "consistency",
    "person": "Ann",
    "tested_on": "2026-08-15",
}


@given(records())
def test_a_record_comes_back_as_it_was(record):
    assert problems(record, CATALOGUE, NOW) == []
    assert read(record) == record


@given(records())
def test_a_line_read_and_written_again_is_the_same_line(record):
    line = record_to_line(record)
    _, again = read_lines([HEADER, line], CATALOGUE, NOW)
    assert record_to_line(again.record) == line
    assert "\n" not in line


@given(records())
def test_what_is_empty_is_left_out(record):
    assert not [v for v in record_to_fields(record).values() if v in (None, "", [])]


def test_a_line_says_what_a_reader_expects():
    line = record_to_line(a_release(id="acme-vision-1", price_usd=0.5))
    assert line == (
        '{"record":"release","id":"acme-vision-1","model":"Vision 1","vendor":"Acme",'
        '"released_on":"2026-08-01","kind":"api","modalities_in":["text","image"],'
        '"modalities_out":["video"],"price_usd":0.5,'
        '"recorded_at":"2026-09-01T12:00:00.123456Z"}'
    )


def test_a_take_back_that_stands_is_told_by_its_time_alone():
    fields = record_to_fields(a_note(withdrawals=(Withdrawal(NOW),)))
    assert fields["withdrawn_at"] == "2026-10-01T09:30:00Z"
    assert "withdrawals" not in fields


def test_a_take_back_that_was_reversed_is_told_with_its_history():
    later = NOW + timedelta(hours=1)
    history = (Withdrawal(NOW, by="Ann"), Withdrawal(later, is_reversal=True))
    note = a_note(withdrawals=history)
    fields = record_to_fields(note)
    assert "withdrawn_at" not in fields
    assert fields["withdrawals"] == [
        {"at": "2026-10-01T09:30:00Z", "is_reversal": False, "by": "Ann"},
        {"at": "2026-10-01T10:30:00Z", "is_reversal": True},
    ]
    assert read(note) == note


def test_a_line_without_a_time_was_recorded_now():
    record = record_from_fields("note", A_NOTE, CATALOGUE, NOW)
    assert record.recorded_at == NOW


def test_a_time_without_a_zone_is_utc_and_others_become_it():
    for written in ("2026-09-01T12:00:00", "2026-09-01T14:00:00+02:00"):
        fields = A_NOTE | {"recorded_at": written}
        record = record_from_fields("note", fields, CATALOGUE, NOW)
        assert record.recorded_at == datetime(2026, 9, 1, 12, tzinfo=UTC)


def test_null_is_the_same_as_nothing():
    given_null = A_NOTE | {"tool": None, "tries": None, "files": None, "signal": ""}
    assert record_from_fields("note", given_null, CATALOGUE, NOW) == record_from_fields(
        "note", A_NOTE, CATALOGUE, NOW
    )


def test_a_claim_need_not_say_its_stage():
    fields = {"id": "c", "release": "r", "theme": "consistency", "claimed_stage": None}
    claim = record_from_fields("claim", fields, CATALOGUE, NOW)
    assert claim == replace(claim, claimed_stage=None)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"tries": True}, "tries must be a whole number, not true"),
        ({"tries": 2.5}, "tries must be a whole number, not 2.5"),
        ({"tries": "5"}, "tries must be a whole number, not '5'"),
        ({"tries": [5], "acceptable": 3}, "tries must be a whole number, not a list"),
        ({"price_usd": False}, "price_usd must be a number, not false"),
        ({"price_usd": 10**400}, "price_usd is too large a number"),
        ({"person": 7}, "person must be text, not 7"),
        ({"person": None}, "person is missing"),
        (
            {"tested_on": "20260815"},
            "tested_on must be a date as 2026-08-20, not '20260815'",
        ),
        (
            {"tested_on": "2026-02-30"},
            "tested_on must be a date as 2026-08-20, not '2026-02-30'",
        ),
        (
            {"recorded_at": "0001-01-01T00:00:00+14:00"},
            "recorded_at must be a time as 2026-08-20T09:30:00Z, "
            "not '0001-01-01T00:00:00+14:00'",
        ),
        (
            {"verdict": "good"},
            "verdict must be one of breaks, sometimes, usually, dependable, not 'good'",
        ),
        ({"rigor": "often"}, "rigor must be one of once, few, fixed, not 'often'"),
        ({"files": "a.png"}, "files must be a list, not 'a.png'"),
        ({"files": [{"name": "a.png"}]}, "files misses media_type, sha256, size"),
        ({"score": 3}, "a note has no field 'score'"),
        ({"model": "x"}, "a note has no field 'model'"),
        (
            {"withdrawn_at": "2026-09-30", "withdrawals": []},
            "withdrawn_at is not the last of its withdrawals",
        ),
    ],
)
def test_a_field_that_cannot_be_read_is_named(change, reason):
    assert problems_of(A_NOTE | change) == (reason,)


def test_a_claimed_stage_is_one_of_four():
    fields = {"record": "claim", "id": "c", "release": "r", "theme": "consistency"}
    assert problems_of(fields | {"claimed_stage": "ripe"}) == (
        "claimed_stage must be one of early, growing, maturing, mature, not 'ripe'",
    )


def test_all_that_is_wrong_with_a_line_is_told():
    fields = {"record": "note", "id": "n", "theme": "colour", "tries": "x", "odd": 1}
    assert problems_of(fields) == (
        "tries must be a whole number, not 'x'",
        "a note has no field 'odd'",
        "person is missing",
        "tested_on is missing",
        "There is no theme 'colour'; there are consistency, lower-cost",
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nonsense", "is not JSON: Expecting value at character 1"),
        ("[1]", "must be an object, not a list"),
        ('{"a":1,"a":2}', "is not JSON: a field stands there twice"),
        ('{"a":NaN}', "is not JSON: NaN is no number"),
        ("{}", "record must be one of release, claim, note, view, not null"),
        (
            '{"record":"vote"}',
            "record must be one of release, claim, note, view, not 'vote'",
        ),
    ],
)
def test_a_line_that_is_no_record_is_said_to_be_none(text, reason):
    _, line = read_lines([HEADER, text], CATALOGUE, NOW)
    assert line.problems == (reason,)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' + "9" * 5000 + "}"])
def test_a_line_made_to_break_the_reader_is_refused(text):
    _, line = read_lines([HEADER, text], CATALOGUE, NOW)
    assert line.problems[0].startswith("is not JSON: ")


@pytest.mark.parametrize("first", ["", "{}", "nonsense", '{"format":"themewatch"}'])
def test_a_file_says_first_what_it_is(first):
    header, *_ = read_lines([first], CATALOGUE, NOW)
    assert header.problems == ('must be {"format":"themewatch","version":1}',)


def test_an_empty_file_is_refused():
    (header,) = read_lines([], CATALOGUE, NOW)
    assert header.problems


def test_a_header_may_have_spaces_and_a_byte_order_mark():
    header, *_ = read_lines(
        ['\ufeff{"format": "themewatch", "version": 1}\r\n'], CATALOGUE, NOW
    )
    assert header.problems == ()


def test_a_file_of_a_newer_version_is_refused_as_a_whole():
    with pytest.raises(InputError, match="version 2; this themewatch reads version 1"):
        list(read_lines(['{"format":"themewatch","version":2}'], CATALOGUE, NOW))


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False)
        | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_whatever_stands_in_a_field_the_line_is_read_or_refused(value):
    """No value at any place escapes as anything but a named problem."""
    for name in (
        "id",
        "tested_on",
        "tries",
        "files",
        "withdrawals",
        "withdrawn_at",
        "recorded_at",
        "link",
    ):
        _, line = read_lines(lines_of(A_NOTE | {name: value}), CATALOGUE, NOW)
        assert (line.record is None) == bool(line.problems)
