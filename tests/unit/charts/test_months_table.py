"""Closed months side by side: the same rows for each, empty ones left out."""

from types import SimpleNamespace

from tests.papers import JOURNAL, a_paper, some_figures, the_entries
from themewatch.charts.months_table import months_table
from themewatch.domain.month_facts import facts_of


def a_month(entries=None, **figures):
    paper = a_paper(figures=some_figures(**figures))
    report = SimpleNamespace(
        figures=paper.figures,
        view=paper.report.view,
        closed_on=paper.report.closed_on,
    )
    facts = facts_of(JOURNAL, the_entries() if entries is None else entries)
    return SimpleNamespace(
        journal=JOURNAL, theme=paper.theme, report=report, facts=facts
    )


def table(*months):
    return dict(months_table(months))


def test_each_month_has_a_cell_in_every_row():
    rows = table(a_month(), a_month())
    assert {len(cells) for cells in rows.values()} == {2}


def test_a_month_is_told_in_words_and_figures():
    rows = {label: cells[0] for label, cells in table(a_month()).items()}
    assert rows == {
        "Theme": "Longer, coherent video",
        "Days": "2026-09-20 to 2026-10-01, noted on 3 days",
        "What tests show (●)": "Growing, lower third (1.28), then Growing, upper third "
        "(1.75)",
        "What vendors say (◇)": "Maturing, middle third, then Mature, lower third",
        "What my notes moved": "+0.41 by 2 notes, range narrowed by a quarter",
        "Where it stood for me": "Maturing, lower third",
        "Improvements": "1 × a new setting, reference or technique",
        "Fixed tests": "A walk through a market: 1 of 5 usable on Vision 1, then "
        "5 of 6 usable on Long 2 (42 s each)",
        "Tried": "6 tries on 1 model",
        "Claims tested": "1 partly",
    }


def test_a_quiet_month_beside_it_says_what_it_had_none_of():
    quiet = a_month([], notes=0, claims=(), claimed=((JOURNAL.started_on, None),))
    rows = {label: cells[1] for label, cells in table(a_month(), quiet).items()}
    assert rows["What my notes moved"] == "none counted"
    assert rows["What vendors say (◇)"] == "too few claims to tell"
    assert rows["Improvements"] == "none"
    assert rows["Fixed tests"] == "A walk through a market: not run"
    assert rows["Tried"] == rows["Claims tested"] == ""


def test_a_row_that_no_month_speaks_of_is_left_out():
    quiet = a_month([], claims=())
    assert "Claims tested" not in table(quiet, quiet)
