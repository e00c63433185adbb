"""Evidence is kept as a whole or not at all, and moves the map by the rules."""

from datetime import date, timedelta

import pytest

from tests.factories import NOW, RELEASE_ID, a_claim, a_file, a_note, a_release, a_view
from tests.people import CONTRIBUTOR
from themewatch.domain.note import Rigor, Verdict
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.services.evidence import get_evidence, get_evidence_version
from themewatch.services.log import faults, log_record, log_records, put_back, take_back
from themewatch.services.maps import get_map
from themewatch.storage import evidence
from themewatch.storage.engine import reading, writing

HOUR = timedelta(hours=1)
AS_OF = date(2026, 9, 1)
EQUAL_COUNTS = {
    Verdict.BREAKS: (3, 24),
    Verdict.SOMETIMES: (8, 24),
    Verdict.USUALLY: (16, 24),
    Verdict.DEPENDABLE: (18, 20),
}
FAR_FROM = {
    Verdict.BREAKS: "native-audio",
    Verdict.SOMETIMES: "native-audio",
    Verdict.USUALLY: "longer-video",
    Verdict.DEPENDABLE: "longer-video",
}
"""A theme whose baseline lies more than half a stage from the verdict."""


def log(engine, *records):
    with writing(engine) as session:
        log_records(session, records)


def standing(engine):
    with reading(engine) as session:
        return get_evidence(session)


@pytest.mark.parametrize("record", [a_release(), a_note(), a_view()])
def test_what_is_logged_stands(session, record):
    log_record(session, record)
    assert evidence.get_record(session, record.id) == record


def test_a_release_is_logged_with_its_claims(engine):
    release, claim = a_release(), a_claim()
    log(engine, release, claim)
    assert standing(engine).claims == (claim,)


def test_a_note_saved_twice_under_one_id_is_kept_once(engine):
    note = a_note()
    log(engine, note)
    log(engine, note)
    assert standing(engine).notes == (note,)


def test_everything_to_put_right_is_told_at_once_and_nothing_is_kept(engine):
    wrong = a_note(tries=3, acceptable=4, theme="video", link="ftp://x")
    with pytest.raises(InputError) as refused:
        log(engine, a_release(), a_claim(signal="price-drop"), wrong)
    told = refused.value.problems
    assert [problem.split()[0] for problem in told] == [
        "Consistency",
        "Link",
        "There",
        "Acceptable",
    ]
    assert all(problem.endswith(".") for problem in told)
    assert standing(engine).releases == {}


def test_a_problem_names_its_field_in_words_and_quotes_what_was_given():
    note = a_note(
        tested_on=date(1999, 1, 1), files=(a_file(name="take_2.txt", media_type="x"),)
    )
    assert set(faults(note)) == {
        "Tested on (1999-01-01) is before 2000-01-01.",
        "Files holds take_2.txt, a 'x': no image, video or audio we keep.",
    }


def test_a_note_on_an_unknown_release_is_refused(engine):
    with pytest.raises(InputError, match="log it first"):
        log(engine, a_note(id="fine"), a_note(release="nobody-1"))
    assert standing(engine).notes == ()


def test_a_release_that_is_there_already_is_refused(engine):
    log(engine, a_release())
    with pytest.raises(ConflictError, match="There is a record 'acme-vision-1'"):
        log(engine, a_release(model="Other"), a_claim())
    found = standing(engine)
    assert (found.releases[RELEASE_ID].model, found.claims) == ("Vision 1", ())


def test_of_two_corrections_the_second_is_refused(engine):
    log(engine, a_note(id="old"))
    log(engine, a_note(id="first", supersedes="old", limits="Hands."))
    with pytest.raises(ConflictError) as refused:
        log(engine, a_note(id="second", supersedes="old", tool="Kite"))
    assert str(refused.value).startswith(
        "This note was corrected meanwhile. Model or tool: now “Vision 1”, yours "
        "“Kite”; What still fails: now “Hands.”, yours nothing. What you "
        "typed is kept here."
    )
    assert [note.id for note in standing(engine).notes] == ["first"]


def test_what_is_taken_back_can_be_put_back(engine):
    log(engine, a_note(id="n"))
    with writing(engine) as session:
        take_back(session, "n", by=CONTRIBUTOR, now=NOW)
    assert standing(engine).notes == ()
    with writing(engine) as session:
        put_back(session, "n", by="", now=NOW + HOUR)
    [note] = standing(engine).notes
    assert [event.by for event in note.withdrawals] == [CONTRIBUTOR, None]


def test_nobody_takes_back_what_was_never_recorded(session):
    with pytest.raises(NotFoundError, match="never recorded"):
        take_back(session, "nothing", by=CONTRIBUTOR, now=NOW)


def test_every_change_of_evidence_makes_what_was_worked_out_old(engine):
    def version():
        with reading(engine) as session:
            return get_evidence_version(session)

    seen = [version()]
    log(engine, a_note(id="n"))
    seen.append(version())
    with writing(engine) as session:
        take_back(session, "n", by=CONTRIBUTOR, now=NOW)
    seen.append(version())
    assert seen == sorted(set(seen))


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_and_the_equal_counts_move_a_theme_alike(one_engine, verdict):
    acceptable, tries = EQUAL_COUNTS[verdict]
    theme = FAR_FROM[verdict]
    by_words = {"verdict": verdict, "rigor": Rigor.FIXED}
    by_counts = {"verdict": None, "tries": tries, "acceptable": acceptable}
    moved = [_moved(one_engine, theme=theme, **how) for how in (by_words, by_counts)]
    assert abs(moved[0]) > 0.2
    assert moved[1] == pytest.approx(moved[0], rel=0.25)


def _moved(engine, **changes) -> float:
    """Log a note, see how far its theme moved, and leave no trace."""
    note = a_note(**changes)
    before = _place(engine, note.theme)
    log(engine, note)
    after = _place(engine, note.theme)
    with writing(engine) as session:
        take_back(session, note.id, by=CONTRIBUTOR, now=NOW)
    return after - before


def _place(engine, theme: str) -> float:
    with reading(engine) as session:
        lanes = get_map(session, as_of=AS_OF).themes
    return next(x.position.mean for x in lanes if x.theme.slug == theme)
