"""What stands at an instant, and which records are versions of one another."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import RECORDED_AT, a_note
from themewatch.domain.note import Note
from themewatch.domain.record import Withdrawal, chain, live, roots

DAY = timedelta(days=1)


def after(days: int):
    return RECORDED_AT + days * DAY


@st.composite
def histories(draw) -> list[Note]:
    """Draw chains of corrections, whose latest versions were taken back or not."""
    notes: list[Note] = []
    for name in range(draw(st.integers(1, 4))):
        day, previous = draw(st.integers(0, 5)), None
        for version in range(draw(st.integers(1, 4))):
            note = a_note(
                id=f"{name}.{version}", supersedes=previous, recorded_at=after(day)
            )
            notes.append(note)
            previous, day = note.id, day + draw(st.integers(0, 3))
        gaps = draw(st.lists(st.integers(1, 3), max_size=3))
        days = [day + sum(gaps[: i + 1]) for i in range(len(gaps))]
        events = [
            Withdrawal(after(d), is_reversal=bool(i % 2)) for i, d in enumerate(days)
        ]
        notes[-1] = replace(notes[-1], withdrawals=tuple(events))
    return draw(st.permutations(notes))


@given(histories())
def test_of_a_chain_at_most_one_version_stands(notes):
    names = roots(notes)
    standing = [names[note.id] for note in live(notes)]
    assert len(standing) == len(set(standing))


@given(histories())
def test_the_order_of_records_does_not_matter(notes):
    assert {n.id for n in live(notes)} == {n.id for n in live(notes[::-1])}


@given(histories(), st.integers(-1, 30))
def test_what_stood_on_a_day_is_what_was_known_by_then(notes, day):
    """Dropping everything recorded later gives the same as asking for that day."""
    known = [
        replace(n, withdrawals=tuple(w for w in n.withdrawals if w.at <= after(day)))
        for n in notes
        if n.recorded_at <= after(day)
    ]
    assert {n.id for n in live(notes, after(day))} == {n.id for n in live(known)}


@given(histories())
def test_in_the_end_what_stands_is_what_stands_now(notes):
    assert live(notes, after(1000)) == live(notes)


@given(histories())
def test_a_chain_holds_every_version_whichever_one_is_asked_for(notes):
    for note in notes:
        versions = chain(notes, note.id)
        assert note in versions
        assert versions == chain(notes, roots(notes)[note.id])
        assert [v.supersedes for v in versions] == [
            None,
            *(v.id for v in versions[:-1]),
        ]


def test_a_chain_is_named_by_its_first_version():
    notes = [
        a_note(id="a"),
        a_note(id="c", supersedes="b"),
        a_note(id="b", supersedes="a"),
    ]
    assert roots(notes) == {"a": "a", "b": "a", "c": "a"}


def test_taking_back_a_correction_takes_back_the_whole_chain():
    first = a_note(id="first")
    second = a_note(
        id="second",
        supersedes="first",
        recorded_at=after(1),
        withdrawals=(Withdrawal(after(2)),),
    )
    assert live([first, second]) == []
    assert live([first, second], after(1)) == [second]
    assert live([first, second], after(0)) == [first]


def test_what_was_put_back_stands_again():
    note = a_note(
        withdrawals=(Withdrawal(after(1)), Withdrawal(after(2), is_reversal=True))
    )
    assert [len(live([note], after(day))) for day in range(3)] == [1, 0, 1]
