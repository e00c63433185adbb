"""What of a run counts on the shared map: theme, model, day and result, and no word."""

from dataclasses import fields

import pytest

from tests.factories import NOW, a_file, a_theme
from tests.journaling import SIGNAL, THEME, TODAY, a_journal, a_run
from tests.people import CONTRIBUTOR
from themewatch.domain.journal_sharing import (
    has_result,
    note_corrected,
    note_of,
    rigor_of,
    what_counts,
)
from themewatch.domain.note import Note, Rigor, Verdict

COUNTING = a_theme(slug=THEME)
COST = a_theme(slug="lower-cost", counts_successes=False)


def counted(run, theme=COUNTING, journal=None):
    journal = journal or a_journal()
    return note_of(journal, run, theme, note_id="n", now=NOW)


def test_a_note_says_theme_model_day_and_result():
    run = a_run(
        verdict=Verdict.SOMETIMES,
        settings="seed 7",
        price_usd=0.5,
        seconds=12.5,
        files=(a_file(),),
        is_before=True,
    )
    assert counted(run) == Note(
        id="n",
        recorded_at=NOW,
        theme=THEME,
        person=CONTRIBUTOR,
        tested_on=TODAY,
        signal=SIGNAL,
        tool="Vision 1",
        tries=5,
        acceptable=2,
        verdict=Verdict.SOMETIMES,
        rigor=Rigor.FIXED,
        price_usd=0.5,
        seconds=12.5,
    )


def test_no_word_and_no_file_of_a_journal_is_in_it():
    journal = a_journal(why="SECRET", questions="SECRET")
    [test] = journal.tests
    run = a_run(settings="SECRET", files=(a_file(name="SECRET"),))
    note = counted(run, journal=journal)
    said = " ".join(str(getattr(note, field.name)) for field in fields(note))
    for words in ("SECRET", test.prompt, test.settings, test.usable, test.title):
        assert words not in said


def test_a_known_release_is_named_by_its_id_and_not_by_its_words():
    note = counted(a_run(release="acme-vision-1"))
    assert (note.release, note.tool) == ("acme-vision-1", None)


def test_a_run_of_no_fixed_test_watches_no_signal():
    assert counted(a_run(test=None)).signal is None


@pytest.mark.parametrize(
    ("changes", "rigor"),
    [
        ({"tries": 5}, Rigor.FIXED),
        ({"tries": 4, "usable": 1}, Rigor.FEW),
        ({"tries": 2, "usable": 1}, Rigor.FEW),
        ({"tries": 1, "usable": 1}, Rigor.ONCE),
        ({"tries": None, "usable": None}, Rigor.ONCE),
        ({"tries": 5, "test": None}, Rigor.FEW),
        ({"tries": 50, "test": None}, Rigor.FEW),
    ],
)
def test_only_a_fixed_test_tried_five_times_is_thorough(changes, rigor):
    assert rigor_of(a_run(**changes)) is rigor


@pytest.mark.parametrize(
    ("changes", "theme", "is_result"),
    [
        ({}, COUNTING, True),
        ({"usable": 0}, COUNTING, True),
        ({"usable": None}, COUNTING, False),
        ({"usable": None, "verdict": Verdict.BREAKS}, COUNTING, True),
        ({}, COST, False),
        ({"verdict": Verdict.BREAKS}, COST, True),
    ],
)
def test_a_result_is_what_can_move_the_map(changes, theme, is_result):
    assert has_result(a_run(**changes), theme) is is_result


def test_where_successes_are_not_counted_none_are_passed_on():
    note = counted(a_run(verdict=Verdict.USUALLY, price_usd=0.2), COST)
    assert (note.acceptable, note.verdict, note.price_usd) == (None, "usually", 0.2)


def corrected(note, before, run):
    journal = a_journal()
    was, says = (what_counts(journal, r, COUNTING) for r in (before, run))
    return note_corrected(note, was, says, note_id="n2", now=NOW)


def test_a_correction_says_what_was_changed_in_the_run():
    before = a_run()
    note = counted(before)
    better = corrected(note, before, a_run(usable=3, price_usd=1.0))
    assert (better.id, better.supersedes) == ("n2", "n")
    assert (better.acceptable, better.price_usd, better.tries) == (3, 1.0, 5)


def test_what_was_put_right_on_the_notes_own_page_stays():
    before = a_run()
    note = Note(
        id="n",
        recorded_at=NOW,
        theme=THEME,
        person=CONTRIBUTOR,
        tested_on=TODAY,
        release="acme-vision-1",
        tries=6,
        acceptable=2,
        observed="Said on its page.",
    )
    better = corrected(note, before, a_run(usable=3))
    assert (better.tries, better.acceptable) == (6, 3)
    assert (better.release, better.observed) == ("acme-vision-1", "Said on its page.")


def test_another_model_takes_the_place_of_both_names_of_the_one_before():
    before = a_run()
    note = counted(a_run(release="acme-vision-1"))
    better = corrected(note, before, a_run(model="Kite 2"))
    assert (better.tool, better.release) == ("Kite 2", None)
