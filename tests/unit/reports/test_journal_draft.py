"""The draft of a report: every sentence from the entries leads to its entry."""

import re

import pytest

from tests.agreed import NOT_ON_SCREEN
from tests.journaling import a_fixed_test, an_improvement
from tests.papers import (
    SIGNAL_NAME,
    VIEW,
    a_ground,
    noted,
    ran,
    some_figures,
    the_entries,
)
from themewatch.domain.journal_entry import EntryKind, ImprovementKind, Side
from themewatch.domain.journal_report import ClosingView, SectionName
from themewatch.domain.marked_text import blocks, plain_words
from themewatch.domain.note import Verdict
from themewatch.domain.view import Confidence
from themewatch.reports.journal_draft import draft_sections

UNLINKED = {SectionName.STANDING, SectionName.MOVED}
"""Whose sentences on ● and ◇ rest on the chart, and on no entry."""


def drafted(*given, **fields):
    sections = draft_sections(a_ground(*given, **fields))
    return {section.name: section.text for section in sections}


def words(name, *given, **fields):
    return plain_words(drafted(*given, **fields)[name])


def targets(text):
    return [
        span.target
        for block in blocks(text)
        for line in block.lines
        for span in line
        if span.target
    ]


def test_every_link_leads_to_an_entry():
    known = {entry.id for entry in the_entries()}
    found = [it for text in drafted().values() for it in targets(text)]
    assert len(found) > 10
    assert {it.removeprefix("entry:") for it in found} == known


def test_every_line_of_what_entries_say_is_linked():
    for name, text in drafted().items():
        items = [line for line in text.splitlines() if line.startswith("- ")]
        assert all(targets(line) for line in items), name
        assert items or name in UNLINKED


def test_it_begins_and_ends_with_where_tests_and_vendors_put_it():
    said = words(SectionName.STANDING)
    assert said.startswith(
        "What tests show (●): Growing, lower third as the month began, Growing, upper "
        "third on 2026-10-19. On the scale from 0 to 4 that is 1.28, then 1.75. "
        "What vendors say (◇): Maturing, middle third as the month began, Mature, "
        "lower third at its end."
    )


def test_ones_own_view_stands_with_the_note_that_convinced_and_the_reason_as_typed():
    said = words(SectionName.STANDING)
    assert (
        "For me it stands at Maturing, lower third. This note convinced me: "
        "2026-10-02: 5 of 6 usable on Long 2 (42 s each). Five of *six*, twice."
    ) in said


def test_a_view_without_a_convincing_note_says_nothing_of_one():
    view = ClosingView(position=0.2, confidence=Confidence.GUESS)
    assert "convinced" not in words(SectionName.STANDING, view=view)


def test_days_noted_and_skipped_are_counted_in_one_and_in_many():
    many = words(SectionName.STANDING)
    assert "I noted something on 3 days, the first 2026-09-20: 1 of 5 usable" in many
    assert many.endswith("One day I skipped: Shooting on location.")
    one = words(SectionName.STANDING, [noted(1, 0, text="Once.")])
    assert one.endswith("I noted something on one day: 2026-09-20: Once.")
    assert words(SectionName.STANDING, []).endswith("Nothing was noted in this month.")


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({}, "My 2 notes moved ● by +0.41 and narrowed its likely range by a quarter."),
        ({"narrowed": 0.01}, "My 2 notes moved ● by +0.41."),
        (
            {"moved": 0.001},
            "My 2 notes left ● where it stood and narrowed its likely range by a "
            "quarter.",
        ),
        ({"moved": 0.0, "narrowed": -0.2}, "My 2 notes left ● where it stood."),
        ({"notes": 1, "moved": -0.2, "narrowed": 0}, "My note moved ● by −0.20."),
        ({"notes": 0}, "None of my results of this month count on the shared map."),
    ],
)
def test_what_own_notes_moved_is_said(figures, said):
    text = words(SectionName.MOVED, figures=some_figures(**figures))
    assert text.startswith(said)


def test_others_and_releases_are_told_in_none_one_and_many():
    text = words(SectionName.MOVED)
    assert "Somebody else here tested it once." in text
    assert text.endswith("One release spoke of it: Long <2> (2026-09-28).")
    alone = words(SectionName.MOVED, figures=some_figures(others=0, marks=()))
    assert alone.endswith(
        "Nobody else here tested it in this month. No release spoke of it."
    )
    many = words(SectionName.MOVED, figures=some_figures(others=3))
    assert "Others here tested it 3 times." in many


def test_a_fixed_test_is_told_before_and_after():
    assert words(SectionName.TESTS) == (
        "A walk through a market: before, 1 of 5 usable on Vision 1, 2026-09-20; at "
        "the end, 5 of 6 usable on Long 2 (42 s each), 2026-10-02."
    )


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([], "it was not run."),
        ([noted(1, 0, runs=(ran(1, 0, is_before=True),))], "it was not run again."),
        (
            [noted(1, 0, runs=(ran(1, 0),))],
            "at the end, 2 of 5 usable on Vision 1, 2026-09-20; nothing from before to "
            "hold it against.",
        ),
        (
            [noted(1, 3, runs=(ran(1, 0), ran(2, 1, usable=4), ran(3, 3, usable=3)))],
            "Best of all, 4 of 5 usable on Vision 1, 2026-09-21. It was run 3 times in "
            "all.",
        ),
    ],
)
def test_what_a_fixed_test_lacks_is_said(entries, said):
    assert words(SectionName.TESTS, entries).endswith(said)


