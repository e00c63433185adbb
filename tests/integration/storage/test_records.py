"""Evidence comes back as it was, and is corrected and taken back by the rules."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.factories import (
    NOW,
    RECORDED_AT,
    a_checkpoint,
    a_claim,
    a_file,
    a_forecast,
    a_note,
    a_release,
    a_view,
    an_override,
)
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import Claim, Outcome
from themewatch.domain.forecast import Forecast
from themewatch.domain.note import Mark, Note, Rigor, Verdict
from themewatch.domain.override import Override
from themewatch.domain.record import Withdrawal, chain, live
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage
from themewatch.domain.view import View
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.storage import evidence

HOUR = timedelta(hours=1)
FULL_RELEASE = a_release(
    url="https://example.org/vision",
    price_usd=0.1 + 0.2,
    price_unit="per-second",
    price_as_of=date(2026, 8, 20),
    link="https://example.org",
    source="release notes",
)
FULL_NOTE = a_note(
    release=FULL_RELEASE.id,
    signal="style-lock",
    tries=8,
    acceptable=0,
    verdict=Verdict.DEPENDABLE,
    rigor=Rigor.FIXED,
    observed="Zwei Zeilen,\n한국어 and ●.",
    improvement="Less flicker.",
    limits="Ten seconds.",
    price_usd=0.0,
    seconds=1e-9,
    marks=(Mark("physics", 0), Mark("identity", 3)),
    files=(a_file(name="b.png"), a_file(name="a.png", size=50_000_000)),
    withdrawals=(
        Withdrawal(NOW, by=REVIEWER),
        Withdrawal(NOW + HOUR, is_reversal=True),
    ),
)


def add(session, *records):
    for record in records:
        evidence.add_record(session, record)


def test_every_field_of_every_kind_comes_back(session):
    claim, view = a_claim(claimed_stage=Stage.EARLY), a_view(position=1 / 3)
    override = an_override(claim=claim.id, outcome=Outcome.DOES_NOT_HOLD_UP)
    checkpoint = a_checkpoint(settled_on=date(2026, 9, 2), result="Put off.")
    forecast = a_forecast(chance=1 / 3)
    add(session, FULL_RELEASE, claim, FULL_NOTE, view, override, checkpoint, forecast)
    assert evidence.list_records(session, Release) == [FULL_RELEASE]
    assert evidence.list_records(session, Claim) == [claim]
    assert evidence.list_records(session, Note) == [FULL_NOTE]
    assert evidence.list_records(session, View) == [view]
    assert evidence.list_records(session, Override) == [override]
    assert evidence.list_records(session, Checkpoint) == [checkpoint]
    assert evidence.list_records(session, Forecast) == [forecast]


def test_an_overruling_of_a_claim_nobody_logged_is_refused(session):
    with pytest.raises(InputError, match="There is no claim"):
        evidence.add_record(session, an_override(claim="nobody-knows"))


def test_a_record_is_found_by_its_id_whatever_its_kind(session):
    claim = a_claim(id="acme-vision-1/consistency/-")
    for record in (FULL_RELEASE, claim, FULL_NOTE, a_view()):
        add(session, record)
        assert evidence.get_record(session, record.id) == record


def test_what_was_never_recorded_is_not_found(session):
    assert not evidence.is_recorded(session, "nope")
    with pytest.raises(NotFoundError, match="'nope'"):
        evidence.get_record(session, "nope")


def test_times_come_back_in_utc_to_the_microsecond(session):
    tokyo = timezone(9 * HOUR)
    at = datetime(2026, 9, 1, 3, 0, 0, 1, tzinfo=tokyo)
    add(session, a_note(recorded_at=at))
    (note,) = evidence.list_records(session, Note)
    assert note.recorded_at == at
    assert note.recorded_at.tzinfo is UTC


def test_lists_are_in_the_order_of_recording_then_of_ids(session):
    late, b, a = a_note(recorded_at=NOW), a_note(id="b"), a_note(id="_A")
    add(session, late, b, a)
    assert evidence.list_records(session, Note) == [a, b, late]


def test_a_note_on_an_unknown_release_is_refused(session):
    with pytest.raises(InputError, match="no release 'nope': log it first"):
        add(session, a_note(release="nope"))


def test_a_note_may_refer_to_any_version_of_a_release(session):
    corrected = a_release(id="later", supersedes=FULL_RELEASE.id)
    add(session, FULL_RELEASE, corrected)
    add(session, a_note(release=FULL_RELEASE.id), a_note(release="later"))
    assert len(evidence.list_records(session, Note)) == 2


def test_an_id_is_taken_once_across_all_kinds(session):
    add(session, a_note(id="x"))
    with pytest.raises(ConflictError, match="'x' already"):
        add(session, a_release(id="x"))


def test_a_correction_stands_in_place_of_what_it_corrects(session):
    old = a_note()
    new = a_note(supersedes=old.id, recorded_at=RECORDED_AT + HOUR)
    add(session, old, new)
    notes = evidence.list_records(session, Note)
    assert live(notes) == [new]
    assert live(notes, RECORDED_AT) == [old]
    assert chain(notes, new.id) == [old, new]


def test_correcting_what_was_corrected_is_a_conflict(session):
    old = a_note()
    add(session, old, a_note(supersedes=old.id))
    with pytest.raises(ConflictError, match="This note was corrected meanwhile"):
        add(session, a_note(supersedes=old.id))


def test_correcting_what_was_taken_back_is_a_conflict(session):
    note = a_note()
    add(session, note)
    evidence.withdraw_record(session, note.id, NOW, CONTRIBUTOR)
    with pytest.raises(ConflictError, match="This note was taken back"):
        add(session, a_note(supersedes=note.id))


@pytest.mark.parametrize("missing", ["nope", FULL_RELEASE.id])
def test_correcting_what_is_no_record_of_that_kind_is_refused(session, missing):
    add(session, FULL_RELEASE)
    with pytest.raises(InputError, match=f"There is no note '{missing}' to correct"):
        add(session, a_note(supersedes=missing))


def test_a_correction_by_a_clock_that_is_behind_is_refused(session):
    old = a_note()
    add(session, old)
    with pytest.raises(InputError, match="check the clock"):
        add(session, a_note(supersedes=old.id, recorded_at=RECORDED_AT - HOUR))


def test_what_was_taken_back_and_put_back_was_known_on_each_day(session):
    note = a_note()
    add(session, note)
    evidence.withdraw_record(session, note.id, NOW, CONTRIBUTOR)
    evidence.restore_record(session, note.id, NOW + HOUR, REVIEWER)
    notes = evidence.list_records(session, Note)
    assert [len(live(notes, at)) for at in (NOW - HOUR, NOW, NOW + HOUR)] == [1, 0, 1]
    assert [w.by for w in notes[0].withdrawals] == [CONTRIBUTOR, REVIEWER]


def test_taking_back_a_correction_takes_back_its_chain(session):
    old, new = a_note(), a_note()
    add(session, old, a_note(id=new.id, supersedes=old.id))
    evidence.withdraw_record(session, new.id, NOW, CONTRIBUTOR)
    assert live(evidence.list_records(session, Note)) == []


def test_what_was_corrected_is_taken_back_by_its_latest_version_only(session):
    old = a_note()
    add(session, old, a_note(supersedes=old.id))
    with pytest.raises(ConflictError, match="open its latest version"):
        evidence.withdraw_record(session, old.id, NOW, CONTRIBUTOR)


def test_taking_back_twice_and_putting_back_what_stands_are_conflicts(session):
    note = a_note()
    add(session, note)
    with pytest.raises(ConflictError, match="stands"):
        evidence.restore_record(session, note.id, NOW, None)
    evidence.withdraw_record(session, note.id, NOW, None)
    with pytest.raises(ConflictError, match="taken back already"):
        evidence.withdraw_record(session, note.id, NOW + HOUR, None)


def test_taking_back_what_was_never_recorded_is_refused(session):
    with pytest.raises(NotFoundError):
        evidence.withdraw_record(session, "nope", NOW, None)


def test_events_keep_their_order_even_when_the_clock_was_put_back(session):
    note = a_note()
    add(session, note)
    evidence.withdraw_record(session, note.id, NOW, None)
    evidence.restore_record(session, note.id, NOW - HOUR, None)
    (note,) = evidence.list_records(session, Note)
    assert not note.is_withdrawn()
    assert note.withdrawals[0].at < note.withdrawals[1].at


def test_every_change_of_evidence_is_counted_and_nothing_else(session):
    counted = [evidence.evidence_version(session)]

    def count():
        counted.append(evidence.evidence_version(session))

    note = a_note()
    add(session, note)
    count()
    evidence.withdraw_record(session, note.id, NOW, None)
    count()
    evidence.restore_record(session, note.id, NOW, None)
    count()
    evidence.add_records(session, [a_note(), a_note()])
    count()
    evidence.add_records(session, [])
    evidence.list_records(session, Note)
    count()
    assert counted == [0, 1, 2, 3, 4, 4]


def test_all_ids_are_told_whatever_their_kind(session):
    note, view = a_note(), a_view()
    add(session, FULL_RELEASE, note, view)
    assert evidence.list_record_ids(session) == {FULL_RELEASE.id, note.id, view.id}
