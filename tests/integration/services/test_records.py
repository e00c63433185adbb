"""Everything that happened to one piece of evidence."""

from datetime import timedelta

import pytest

from tests.factories import NOW, RECORDED_AT, a_claim, a_note, a_release, a_view
from tests.people import ADMIN, CONTRIBUTOR, REVIEWER
from themewatch.domain.person import Actor, Role
from themewatch.errors import NotFoundError
from themewatch.services.log import log_record, log_records, put_back, take_back
from themewatch.services.records import EventKind, get_history
from themewatch.storage.acting import act_as

HOUR = timedelta(hours=1)


def test_a_history_tells_what_happened_the_latest_first(session):
    log_record(session, a_note(id="old"))
    correction = a_note(
        id="new", supersedes="old", recorded_at=NOW, person=REVIEWER, observed="Worse."
    )
    log_record(session, correction)
    take_back(session, "new", by=ADMIN, now=NOW + HOUR)
    put_back(session, "new", by=ADMIN, now=NOW + 2 * HOUR)
    events = get_history(session, "new").events
    assert [(event.kind, event.by, event.at) for event in events] == [
        (EventKind.PUT_BACK, ADMIN, NOW + 2 * HOUR),
        (EventKind.TAKEN_BACK, ADMIN, NOW + HOUR),
        (EventKind.CORRECTED, None, NOW),
        (EventKind.RECORDED, CONTRIBUTOR, RECORDED_AT),
    ]
    assert events[-1].record.observed != events[0].record.observed == "Worse."


@pytest.mark.parametrize("asked", ["a", "b", "c"])
def test_any_version_leads_to_the_whole_history(session, asked):
    log_record(session, a_note(id="a"))
    log_record(session, a_note(id="b", supersedes="a"))
    log_record(session, a_note(id="c", supersedes="b"))
    history = get_history(session, asked)
    assert [version.id for version in history.versions] == ["a", "b", "c"]
    assert history.latest.id == "c"


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        (a_release(), "release"),
        (a_claim(id="claim"), "claim"),
        (a_note(id="note"), "note"),
        (a_view(id="view"), "view"),
    ],
)
def test_every_kind_of_record_has_a_history(session, record, kind):
    log_records(session, [a_release(), record] if kind == "claim" else [record])
    history = get_history(session, record.id)
    assert (history.kind, history.versions) == (kind, (record,))


def test_others_of_its_kind_are_left_out(session):
    log_record(session, a_note(id="mine"))
    log_record(session, a_note(id="other"))
    assert [v.id for v in get_history(session, "mine").versions] == ["mine"]


def test_a_release_or_claim_names_nobody(session):
    log_record(session, a_release())
    assert [event.by for event in get_history(session, a_release().id).events] == [None]


def test_what_was_never_recorded_has_no_history(session):
    with pytest.raises(NotFoundError, match="'nothing'"):
        get_history(session, "nothing")


def test_who_logged_or_corrected_what_names_nobody_is_told(session):
    act_as(session, Actor(REVIEWER, Role.REVIEWER))
    log_record(session, a_release())
    act_as(session, Actor(ADMIN, Role.ADMIN))
    correction = a_release(id="new", supersedes=a_release().id, model="Vision 1.0")
    log_record(session, correction)
    events = get_history(session, "new").events
    assert {event.kind: event.by for event in events} == {
        EventKind.RECORDED: REVIEWER,
        EventKind.CORRECTED: ADMIN,
    }


def test_a_note_stays_its_testers_and_who_corrected_it_is_told(session):
    log_record(session, a_note(id="old"))
    act_as(session, Actor(REVIEWER, Role.REVIEWER))
    log_record(session, a_note(id="new", supersedes="old", recorded_at=NOW))
    events = get_history(session, "old").events
    assert [event.by for event in events] == [REVIEWER, CONTRIBUTOR]
