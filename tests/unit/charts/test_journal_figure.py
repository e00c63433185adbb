"""The month's chart on screen: ● as the map showed it, in the month's edges."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.journaling import END, START
from tests.papers import EVE, JOURNAL, day, some_figures
from themewatch.charts.journal_days import span_of
from themewatch.charts.journal_figure import month_figure
from themewatch.charts.journal_words import ROWS, month_alt, share_words, your_effect
from themewatch.charts.palette import DARK, LIGHT
from themewatch.domain.journal_report import Mark, MarkOf

DAY = timedelta(days=1)


def figure(palette=LIGHT, **figures):
    return month_figure(JOURNAL, some_figures(**figures), palette)


def trace(name, **figures):
    [found] = [one for one in figure(**figures).data if one.name == name]
    return found


def test_the_line_holds_until_the_day_on_which_the_map_moved():
    for name in ("low", "high", "●", "stair"):
        assert trace(name).line.shape == "hv"
    assert list(trace("●").x) == [EVE, day(12), END]
    assert list(trace("●").y) == [1.28, 1.66, 1.75]


def test_both_edges_of_the_month_are_drawn_and_named():
    drawn = figure()
    lines = [shape.x0 for shape in drawn.layout.shapes if shape.type == "line"]
    assert lines == [START, END]
    named = {note.text: note.x for note in drawn.layout.annotations[1:]}
    assert named == {"begins": START, "ends": END}


def test_the_axis_holds_the_eve_and_the_last_day_while_the_month_runs():
    running = some_figures()
    running = replace(running, tested=running.tested[:2])
    span = span_of(JOURNAL, running)
    assert (span.first, span.last) == (EVE - DAY, END + DAY)
    assert span.ticks == tuple(START + n * 7 * DAY for n in range(5))


def test_a_longer_month_has_no_more_ticks_than_fit():
    longer = replace(JOURNAL, ends_on=START + 365 * DAY)
    assert len(span_of(longer, some_figures()).ticks) <= 7


def test_one_mark_stands_for_a_day_and_kind_in_its_row():
    marks = [Mark(on=day(1), kind=MarkOf.NOTE, title=f"<{n}>") for n in range(8)]
    notes = trace("note", marks=tuple(marks))
    assert list(notes.x) == [day(1)]
    assert list(notes.y) == [list(ROWS).index(MarkOf.NOTE)]
    assert list(notes.marker.size) == [14]
    words = notes.hovertext[0]
    assert words.startswith("<b>My notes</b><br>&lt;0&gt;<br>")
    assert words.endswith("and 2 more")


def test_light_and_dark_have_colours_of_their_own():
    assert trace("●").line.color == LIGHT.ink
    dark = [one for one in figure(DARK).data if one.name == "●"]
    assert dark[0].line.color == DARK.ink


def test_claims_may_never_have_been_enough():
    drawn = figure(claimed=((EVE, None), (END, None)))
    [now] = [one for one in drawn.data if one.name == "◇ now"]
    assert list(now.x) == []


def test_those_who_do_not_see_it_are_told_all_of_it():
    said = month_alt(some_figures())
    assert said == (
        "What tests show (●): Growing, lower third as the month began, Growing, upper "
        "third on 2026-10-19. Likely range now (8 in 10): Growing to Maturing. What "
        "vendors say (◇): Maturing, middle third as the month began, Mature, lower "
        "third at its end. Releases: Long <2> (2026-09-28). My notes: Vision 1 1/5 "
        "(2026-09-20); Long 2 5/6 (2026-10-02). Claims I tested: A minute "
        "(2026-10-02). Improvements: Faster (2026-10-10)."
    )


def test_many_marks_are_counted_and_the_last_named():
    marks = [Mark(on=day(n), kind=MarkOf.NOTE, title=f"Nr {n}") for n in range(9)]
    said = month_alt(some_figures(marks=tuple(marks)))
    assert "My notes: 9, the last Nr 3 (2026-09-23); " in said


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (
            {"notes": 8, "moved": 0.29, "narrowed": 0.26},
            "Your 8 notes moved it +0.29 and narrowed the range by a quarter.",
        ),
        ({"notes": 1, "narrowed": 0.0}, "Your note moved it +0.41."),
        ({"moved": 0.004, "narrowed": 0.0}, "Your 2 notes left it where it stood."),
        (
            {"notes": 1, "moved": 0.0},
            "Your note left it where it stood and narrowed the range by a quarter.",
        ),
        (
            {"notes": 0},
            "None of your results of this month count on the shared map, so you have "
            "not moved ●.",
        ),
    ],
)
def test_what_ones_notes_moved_is_said(figures, said):
    assert your_effect(some_figures(**figures)) == said


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.07, None),
        (0.08, "a tenth"),
        (0.3, "a third"),
        (0.5, "half"),
        (0.99, "nine tenths"),
    ],
)
def test_a_share_is_said_as_the_nearest_fraction(share, words):
    assert share_words(share) == words
