"""What is said of a line that cannot be read, and of a file that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW
from tests.record_lines import A_NOTE, CATALOGUE, lines_of, problems_of
from themewatch.domain.kinds import RECORD_KINDS
from themewatch.domain.lines import HEADER, read_lines
from themewatch.errors import InputError

KINDS = ", ".join(RECORD_KINDS)


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
        (
            "{}",
            f"record must be one of {KINDS}, not null",
        ),
        (
            '{"record":"vote"}',
            f"record must be one of {KINDS}, not 'vote'",
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
    assert header.problems == ('must be {"format":"themewatch","version":2}',)


def test_an_empty_file_is_refused():
    (header,) = read_lines([], CATALOGUE, NOW)
    assert header.problems


def test_a_header_may_have_spaces_and_a_byte_order_mark():
    header, *_ = read_lines(
        ['\ufeff{"format": "themewatch", "version": 2}\r\n'], CATALOGUE, NOW
    )
    assert header.problems == ()


def test_a_file_of_the_version_before_is_read():
    header, *_ = read_lines(['{"format":"themewatch","version":1}'], CATALOGUE, NOW)
    assert header.problems == ()


def test_a_file_of_a_newer_version_is_refused_as_a_whole():
    with pytest.raises(InputError, match="version 3; this themewatch reads up to 2"):
        list(read_lines(['{"format":"themewatch","version":3}'], CATALOGUE, NOW))


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
