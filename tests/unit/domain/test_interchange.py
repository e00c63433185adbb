"""Records as lines of JSON, and back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import (
    NOW,
    a_checkpoint,
    a_claim,
    a_file,
    a_forecast,
    a_note,
    a_release,
    a_view,
    an_override,
)
from tests.record_lines import A_NOTE, CATALOGUE
from themewatch.domain.checkpoint import Subject
from themewatch.domain.checks import problems
from themewatch.domain.claim import Outcome
from themewatch.domain.interchange import record_from_fields, record_to_fields
from themewatch.domain.kinds import kind_of
from themewatch.domain.lines import HEADER, read_lines, record_to_line
from themewatch.domain.note import Mark, Rigor, Verdict
from themewatch.domain.record import Withdrawal
from themewatch.domain.release import KINDS, MODALITIES
from themewatch.domain.stage import Stage
from themewatch.domain.view import Confidence

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
def marks(draw):
    values = draw(
        st.dictionaries(
            st.from_regex(r"[a-z0-9-]{1,60}", fullmatch=True),
            st.integers(0, 3),
            max_size=4,
        )
    )
    return tuple(Mark(*pair) for pair in values.items())


@st.composite
def settled(draw):
    if draw(st.booleans()):
        return {}
    return {"settled_on": draw(days), "result": draw(texts.filter(str.strip))}


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
            marks=draw(marks()),
            **shared,
        ),
        "view": lambda: a_view(
            person=draw(names),
            position=draw(st.floats(0, 4)),
            reason=draw(texts),
            **shared,
        ),
        "override": lambda: an_override(
            claim=draw(names),
            on=draw(days),
            outcome=draw(st.sampled_from(Outcome)),
            reason=draw(texts.filter(str.strip)),
            **shared,
        ),
        "checkpoint": lambda: a_checkpoint(
            title=draw(names),
            subject=draw(st.sampled_from(Subject)),
            theme=draw(optional(st.just("consistency"))),
            due_on=draw(optional(st.dates(date(2000, 1, 1), date(2100, 12, 31)))),
            **draw(settled()),
            **shared,
        ),
        "forecast": lambda: a_forecast(
            stage=draw(st.sampled_from(Stage)),
            chance=draw(st.floats(0, 1)),
            estimated=draw(st.floats(0, 1)),
            unchanged=draw(st.floats(0, 1)),
            **shared,
        ),
    }
    return made[draw(st.sampled_from(sorted(made)))]()


def read(record) -> object:
    return record_from_fields(kind_of(record), record_to_fields(record), CATALOGUE, NOW)


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
