import json

import pytest

from tests.standings import (
    a_map,
    a_rich_map,
    a_standing,
    a_theme,
    the_baseline_map,
)
from themewatch.charts.geometry import Shape, map_geometry
from themewatch.charts.map_figure import map_figure
from themewatch.charts.palette import DARK, LIGHT

MAPS = {"baseline": the_baseline_map(), "rich": a_rich_map()}
KILOBYTE = 1024


def trace(figure, name):
    [found] = [trace for trace in figure.data if trace.name == name]
    return found


@pytest.mark.parametrize("maturity_map", MAPS.values(), ids=MAPS.keys())
@pytest.mark.parametrize("shape", Shape)
def test_the_figure_has_the_geometrys_marks(maturity_map, shape):
    geometry = map_geometry(maturity_map)
    drawn = trace(map_figure(geometry, LIGHT), shape.value)
    marks = geometry.marks(shape)
    assert list(drawn.x) == [mark.x for mark in marks]
    assert list(drawn.y) == [mark.y for mark in marks]
    assert list(drawn.customdata) == [mark.slug for mark in marks]


def test_bars_span_the_likely_range():
    geometry = map_geometry(a_rich_map())
    bars = trace(map_figure(geometry, LIGHT), "range")
    ends = [base + width for base, width in zip(bars.base, bars.x, strict=True)]
    assert list(bars.base) == [lane.low for lane in geometry.lanes]
    assert ends == pytest.approx([lane.high for lane in geometry.lanes])


def test_only_bars_on_few_tests_are_hatched():
    bars = trace(map_figure(map_geometry(a_rich_map()), LIGHT), "range")
    assert list(bars.marker.pattern.shape) == ["", "/", "", "", "", "/", ""]


def test_an_untested_mark_is_open_and_dashed():
    tested = trace(map_figure(map_geometry(a_rich_map()), LIGHT), "●")
    assert tested.marker.color[3] == LIGHT.paper
    assert [dash != "solid" for dash in tested.marker.line.dash].index(True) == 3


def test_colour_tells_change_and_is_ink_without_a_comparison():
    rich = trace(map_figure(map_geometry(a_rich_map()), DARK), "●").marker.line.color
    assert list(rich[:3]) == [DARK.up, DARK.same, DARK.down]
    base = trace(map_figure(map_geometry(the_baseline_map()), DARK), "●")
    assert set(base.marker.line.color) == {DARK.ink}


def test_arrows_are_drawn_where_the_movement_is_clear():
    geometry = map_geometry(a_rich_map())
    arrows = [
        (a.ax, a.x, a.y)
        for a in map_figure(geometry, LIGHT).layout.annotations
        if a.showarrow
    ]
    assert arrows == [(*lane.arrow, lane.y) for lane in geometry.lanes if lane.arrow]


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_every_lanes_name_and_words_are_on_the_figure(narrow):
    geometry = map_geometry(a_rich_map())
    layout = map_figure(geometry, LIGHT, narrow=narrow).layout
    text = " ".join(a.text for a in layout.annotations).replace("<br>", " ")
    for lane in geometry.lanes:
        assert all(sentence in text for sentence in (*lane.sentences, *lane.changes))
        if narrow:
            assert f"<b>{lane.short_name}</b>" in text


def test_the_wide_figure_names_lanes_on_its_axis():
    ticks = map_figure(map_geometry(a_rich_map()), LIGHT).layout.yaxis.ticktext
    assert ticks[:2] == ("Consistency &amp; control", "Multimodality")


def test_the_narrow_figure_leaves_no_room_at_its_sides():
    margin = map_figure(map_geometry(a_rich_map()), LIGHT, narrow=True).layout.margin
    assert (margin.l, margin.r) == (0, 0)


def test_nothing_can_be_zoomed_or_dragged():
    layout = map_figure(map_geometry(a_rich_map()), LIGHT).layout
    assert layout.dragmode is False
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange


def test_a_name_is_no_markup_on_the_figure():
    theme = a_theme(name="<b>bold</b>", chart_name="<i>thin</i>")
    geometry = map_geometry(a_map(a_standing(theme=theme)))
    for narrow in (False, True):
        drawn = map_figure(geometry, LIGHT, narrow=narrow).to_json()
        texts = json.loads(drawn)
        assert "<b>bold</b>" not in json.dumps(texts, ensure_ascii=False)
        assert "<i>thin</i>" not in json.dumps(texts, ensure_ascii=False)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_the_figure_stays_light(narrow):
    figure = map_figure(map_geometry(a_rich_map()), LIGHT, narrow=narrow)
    assert len(figure.to_json()) < 40 * KILOBYTE
    assert len(figure.data) == 5


def test_a_tooltip_tells_place_range_claim_before_tests_and_last_evidence():
    tip = trace(map_figure(map_geometry(a_rich_map()), LIGHT), "●").hovertext[0]
    assert tip.replace("&nbsp;", "").split("<br>") == [
        "<b>Consistency &amp; control</b>",
        "Place: Growing, upper third (1.72)",
        "In use: sometimes works",
        "Likely range: Growing (1.53 to 1.91)",
        "Claimed: Maturing, upper third (2.70), 12 claims",
        "Before: Growing, middle third (1.43)",
        "Tests: 6 tests",
        "Last evidence: 2026-11-20",
    ]
