"""What of a journal counts on the shared map: what its person says, and no word."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import NOW, a_file, a_release
from tests.journal_writing import LATER, begun, notes, rewritten, written
from tests.journaling import AT, SIGNAL, THEME, TODAY, a_fixed_test, a_run, an_entry
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.journal import Moment
from themewatch.domain.note import Note, Rigor, Verdict
from themewatch.errors import InputError
from themewatch.services.journal_entries import (
    get_own_entry,
    list_own_entries,
    put_back_entry,
    remove_entry,
    write_entry,
)
from themewatch.services.log import log_record, take_back
from themewatch.services.records import get_history
from themewatch.storage.evidence import evidence_version, get_record

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def journal(session):
    """Return an open journal in its second week."""
    return begun(session)


def test_a_private_run_leaves_evidence_untouched(session, journal):
    before = evidence_version(session)
    kept = written(session, journal, shared=False, run=a_run(note="forged"))
    assert kept.runs[0].note is None
    assert evidence_version(session) == before


def test_a_shared_run_makes_one_note_of_theme_model_day_and_result(session, journal):
    run = a_run(settings="seed 7", files=(a_file(),), seconds=12.5, price_usd=0.5)
    entry = an_entry(journal, runs=(run, a_run()), text="Mine.", files=(a_file(),))
    kept = write_entry(session, journal, entry, {run.id}, AT)
    assert [r.note is not None for r in kept.runs] == [True, False]
    assert notes(session) == (
        Note(
            id=kept.runs[0].note,
            recorded_at=NOW,
            theme=THEME,
            person=CONTRIBUTOR,
            tested_on=TODAY,
            signal=SIGNAL,
            tool="Vision 1",
            tries=5,
            acceptable=2,
            rigor=Rigor.FIXED,
            seconds=12.5,
            price_usd=0.5,
        ),
    )


def test_a_run_on_a_known_release_is_counted_as_a_test_of_it(session, journal):
    log_record(session, release := a_release())
    written(session, journal, run=a_run(release=release.id))
    [note] = notes(session)
    assert (note.release, note.tool) == (release.id, None)


def test_a_run_on_a_release_nobody_logged_cannot_be_shared(session, journal):
    with pytest.raises(InputError, match="log it first"):
        written(session, journal, run=a_run(release="nobody-1"))


@pytest.mark.parametrize("changes", [{"usable": None}, {"tries": None, "usable": None}])
def test_only_a_result_can_be_shared(session, journal, changes):
    with pytest.raises(InputError, match="needs tries with how many were usable, or"):
        written(session, journal, run=a_run(**changes))
    assert written(session, journal, shared=False, run=a_run(**changes)).runs


def test_where_price_is_asked_a_word_is_shared_and_successes_are_not(session):
    tests = (a_fixed_test(signal="price-drop"),)
    journal = begun(session, theme="lower-cost", tests=tests)
    with pytest.raises(InputError, match="needs how it went in a word"):
        written(session, journal)
    written(session, journal, run=a_run(verdict=Verdict.USUALLY, price_usd=0.1))
    [note] = notes(session)
    assert (note.acceptable, note.verdict, note.price_usd) == (None, "usually", 0.1)


def test_changing_a_shared_run_corrects_its_note(session, journal):
    first = written(session, journal)
    second = rewritten(session, journal, first, usable=4)
    [note] = notes(session)
    assert (note.acceptable, note.recorded_at) == (4, LATER.now)
    assert note.supersedes == first.runs[0].note
    assert note.id == second.runs[0].note


def test_what_of_a_shared_run_does_not_count_leaves_its_note_alone(session, journal):
    first = written(session, journal)
    before = evidence_version(session)
    changed = replace(
        first,
        text="Other words.",
        runs=(replace(first.runs[0], settings="seed 8", is_before=True),),
    )
    kept = write_entry(session, journal, changed, {first.runs[0].id}, LATER)
    assert kept.runs[0].note == first.runs[0].note
    assert evidence_version(session) == before


def test_unsharing_takes_the_note_back(session, journal):
    first = written(session, journal)
    kept = rewritten(session, journal, first, shared=False)
    assert kept.runs[0].note is None
    assert notes(session) == ()
    [withdrawal] = get_record(session, first.runs[0].note).withdrawals
    assert (withdrawal.by, withdrawal.at) == (CONTRIBUTOR, LATER.now)


def test_sharing_again_counts_once(session, journal):
    first = written(session, journal)
    private = rewritten(session, journal, first, shared=False)
    rewritten(session, journal, private)
    assert len(notes(session)) == 1


def test_leaving_a_shared_run_out_takes_its_note_back(session, journal):
    first = written(session, journal)
    kept = write_entry(session, journal, replace(first, runs=()), (), LATER)
    assert kept.runs == ()
    assert notes(session) == ()


def test_another_run_in_its_place_has_a_note_of_its_own(session, journal):
    first = written(session, journal)
    other = a_run(model="Kite 2")
    changed = replace(first, runs=(other,))
    write_entry(session, journal, changed, {other.id}, LATER)
    [note] = notes(session)
    assert (note.tool, note.supersedes) == ("Kite 2", None)


def test_removing_an_entry_takes_its_notes_back_and_hides_it(session, journal):
    first = written(session, journal)
    removed = remove_entry(session, journal, first, now=LATER.now)
    assert (removed.removed_at, removed.version) == (LATER.now, 2)
    assert notes(session) == ()
    assert list_own_entries(session, journal) == []
    assert get_own_entry(session, first.id, CONTRIBUTOR).removed_at == LATER.now


def test_what_is_put_back_is_as_it_was_and_private(session, journal):
    first = written(session, journal)
    removed = remove_entry(session, journal, first, now=LATER.now)
    back = put_back_entry(session, journal, removed)
    private = (replace(first.runs[0], note=None),)
    assert back == replace(first, runs=private, version=3)
    assert notes(session) == ()
    rewritten(session, journal, back, at=Moment(NOW + 2 * HOUR, TODAY))
    assert len(notes(session)) == 1


def test_words_put_right_on_the_notes_own_page_survive_the_entry(session, journal):
    first = written(session, journal)
    [note] = notes(session)
    corrected = replace(
        note, id="c", recorded_at=NOW, supersedes=note.id, tries=6, observed="Seen."
    )
    log_record(session, corrected)
    again = rewritten(session, journal, first, settings="seed 8")
    assert notes(session) == (corrected,)
    rewritten(session, journal, again, settings="seed 8", usable=3)
    [last] = notes(session)
    assert (last.supersedes, last.observed) == ("c", "Seen.")
    assert (last.tries, last.acceptable) == (6, 3)


def test_unsharing_takes_back_what_was_corrected_meanwhile(session, journal):
    first = written(session, journal)
    [note] = notes(session)
    log_record(session, replace(note, id="c", supersedes=note.id, tries=6))
    rewritten(session, journal, first, shared=False)
    assert notes(session) == ()


def test_a_note_taken_back_on_its_own_page_makes_its_run_private(session, journal):
    first = written(session, journal)
    take_back(session, first.runs[0].note, by=CONTRIBUTOR, now=NOW)
    [found] = list_own_entries(session, journal)
    assert found.runs[0].note is None
    assert get_own_entry(session, first.id, CONTRIBUTOR) == found
    assert found.version == first.version


@pytest.mark.parametrize("act", ["unshare", "leave out", "remove"])
def test_what_was_taken_back_already_is_not_taken_back_again(session, journal, act):
    first = written(session, journal)
    take_back(session, first.runs[0].note, by=REVIEWER, now=NOW)
    before = evidence_version(session)
    if act == "unshare":
        rewritten(session, journal, first, shared=False)
    elif act == "leave out":
        write_entry(session, journal, replace(first, runs=()), (), LATER)
    else:
        remove_entry(session, journal, first, now=LATER.now)
    assert evidence_version(session) == before


def test_what_was_taken_back_is_shared_again_only_when_somebody_says_so(
    session, journal
):
    first = written(session, journal)
    take_back(session, first.runs[0].note, by=CONTRIBUTOR, now=NOW)
    seen = get_own_entry(session, first.id, CONTRIBUTOR)
    still = {run.id for run in seen.runs if run.note}
    kept = write_entry(session, journal, replace(seen, text="More."), still, LATER)
    assert notes(session) == ()
    again = write_entry(session, journal, kept, {kept.runs[0].id}, LATER)
    [note] = notes(session)
    assert note.id == again.runs[0].note != first.runs[0].note


def test_every_version_of_a_shared_run_is_one_chain(session, journal):
    entry = written(session, journal)
    for usable in (3, 4, 5):
        entry = rewritten(session, journal, entry, usable=usable)
    history = get_history(session, entry.runs[0].note)
    assert [note.acceptable for note in history.versions] == [2, 3, 4, 5]
