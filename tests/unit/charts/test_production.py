import pytest

from tests.production import a_map_for_work, a_need, a_need_standing, a_work
from tests.standings import a_map, a_rich_map, a_standing
from themewatch.charts.alt import map_alt
from themewatch.charts.geometry import map_geometry
from themewatch.charts.headline import headline
from themewatch.charts.lines import key_words
from themewatch.charts.map_figure import map_figure
from themewatch.charts.map_table import map_table, tooltip_rows
from themewatch.charts.palette import LIGHT
from themewatch.charts.production import (
    count_sentence,
    need_sentences,
    standing_sentences,
    weakest_sentence,
)
from themewatch.domain.bearing import production_standing
from themewatch.domain.stage import Stage

DRAWN = a_map_for_work()
TESTED = {"mean": 2.4, "notes": 3}
ON_THE_MAP = {"mean": 2.4, "notes": 0}
SHORT = {"mean": 1.4, "notes": 3}


def standing_of(*standings):
    """Return where a work stands that needs Maturing of three themes."""
    slugs = ("consistency", "longer-video", "native-audio")
    work = a_work(*map(a_need, slugs))
    rows = zip(slugs, standings, strict=True)
    return production_standing(work, [a_standing(slug, **row) for slug, row in rows])


@pytest.mark.parametrize(
    ("standings", "sentence"),
    [
        ((TESTED, TESTED, TESTED), "3 of 3 themes are far enough by tests."),
        ((TESTED, SHORT, SHORT), "1 of 3 themes is far enough by tests."),
        ((SHORT, SHORT, SHORT), "0 of 3 themes are far enough by tests."),
        (
            (TESTED, ON_THE_MAP, SHORT),
            "1 of 3 themes is far enough by tests, 1 more on the course's map alone.",
        ),
        (
            (ON_THE_MAP, ON_THE_MAP, SHORT | {"notes": 0}),
            "2 of 3 themes are far enough on the course's map; "
            "none is tested here yet.",
        ),
    ],
)
def test_tests_and_the_course_s_map_are_counted_apart(standings, sentence):
    assert count_sentence(standing_of(*standings)) == sentence


def test_what_is_missing_is_named_and_the_vendors_word_apart():
    claimed, denied = {"claimed": 2.5}, {"claimed": 1.5}
    standing = standing_of(TESTED, SHORT | claimed, SHORT | denied)
    assert standing_sentences(standing) == (
        "1 of 3 themes is far enough by tests.",
        "Not far enough yet: Longer, coherent video (Growing, needs Maturing), "
        "Native audio in video (Growing, needs Maturing).",
        "Only vendors say it is (◇): Longer, coherent video.",
    )


def test_a_place_on_the_course_s_map_alone_is_said_to_be_one():
    standing = standing_of(TESTED, TESTED, SHORT | {"notes": 0, "claimed": None})
    assert standing_sentences(standing)[1:] == (
        "Not far enough yet: Native audio in video "
        "(Growing on the course's map, needs Maturing).",
    )


def test_the_weakest_link_is_named_or_that_there_is_none():
    assert weakest_sentence(standing_of(TESTED, TESTED, SHORT)) == (
        "Weakest link: Native audio in video (Growing, needs Maturing)."
    )
    assert weakest_sentence(standing_of(TESTED, TESTED, TESTED)) == (
        "Nothing holds it back."
    )


@pytest.mark.parametrize(
    ("standing", "verdict"),
    [
        ({"mean": 2.4}, "● is far enough, by tests."),
        (ON_THE_MAP, "◌ is far enough on the course's map, untested here."),
        ({"mean": 1.4}, "● is not far enough yet; only vendors say so (◇)."),
        (
            {"mean": 1.4, "claimed": None},
            "● is not far enough yet, and vendors do not say so.",
        ),
    ],
)
def test_a_need_is_told_with_its_stage_reason_verdict_and_signals(standing, verdict):
    assert need_sentences(a_need_standing(**standing)) == (
        "This work asks: The same face.",
        "Enough from Maturing on (usually works). Else nobody follows.",
        verdict,
        "What to watch: First.",
    )


def test_a_lane_knows_from_where_on_it_is_enough():
    lanes = map_geometry(DRAWN).lanes
    needed = [(lane.slug, lane.needed) for lane in lanes]
    assert needed == [
        ("longer-video", Stage.MATURING),
        ("consistency", Stage.MATURING),
        ("editing-fidelity", Stage.MATURE),
    ]
    assert all("Needs " in lane.sentences[-1] for lane in lanes)


def test_another_order_of_lanes_takes_their_needs_along():
    lanes = map_geometry(DRAWN, order="position").lanes
    assert lanes[0].slug == "consistency"
    assert {lane.slug: lane.needed for lane in lanes} == {
        lane.slug: lane.needed for lane in map_geometry(DRAWN).lanes
    }


def test_on_the_whole_map_nothing_is_needed():
    geometry = map_geometry(a_rich_map())
    assert {lane.needed for lane in geometry.lanes} == {None}
    assert "[" not in dict(key_words(geometry))
    assert brackets(geometry) == []


def test_a_bracket_stands_at_the_lower_edge_of_what_is_needed():
    geometry = map_geometry(DRAWN)
    assert brackets(geometry) == [(2.0, 0), (2.0, 1), (3.0, 2)]
    assert dict(key_words(geometry))["["] == "enough for this work from here on"


def brackets(geometry):
    """Return where the figure's brackets stand: x, and the lane."""
    shapes = map_figure(geometry, LIGHT).layout.shapes
    return [(s.xanchor, s.yanchor) for s in shapes if s.type == "path"]


def test_a_tooltip_tells_what_is_needed():
    assert ("Needed", "Mature (3.00)") in tooltip_rows(a_standing(), Stage.MATURE)
    assert "Needed" not in dict(tooltip_rows(a_standing()))


def test_the_table_says_what_the_work_needs_of_each_theme():
    needs = [row["This work needs"] for row in map_table(DRAWN)]
    assert needs[2] == "Mature: The same face."
    assert all("This work needs" not in row for row in map_table(a_map(a_standing())))


def test_the_headline_of_a_work_says_where_it_stands_and_what_moved():
    assert headline(DRAWN) == (
        "Storyboards: 1 of 3 themes is far enough by tests. "
        "Not far enough yet: Longer, coherent video (Growing, needs Maturing), "
        "Editing fidelity (Growing on the course's map, needs Mature). "
        "Only vendors say it is (◇): Longer, coherent video. "
        "Since 2026-10-21 up: Consistency."
    )


def test_who_does_not_see_the_chart_hears_what_is_needed():
    alt = map_alt(DRAWN)
    assert headline(DRAWN) in alt
    assert "Editing fidelity: Vendors: Maturing. Tests: none here yet." in alt
    assert "Needs Mature." in alt
    assert "Needs" not in map_alt(a_map(a_standing()))
