"""What happened in a month, each mark opening its entry or page."""

from datetime import timedelta

from tests.factories import a_claim, a_note, a_release
from tests.journaling import START, THEME, a_journal, a_run, an_entry, an_improvement
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.journal_entry import EntryKind
from themewatch.domain.journal_marks import NoteEntries, month_marks
from themewatch.domain.journal_report import MarkOf
from themewatch.domain.judging import judge_claims
from themewatch.services.reference import evidence_weights

DAY = timedelta(days=1)
JOURNAL = a_journal()
RELEASED = a_release(released_on=START + DAY)


def told(*records):
    evidence = standing_evidence([RELEASED, *records])
    return evidence, judge_claims(evidence, {}, evidence_weights())


def marks(records, entries=()):
    evidence, judged = told(*records)
    of_theme = [one for one in judged if one.claim.theme == THEME]
    return [
        (mark.kind, mark.on - START, mark.title, mark.entry, mark.record)
        for mark in month_marks(evidence, of_theme, JOURNAL, entries)
    ]


def a_claim_of_it(**fields):
    return a_claim(**{"id": "claim", "theme": THEME, "signal": None} | fields)


def a_test_of_it(**fields):
    on = START + 2 * DAY
    return a_note(**{"id": "note", "theme": THEME, "tested_on": on} | fields)


def test_a_release_is_marked_where_it_claims_something_about_the_theme():
    mark = (MarkOf.RELEASE, DAY, "Vision 1", None, RELEASED.id)
    assert marks([a_claim_of_it()]) == [mark]
    assert marks([a_claim(id="elsewhere")]) == []


def test_a_test_by_somebody_else_opens_its_own_page_and_names_nobody():
    found = marks([a_test_of_it(person=REVIEWER)])
    assert found == [(MarkOf.OTHER, 2 * DAY, "Vision 1", None, "note")]


def test_an_own_note_outside_the_journal_opens_its_own_page():
    found = marks([a_test_of_it(person=CONTRIBUTOR)])
    assert found == [(MarkOf.NOTE, 2 * DAY, "Vision 1", None, "note")]


def test_an_entry_stands_for_the_note_of_its_run():
    run = a_run(note="note", tries=6, usable=5)
    entry = an_entry(JOURNAL, id="e", on=START + 2 * DAY, runs=(run,))
    found = marks([a_test_of_it(person=CONTRIBUTOR)], [entry])
    assert found == [(MarkOf.NOTE, 2 * DAY, "Vision 1 5/6", "e", None)]


def test_a_note_corrected_since_is_found_in_its_entry():
    entry = an_entry(JOURNAL, id="e", runs=(a_run(note="note"),))
    where = NoteEntries([entry])
    assert where.find(a_test_of_it(id="newer", supersedes="note")) == "e"
    assert where.find(a_test_of_it(id="another")) is None


def test_a_claim_is_marked_on_the_day_one_tested_it():
    found = marks(
        [a_claim_of_it(), a_test_of_it(person=CONTRIBUTOR, release=RELEASED.id)]
    )
    claims = [mark for mark in found if mark[0] is MarkOf.CLAIM]
    words = "Holds one look over many shots."
    assert claims == [(MarkOf.CLAIM, 2 * DAY, words, None, "claim")]


def test_what_lies_outside_the_month_is_not_marked():
    early, late = START - DAY, JOURNAL.ends_on + DAY
    assert (
        marks([a_test_of_it(tested_on=early), a_test_of_it(id="2", tested_on=late)])
        == []
    )


def test_an_improvement_says_what_it_changes_and_a_check_in_its_first_words():
    better = an_entry(
        JOURNAL,
        id="e",
        on=START,
        kind=EntryKind.IMPROVEMENT,
        improvement=an_improvement(),
    )
    seen = an_entry(JOURNAL, id="f", on=START, text="**It** " + "holds " * 40)
    skipped = an_entry(JOURNAL, id="g", on=START, kind=EntryKind.SKIPPED)
    note, improvement = marks([], [better, seen, skipped])
    assert improvement[0] is MarkOf.IMPROVEMENT
    assert improvement[2:] == ("One evening less a scene.", "e", None)
    assert note[2].startswith("It holds holds")
    assert len(note[2]) <= 61
