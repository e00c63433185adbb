"""Two versions of the same are told apart by what a person typed."""

from dataclasses import replace

from tests.factories import a_note
from tests.journaling import a_journal, a_run, an_entry
from themewatch.domain.differences import Difference, differences
from themewatch.domain.note import Verdict


def test_what_is_the_same_is_not_told():
    note = a_note()
    assert list(differences(note, replace(note, id="other", supersedes="x"))) == []


def test_each_field_that_differs_is_told_with_both_versions():
    theirs = a_note(verdict=Verdict.BREAKS, limits="", tries=None, acceptable=None)
    yours = replace(theirs, verdict=Verdict.USUALLY, limits="Hands  and\nfeet.")
    assert list(differences(theirs, yours)) == [
        Difference("verdict", "breaks", "usually"),
        Difference("limits", "nothing", "“Hands and feet.”"),
    ]


def test_of_runs_it_is_told_what_differs_in_each():
    run = a_run(usable=4)
    theirs = an_entry(a_journal(), runs=(run,))
    yours = replace(theirs, runs=(replace(run, usable=5),))
    assert list(differences(theirs, yours)) == [Difference("usable", "4", "5")]


def test_where_there_are_more_of_something_only_their_number_is_told():
    theirs = an_entry(a_journal(), runs=(a_run(),))
    yours = replace(theirs, runs=(*theirs.runs, a_run()))
    assert list(differences(theirs, yours)) == [
        Difference("runs", "1 of them", "2 of them")
    ]
