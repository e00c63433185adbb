"""What is said of a record still tells in a year, and holds nothing private."""

import pytest

from tests.factories import (
    a_checkpoint,
    a_claim,
    a_forecast,
    a_note,
    a_release,
    a_view,
    an_override,
)
from themewatch.domain.about import MOST, about_record
from themewatch.domain.kinds import RECORD_KINDS

CASES = [
    (a_note(), "", "Vision 1 · consistency · sometimes"),
    (a_note(tries=8, acceptable=3), "", "Vision 1 · consistency · 3/8"),
    (a_note(tool=None, release="r"), "Vision 1", "Vision 1 · consistency"),
    (a_claim(text="Holds."), "Vision 1", "Vision 1 · consistency · Holds."),
    (an_override(), "Holds one look.", "Holds one look. · "),
    (a_view(theme="longer-video"), "", "longer-video · growing"),
    (a_release(), "", "Vision 1 · Acme"),
    (a_checkpoint(title="A ruling"), "", "A ruling"),
    (a_forecast(), "", "consistency · "),
]


@pytest.mark.parametrize(("record", "named", "said"), CASES)
def test_every_kind_is_said_in_a_few_words(record, named, said):
    assert about_record(record, named).startswith(said)


def test_no_kind_is_left_out_of_the_cases():
    assert {type(record) for record, *_ in CASES} == set(RECORD_KINDS.values())


def test_what_somebody_wrote_of_it_is_left_out():
    note = a_note(observed="In my own words.", limits="Mine.", improvement="Mine too.")
    assert "mine" not in about_record(note).lower()
    assert "words" not in about_record(note)


@pytest.mark.parametrize(
    "record", [a_claim(text="x" * 500), a_checkpoint(title="y\n" * 500)]
)
def test_long_text_is_cut_and_stands_on_one_line(record):
    last = about_record(record).split(" · ")[-1]
    assert len(last) <= MOST
    assert last.endswith("…")
    assert "\n" not in last
