"""Which evidence becomes a value on the scale, and which stays silent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.factories import RELEASE_ID, a_note, a_release, a_view
from tests.people import REVIEWER
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.note import Verdict
from themewatch.domain.view import Confidence
from themewatch.services.readings import counting_views, to_readings
from themewatch.services.reference import catalogue, evidence_weights

ON = date(2026, 8, 20)
DAYS = timedelta(days=1)


def readings(*, notes=(), views=(), releases=()):
    evidence = standing_evidence([*releases, *notes, *views])
    found = to_readings(evidence, catalogue(), evidence_weights())
    return {reading.id: reading for reading in found}


def counts(view, *notes) -> bool:
    return bool(list(counting_views([view], notes, evidence_weights())))


def test_without_evidence_there_is_the_baseline_of_every_theme():
    found = readings()
    assert {r.theme: r.value for r in found.values()} == {
        theme.slug: theme.baseline for theme in catalogue()
    }
    assert {(r.on, r.sd, r.person, r.tool) for r in found.values()} == {
        (catalogue().baseline_on, evidence_weights().baseline_sd, None, None)
    }


def test_a_note_counts_for_its_person_and_its_tool():
    note = a_note(release=RELEASE_ID, tool=None)
    found = readings(notes=[note], releases=[a_release()])[f"note/{note.id}"]
    assert (found.theme, found.on) == (note.theme, note.tested_on)
    assert (found.person, found.tool) == (note.person, RELEASE_ID)


def test_a_note_on_a_typed_and_a_note_on_a_logged_tool_share_it():
    notes = [a_note(id="a"), a_note(id="b", tool=None, release=RELEASE_ID)]
    found = readings(notes=notes, releases=[a_release()])
    assert found["note/a"].tool == found["note/b"].tool == RELEASE_ID


def test_a_note_on_an_older_model_is_doubted_more():
    note = a_note(id="a")
    old = a_release(released_on=date(2024, 1, 1))
    doubts = [
        readings(notes=[note], releases=[release])["note/a"].sd
        for release in (a_release(), old)
    ]
    assert doubts[1] == 2 * doubts[0]


def test_a_note_without_a_result_moves_nothing():
    assert readings(notes=[a_note(verdict=None)]).keys() == readings().keys()


def test_a_view_speaks_of_the_theme_and_of_no_tool():
    view = a_view(confidence=Confidence.SURE)
    found = readings(views=[view])[f"view/{view.id}"]
    assert (found.value, found.sd) == (view.position, 0.35)
    assert (found.person, found.tool) == (view.person, None)


@pytest.mark.parametrize(
    ("days_before", "counted"), [(0, False), (1, False), (29, False), (30, True)]
)
def test_a_view_is_silent_for_thirty_days_after_a_note_of_its_own_person(
    days_before, counted
):
    note = a_note(tested_on=ON - days_before * DAYS)
    assert counts(a_view(on=ON), note) is counted


def test_a_later_note_does_not_silence_an_earlier_view():
    assert counts(a_view(on=ON), a_note(tested_on=ON + DAYS))


def test_an_old_note_does_not_hide_a_newer_one():
    notes = [a_note(tested_on=ON - d * DAYS) for d in (200, 3)]
    assert not counts(a_view(on=ON), *notes)


def test_somebody_else_s_note_or_another_theme_s_silences_nobody():
    note = a_note(tested_on=ON)
    assert counts(a_view(on=ON), replace(note, person=REVIEWER))
    assert counts(a_view(on=ON), replace(note, theme="longer-video"))


def test_every_value_lies_on_the_scale():
    notes = [
        a_note(tries=100, acceptable=100),
        a_note(tries=100, acceptable=0),
        *(a_note(verdict=verdict) for verdict in Verdict),
    ]
    assert all(0 < r.value < 4 for r in readings(notes=notes).values())
