"""A theme's report: what holds it there, its history, what was tested."""

from datetime import date

import pytest

from tests.factories import RELEASE_ID, a_claim, a_note, a_release, a_view
from tests.people import CONTRIBUTOR, REVIEWER, VIEWER
from themewatch.domain.attribution import Attribution
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.standing import MarkKind
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.services.assessment import assess
from themewatch.services.maps import draw_map
from themewatch.services.reference import catalogue
from themewatch.services.themes import attribute, report_theme

AS_OF, SINCE = date(2026, 9, 1), date(2026, 8, 1)
THEME, OTHER = "consistency", "longer-video"


def assessed(notes=(), views=(), releases=(), claims=(), compare=SINCE):
    evidence = standing_evidence([*releases, *claims, *notes, *views])
    return assess(evidence, as_of=AS_OF, compare=compare)


def busy():
    """Return an assessment of two themes tested by two people on two tools."""
    notes = [
        a_note(
            id=f"{theme}-{person}-{tool}",
            theme=theme,
            person=person,
            tool=tool,
            verdict=verdict,
            rigor=Rigor.FIXED,
        )
        for theme in (THEME, OTHER)
        for person in (CONTRIBUTOR, REVIEWER)
        for tool, verdict in (("A", Verdict.BREAKS), ("B", Verdict.DEPENDABLE))
    ]
    return assessed(notes, [a_view(id="v", person=VIEWER)])


@pytest.mark.parametrize("slug", SLUGS)
def test_the_parts_of_a_position_add_up_to_it(slug):
    assessment = busy()
    parts = attribute(assessment, slug)
    position = assessment.now.positions[slug].mean
    assert parts.position == pytest.approx(position, abs=1e-9)


def test_without_evidence_all_of_a_position_is_its_start():
    assessment = assessed()
    start = assessment.now.positions[THEME].mean
    expected = Attribution(pytest.approx(start, abs=1e-9), (), (), pytest.approx(0))
    assert attribute(assessment, THEME) == expected


def test_every_note_and_view_of_a_theme_has_an_effect_of_its_own():
    parts = attribute(busy(), THEME)
    assert {effect.evidence for effect in parts.notes} == {
        f"{THEME}-{person}-{tool}"
        for person in (CONTRIBUTOR, REVIEWER)
        for tool in "AB"
    }
    assert [effect.evidence for effect in parts.views] == ["v"]


def test_what_other_themes_say_is_told_apart():
    other = a_note(theme=OTHER, verdict=Verdict.DEPENDABLE, rigor=Rigor.FIXED)
    alone = attribute(assessed([a_note()]), THEME)
    shared = attribute(assessed([a_note(), other]), THEME)
    assert alone.elsewhere == pytest.approx(0, abs=1e-9)
    assert abs(shared.elsewhere) > 0.01


def test_a_note_without_a_result_has_no_effect():
    silent = assessed([a_note(verdict=None)])
    assert attribute(silent, THEME).notes == ()
    assert len(report_theme(silent, THEME).notes) == 1


def test_a_theme_s_page_and_the_map_say_the_same():
    assessment = busy()
    for lane in draw_map(assessment).themes:
        assert report_theme(assessment, lane.theme.slug).standing == lane


def test_an_unknown_theme_has_no_report():
    with pytest.raises(InputError, match="There is no theme 'video'"):
        report_theme(assessed(), "video")


def test_only_the_theme_s_own_evidence_is_listed():
    report = report_theme(busy(), OTHER)
    assert {note.theme for note in report.notes} == {OTHER}
    assert report.views == report.claims == ()


def test_the_newest_notes_come_first():
    notes = [a_note(id=str(day), tested_on=date(2026, 8, day)) for day in (3, 21, 9)]
    report = report_theme(assessed(notes), THEME)
    assert [note.id for note in report.notes] == ["21", "9", "3"]


def test_every_signal_of_the_theme_is_covered_in_its_order():
    signals = catalogue().theme(THEME).signals
    report = report_theme(assessed([a_note(signal="style-lock")]), THEME)
    assert [found.signal for found in report.signals] == list(signals)
    assert [found.tested.notes for found in report.signals] == [0, 0, 1, 0]


def test_tools_and_claims_are_those_of_the_theme():
    note = a_note(tool=None, release=RELEASE_ID)
    report = report_theme(
        assessed([note, a_note(theme=OTHER)], (), [a_release()], [a_claim()]), THEME
    )
    assert [tool.release for tool in report.tools] == [RELEASE_ID]
    assert [j.notes for j in report.claims] == [(note,)]


def test_the_path_runs_from_the_first_evidence_to_the_day_and_ends_at_the_position():
    report = report_theme(busy(), THEME)
    path, position = report.history.path, report.standing.position
    assert path[0].on == catalogue().baseline_on
    assert path[-1].on == AS_OF
    assert path[-1].mean == pytest.approx(position.mean, abs=1e-9)
    assert path[-1].low == pytest.approx(position.low, abs=1e-6)


def test_the_history_marks_what_happened_under_the_theme():
    assessment = assessed([a_note()], [a_view()], [a_release()], [a_claim()])
    marks = report_theme(assessment, THEME).history.marks
    assert [mark.kind for mark in marks] == [
        MarkKind.RELEASE,
        MarkKind.NOTE,
        MarkKind.VIEW,
    ]
    assert report_theme(assessment, OTHER).history.marks == ()


def test_without_a_comparison_the_report_has_no_movement():
    report = report_theme(assessed(compare=None), THEME)
    assert report.standing.movement is None


def test_a_history_of_more_than_two_years_has_a_mark_a_month():
    late = [
        a_note(id=f"n{day}", tested_on=date(2026, 8, day), theme=THEME)
        for day in (3, 9, 20)
    ]
    early = a_note(id="early", tested_on=date(2023, 8, 1), theme=THEME)
    marks = report_theme(assessed([*late, early]), THEME).history.marks
    assert [(mark.when, len(mark.ids)) for mark in marks] == [
        ("2023-08-01", 1),
        ("2026-08", 3),
    ]
    marks = report_theme(assessed(late), THEME).history.marks
    assert [mark.when for mark in marks] == ["2026-08-03", "2026-08-09", "2026-08-20"]
