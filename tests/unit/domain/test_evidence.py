"""What stands, and which release a record speaks of."""

from datetime import date, timedelta

import pytest

from tests.factories import (
    NOW,
    RECORDED_AT,
    RELEASE_ID,
    a_claim,
    a_note,
    a_release,
    a_view,
)
from themewatch.domain.evidence import Evidence, happened_by, standing_evidence
from themewatch.domain.record import Withdrawal

DAY = timedelta(days=1)
TAKEN_BACK = (Withdrawal(RECORDED_AT + DAY),)


def standing(*, releases=(), claims=(), notes=(), views=(), at=None) -> Evidence:
    return standing_evidence([*releases, *claims, *notes, *views], at)


def corrected_release(**changes):
    return a_release(
        **{"id": "corrected", "supersedes": RELEASE_ID, "recorded_at": NOW} | changes
    )


def test_a_corrected_release_stands_under_the_name_of_the_first():
    evidence = standing(releases=[a_release(), corrected_release(model="Vision One")])
    assert {n: r.model for n, r in evidence.releases.items()} == {
        RELEASE_ID: "Vision One"
    }


@pytest.mark.parametrize("release_id", [RELEASE_ID, "corrected"])
def test_a_release_is_found_by_the_id_of_any_of_its_versions(release_id):
    claim, note = a_claim(release=release_id), a_note(release=release_id)
    evidence = standing(
        releases=[a_release(), corrected_release()], claims=[claim], notes=[note]
    )
    assert evidence.claims == (claim,)
    assert evidence.release_of(claim).id == evidence.release_of(note).id == "corrected"
    assert evidence.tool_of(note) == RELEASE_ID


def test_a_claim_falls_with_its_release():
    claim, release = a_claim(), a_release(withdrawals=TAKEN_BACK)
    assert standing(releases=[release], claims=[claim]).claims == ()
    before = standing(releases=[release], claims=[claim], at=RECORDED_AT)
    assert before.claims == (claim,)


def test_a_note_outlives_its_release():
    note = a_note(release=RELEASE_ID, tool=None)
    evidence = standing(releases=[a_release(withdrawals=TAKEN_BACK)], notes=[note])
    assert evidence.notes == (note,)
    assert evidence.release_of(note) is None
    assert evidence.tool_of(note) == RELEASE_ID
    assert evidence.tool_label(note) == "Vision 1"


def test_what_was_recorded_later_was_not_known():
    late = {"recorded_at": NOW}
    evidence = standing(
        releases=[a_release(**late)],
        claims=[a_claim(**late)],
        notes=[a_note(**late)],
        views=[a_view(**late)],
        at=NOW - DAY,
    )
    assert not any((evidence.releases, evidence.claims, evidence.notes, evidence.views))


@pytest.mark.parametrize("tool", ["Vision 1", "vision-1", "ACME  Vision 1"])
def test_a_typed_tool_is_found_once_its_release_is_logged(tool):
    note = a_note(tool=tool)
    assert standing(notes=[note]).release_of(note) is None
    evidence = standing(releases=[a_release()], notes=[note])
    assert evidence.release_of(note) == a_release()
    assert evidence.tool_of(note) == RELEASE_ID
    assert evidence.tool_label(note) == "Vision 1"


def test_a_typed_name_that_two_releases_bear_is_left_as_it_was_typed():
    note = a_note(tool="Vision 1")
    other = a_release(id="umbra-vision-1", vendor="Umbra")
    evidence = standing(releases=[a_release(), other], notes=[note])
    assert evidence.release_of(note) is None
    assert evidence.tool_of(note) == "vision-1"


def test_with_its_vendor_a_shared_name_is_found():
    note = a_note(tool="Umbra Vision 1")
    other = a_release(id="umbra-vision-1", vendor="Umbra")
    evidence = standing(releases=[a_release(), other], notes=[note])
    assert evidence.release_of(note) == other


def test_one_tool_typed_in_two_ways_is_one_tool():
    evidence = standing()
    first, second = a_note(tool="Brush 2"), a_note(tool="brush-2")
    assert evidence.tool_of(first) == evidence.tool_of(second) == "brush-2"
    assert evidence.tool_label(first) == "Brush 2"


def test_a_note_may_name_no_tool():
    note = a_note(tool=None)
    assert standing().tool_of(note) is None
    assert standing().tool_label(note) == ""


def test_a_claim_is_made_on_its_release_s_day():
    evidence = standing(releases=[a_release()], claims=[a_claim()])
    assert evidence.claimed_on(a_claim()) == a_release().released_on


@pytest.mark.parametrize(
    ("on", "kept"),
    [
        (date(2026, 7, 31), (0, 0, 0, 0)),
        (date(2026, 8, 1), (1, 1, 0, 0)),
        (date(2026, 8, 15), (1, 1, 1, 0)),
        (date(2026, 8, 20), (1, 1, 1, 1)),
    ],
)
def test_as_of_a_day_only_what_happened_by_then_counts(on, kept):
    evidence = standing(
        releases=[a_release(released_on=date(2026, 8, 1))],
        claims=[a_claim()],
        notes=[a_note(tested_on=date(2026, 8, 15))],
        views=[a_view(on=date(2026, 8, 20))],
    )
    then = happened_by(evidence, on)
    assert tuple(map(len, (then.releases, then.claims, then.notes, then.views))) == kept


def test_a_corrected_day_is_the_day_it_happened():
    moved = corrected_release(released_on=date(2026, 9, 10))
    evidence = standing(releases=[a_release(), moved], claims=[a_claim()])
    assert happened_by(evidence, date(2026, 9, 9)).claims == ()
    assert happened_by(evidence, date(2026, 9, 10)).claims != ()