def test_a_month_without_a_fixed_test_says_so():
    assert (
        words(SectionName.TESTS, tests=()) == "There was no fixed test in this month."
    )


def test_improvements_stand_under_what_was_watched():
    assert words(SectionName.IMPROVEMENTS) == (
        f"{SIGNAL_NAME} 2026-10-10, a new setting, reference or technique. Before: "
        "1 of 5 usable on Vision 1, 2026-09-20. After: 5 of 6 usable on Long 2 "
        "(42 s each), 2026-10-02. One evening less a scene."
    )


def test_one_had_elsewhere_says_what_was_given():
    before = Side(model="Old <1>", on=ran(1, 0).on, result="1 of *5*")
    better = an_improvement(before=before, after=Side(result="Good"), signal=None)
    entry = noted(1, 1, kind=EntryKind.IMPROVEMENT, improvement=better)
    said = words(SectionName.IMPROVEMENTS, [entry])
    assert said.startswith("The theme as a whole 2026-09-21, a new setting")
    assert "Before: 1 of *5*, Old <1>, 2026-09-20. After: Good." in said


def test_a_side_whose_run_was_removed_is_said_to_be_gone():
    better = an_improvement(before=Side(run="gone"), after=Side(result="Good"))
    entry = noted(1, 1, kind=EntryKind.IMPROVEMENT, improvement=better)
    said = words(SectionName.IMPROVEMENTS, [entry])
    assert "Before: a run that is not in this journal any more. After: Good." in said


def test_a_month_in_which_nothing_got_better_is_a_finding():
    runs = (ran(1, 1, tries=6, usable=2), ran(2, 2, tries=6, usable=1, model="Long 2"))
    text = words(SectionName.IMPROVEMENTS, [noted(1, 2, runs=runs)])
    assert text == (
        "No improvement in 12 tries on 2 models. What still fails: 4 of 6 tries not "
        "usable on Vision 1, 2026-09-21; 5 of 6 tries not usable on Long 2, 2026-09-22."
    )
    assert "fail" not in text.replace("What still fails", "")


def test_the_finding_counts_one_try_on_one_model_in_words():
    run = ran(1, 1, tries=None, usable=None, verdict=Verdict.BREAKS)
    said = words(SectionName.IMPROVEMENTS, [noted(1, 1, runs=(run,))])
    assert said.startswith("No improvement in 1 try on 1 model.")


def test_a_better_result_that_nobody_wrote_down_is_not_denied():
    runs = (ran(1, 0, usable=1, is_before=True), ran(2, 2, usable=4))
    said = words(SectionName.IMPROVEMENTS, [noted(1, 2, runs=runs)])
    assert said == (
        "No improvement was written down, yet these tests went better: "
        "A walk through a market."
    )


def test_a_month_with_nothing_run_after_the_first_result_says_what_that_tells():
    first = noted(1, 0, runs=(ran(1, 0, is_before=True),))
    said = words(SectionName.IMPROVEMENTS, [first])
    assert said.startswith("Nothing was run after the first results, so this month")


def test_what_was_not_better_is_told_beside_it():
    same = an_improvement(kind=ImprovementKind.NOT_BETTER)
    entry = noted(1, 1, kind=EntryKind.IMPROVEMENT, improvement=same)
    said = words(SectionName.IMPROVEMENTS, [entry])
    assert "Tried, and not better: 2026-09-21, not better, a result too." in said


def test_claims_tested_say_how_they_held_and_how_many_wait():
    assert words(SectionName.CLAIMS) == (
        "“Keeps every *face* for a minute” (Long 2): partly, after my test. "
        "30 claims about this theme wait for a test."
    )
    none = some_figures(claims=(), untested=1)
    assert words(SectionName.CLAIMS, figures=none) == (
        "I tested no claim of a vendor in this month. "
        "1 claim about this theme waits for a test."
    )


def test_what_still_fails_says_how_much_of_it():
    assert words(SectionName.FAILS) == (
        "A walk through a market: 1 of 6 tries not usable on Long 2 (42 s each), "
        "2026-10-02."
    )
    whole = [noted(1, 1, runs=(ran(1, 1, usable=5),))]
    assert words(SectionName.FAILS, whole) == "Everything that was run last was usable."
    assert words(SectionName.FAILS, []).startswith("Nothing was run that had a result")


def test_open_questions_are_the_journals_and_what_was_planned_in_vain():
    said = words(SectionName.QUESTIONS, questions="Does *rain* hold?\n- And two?")
    assert said == (
        "Does *rain* hold? And two? "
        "Planned, and not done: 2026-10-18: Two people in one frame."
    )
    assert words(SectionName.QUESTIONS, []) == ""


def test_what_people_typed_is_never_markup():
    run = ran(1, 1, model="[x](https://evil.example) **V**", test=None)
    texts = drafted(
        [noted(1, 1, runs=(run,), text="*x*")],
        view=VIEW,
        tests=(a_fixed_test(title="[t](entry:e9)"),),
    )
    found = [it for text in texts.values() for it in targets(text)]
    assert set(found) == {"entry:e1"}


def test_no_word_of_the_methods_mathematics_is_said():
    text = " ".join([*drafted().values(), *drafted([]).values()]).lower()
    assert not [word for word in NOT_ON_SCREEN if re.search(rf"\b{word}", text)]
