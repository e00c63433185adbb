"""A journal that came from elsewhere is held to all its rules at once."""

from dataclasses import replace
from datetime import timedelta
from math import nan

import pytest

from tests.factories import NOW, a_file
from tests.journaling import (
    TODAY,
    a_fixed_test,
    a_journal,
    a_report,
    a_run,
    an_entry,
)
from themewatch.domain.journal_parcel import (
    Parcel,
    differences,
    files_of,
    parcel_problems,
)
from themewatch.services.reference import catalogue

JOURNAL = a_journal(id="j", closed_at=NOW)
RUN = a_run(id="r", files=(a_file(sha256="b" * 64),))
ENTRY = an_entry(JOURNAL, id="e", runs=(RUN,), files=(a_file(),))
REPORT = a_report(JOURNAL)
EARLY = JOURNAL.started_on - timedelta(days=1)
PARCEL = Parcel(journal=JOURNAL, entries=(ENTRY,), reports=(REPORT,))


def problems(parcel):
    return list(parcel_problems(parcel, catalogue(), TODAY))


def test_a_whole_journal_may_come():
    assert problems(PARCEL) == []


def with_entry(**changes):
    return replace(PARCEL, entries=(replace(ENTRY, **changes),))


def with_report(**changes):
    return replace(PARCEL, reports=(replace(REPORT, **changes),))


def with_figures(**changes):
    return with_report(figures=replace(REPORT.figures, **changes))


@pytest.mark.parametrize(
    ("parcel", "said"),
    [
        (with_entry(journal="other"), "belongs to another journal"),
        (with_entry(removed_at=NOW), "was removed"),
        (with_entry(on=EARLY), "lies outside"),
        (with_entry(id="../../etc"), "'../../etc' is no id"),
        (with_entry(id="r"), "An id is there twice"),
        (with_entry(runs=(replace(RUN, tries=2, usable=3),)), "3 usable of 2"),
        (replace(PARCEL, journal=replace(JOURNAL, theme="hats")), "Choose the theme"),
        (
            replace(PARCEL, journal=replace(JOURNAL, tests=(a_fixed_test(id='"'),))),
            "is no id",
        ),
        (replace(PARCEL, reports=()), "the report it was closed with is not there"),
        (with_report(number=2), "not numbered 1, 2 and so on"),
        (with_report(journal="other"), "Version 1 belongs to another journal"),
        (with_report(month=replace(JOURNAL, theme="lower-cost")), "person or theme"),
        (with_report(month=replace(JOURNAL, id="k")), "belongs to another journal"),
        (with_report(month=replace(JOURNAL, ends_on=EARLY)), "ends before it begins"),
        (with_report(view=replace(REPORT.view, position=4.5)), "outside 0 to 4"),
        (with_figures(tested=()), "hold no day"),
        (with_figures(moved=nan), "what is no number"),
    ],
)
def test_what_is_wrong_is_said(parcel, said):
    assert said in " ".join(problems(parcel))


def test_every_file_of_an_entry_is_named_once():
    twice = replace(RUN, id="s", files=(a_file(), a_file(sha256="c" * 64)))
    entry = replace(ENTRY, runs=(RUN, twice))
    assert [ref.sha256[0] for ref in files_of(entry)] == ["0", "b", "c"]


def test_the_order_of_entries_makes_no_difference():
    other = an_entry(JOURNAL, id="f")
    one = replace(PARCEL, entries=(ENTRY, other))
    assert differences(one, replace(PARCEL, entries=(other, ENTRY))) == []


def test_a_difference_is_named():
    other = replace(with_report(number=3), journal=replace(JOURNAL, why="Else."))
    assert differences(PARCEL, other) == ["the journal", "its closed versions"]
