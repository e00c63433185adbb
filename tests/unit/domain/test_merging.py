"""Putting records of a file together with those that are there."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, RECORDED_AT, a_catalogue, a_claim, a_note, a_release
from themewatch.domain.lines import HEADER, read_lines, record_to_line
from themewatch.domain.merging import Merge, in_circles, merge
from themewatch.domain.record import Withdrawal
from themewatch.errors import InputError

HOUR = timedelta(hours=1)


def merged(existing, *records) -> Merge:
    return merge_texts(existing, *map(record_to_line, records))


def merge_texts(existing, *texts: str) -> Merge:
    return merge(existing, read_lines([HEADER, *texts], a_catalogue(), NOW))


def refusals(existing, *records) -> tuple[str, ...]:
    with pytest.raises(InputError) as refused:
        merged(existing, *records)
    return refused.value.problems


def test_a_new_record_is_added():
    note = a_note()
    assert merged([], note).added == {note.id: note}


def test_the_same_record_is_no_change():
    note = a_note()
    result = merged([note], note)
    assert (result.added, result.unchanged) == ({}, 1)


def test_the_same_record_twice_in_a_file_is_added_once():
    note = a_note()
    result = merged([], note, note)
    assert (list(result.added), result.unchanged) == ([note.id], 1)


def test_what_a_line_leaves_out_does_not_count_as_different():
    note = a_note(id="n", tool="Vision 1", observed="Flickers.")
    line = (
        '{"record":"note","id":"n","theme":"consistency",'
        '"person":"Ann Contributor","tested_on":"2026-08-15"}'
    )
    assert merge_texts([note], line).unchanged == 1


def test_the_same_id_with_other_content_is_refused_and_the_fields_named():
    note = a_note(id="n")
    changed = replace(note, observed="All fine.", person="Ben")
    assert refusals([note], changed) == (
        "Line 2: id 'n' is there already with other observed, person.",
    )


def test_an_id_belongs_to_one_kind():
    assert refusals([a_note(id="n")], a_release(id="n")) == (
        "Line 2: id 'n' is that of a note already.",
    )


def test_records_may_refer_to_others_later_in_the_file():
    first, claim, release = a_note(id="a"), a_claim(), a_release()
    second = a_note(id="b", supersedes="a")
    assert len(merged([], second, claim, first, release).added) == 4


def test_a_claim_and_a_note_on_an_unknown_release_are_refused():
    problems = refusals([], a_claim(release="nope"), a_note(release="nope"))
    reason = "there is no release 'nope', here or in the file."
    assert problems == (f"Line 2: {reason}", f"Line 3: {reason}")


def test_a_reference_to_a_line_that_is_wrong_otherwise_is_not_blamed():
    wrong = a_release(vendor="")
    assert refusals([], a_claim(), wrong) == ("Line 3: vendor is missing.",)


def test_every_bad_line_is_named_and_blank_ones_counted():
    with pytest.raises(InputError) as refused:
        merge_texts([], "oops", "", record_to_line(a_note(person="")), "[]")
    assert [p.split(":")[0] for p in refused.value.problems] == [
        "Line 2",
        "Line 4",
        "Line 5",
    ]


def test_a_correction_of_what_is_not_there_is_refused():
    assert refusals([], a_note(supersedes="gone")) == (
        "Line 2: there is no note 'gone' to correct.",
    )


def test_a_correction_is_of_the_same_kind():
    assert refusals([a_release(id="r")], a_note(supersedes="r")) == (
        "Line 2: there is no note 'r' to correct.",
    )


def test_a_record_is_corrected_once():
    old, first = a_note(id="a"), a_note(id="b", supersedes="a")
    second = a_note(id="c", supersedes="a")
    assert refusals([old, first], second) == (
        "Line 2: 'a' is corrected by 'b' already.",
    )
    assert refusals([old], first, second) == (
        "Line 3: 'a' is corrected by 'b' already.",
    )


def test_a_correction_is_not_recorded_before_what_it_corrects():
    early = a_note(supersedes="a", recorded_at=RECORDED_AT - HOUR)
    assert refusals([a_note(id="a")], early) == (
        "Line 2: it is recorded before 'a', which it corrects.",
    )


def test_corrections_that_go_round_in_a_circle_are_refused():
    one, other = a_note(id="a", supersedes="b"), a_note(id="b", supersedes="a")
    assert len(refusals([], one, other)) == 2


@given(st.dictionaries(st.integers(0, 12), st.integers(0, 12)))
def test_a_circle_is_what_leads_back_to_itself(edges):
    parents = {str(a): str(b) for a, b in edges.items()}

    def leads_back(start):
        node = parents.get(start)
        for _ in parents:
            if node == start:
                return True
            node = parents.get(node)
        return False

    assert in_circles(parents) == {node for node in parents if leads_back(node)}


def test_a_take_back_that_a_line_newly_carries_is_added():
    note = a_note()
    taken_back = replace(note, withdrawals=(Withdrawal(NOW),))
    result = merged([note], taken_back)
    assert result.taken_back == {note.id: [Withdrawal(NOW)]}
    assert (result.added, result.unchanged) == ({}, 0)


def test_a_line_from_before_a_take_back_does_not_undo_it():
    note = a_note()
    taken_back = replace(note, withdrawals=(Withdrawal(NOW),))
    result = merged([taken_back], note)
    assert (result.taken_back, result.unchanged) == ({}, 1)


def test_a_take_back_cannot_be_its_own_reversal():
    late = NOW + HOUR
    history = (Withdrawal(NOW), Withdrawal(late, is_reversal=True))
    note = a_note(id="n", withdrawals=history)
    contrary = replace(note, withdrawals=(Withdrawal(NOW), Withdrawal(late)))
    assert refusals([note], contrary) == (
        "Line 2: id 'n' is there already with other withdrawals.",
    )


@given(st.sets(st.integers(1, 8)), st.sets(st.integers(1, 8)))
def test_take_backs_of_two_copies_come_together_whichever_comes_first(mine, yours):
    def copy(hours):
        events = tuple(Withdrawal(RECORDED_AT + h * HOUR) for h in sorted(hours))
        return a_note(id="n", withdrawals=events)

    one_way = merged([], copy(mine), copy(yours)).added["n"]
    other_way = merged([], copy(yours), copy(mine)).added["n"]
    assert one_way == other_way == copy(mine | yours)
