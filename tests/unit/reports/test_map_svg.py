import re
from xml.etree import ElementTree

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
from themewatch.reports.map_svg import map_svg
from themewatch.reports.svg_sheet import NARROW, WIDE, sheet_for

NS = {"s": "http://www.w3.org/2000/svg"}
FORMS = pytest.mark.parametrize("form", [WIDE, NARROW], ids=["wide", "narrow"])


def drawn(maturity_map, palette=LIGHT, form=WIDE, **changes):
    options = {"title": "A title", "caption": "A caption."} | changes
    text = map_svg(map_geometry(maturity_map), palette, form=form, **options)
    return ElementTree.fromstring(text)  # noqa: S314  our own text


def marks(svg, shape):
    """Return theme and x in px of each mark of a shape."""
    path = f"s:g[@class='{shape.name.lower()}']"
    return [
        (lane.get("data-theme"), _x(mark))
        for lane in svg.findall(".//s:g[@class='lane']", NS)
        for mark in lane.findall(path, NS)
    ]


def _x(mark):
    return float(re.match(r"translate\(([\d.]+) ", mark.get("transform"))[1])


def texts(svg):
    return [text.text for text in svg.findall(".//s:text", NS)]


@FORMS
@pytest.mark.parametrize("maturity_map", [the_baseline_map(), a_rich_map()])
@pytest.mark.parametrize("shape", Shape)
def test_it_has_the_marks_of_the_screens_figure_at_the_same_places(
    form, maturity_map, shape
):
    geometry = map_geometry(maturity_map)
    [trace] = [t for t in map_figure(geometry, LIGHT).data if t.name == shape.value]
    in_columns = [
        (slug, 4 * (x - form.left) / (form.right - form.left))
        for slug, x in marks(drawn(maturity_map, form=form), shape)
    ]
    assert [slug for slug, _x in in_columns] == list(trace.customdata)
    assert [x for _slug, x in in_columns] == pytest.approx(list(trace.x), abs=1e-3)


def test_bars_span_the_likely_range():
    geometry = map_geometry(a_rich_map())
    sheet = sheet_for(geometry, WIDE, title="", caption="")
    bars = drawn(a_rich_map()).findall(".//s:rect[@class='range']", NS)
    starts = [float(bar.get("x")) for bar in bars]
    ends = [float(bar.get("x")) + float(bar.get("width")) for bar in bars]
    expected = [sheet.x(lane.low) for lane in geometry.lanes]
    assert starts == pytest.approx(expected, abs=0.1)
    expected = [sheet.x(lane.high) for lane in geometry.lanes]
    assert ends == pytest.approx(expected, abs=0.1)


def test_arrows_are_drawn_where_the_movement_is_clear():
    arrows = [
        lane.get("data-theme")
        for lane in drawn(a_rich_map()).findall(".//s:g[@class='lane']", NS)
        if lane.find("s:g[@class='arrow']", NS) is not None
    ]
    expected = [lane.slug for lane in map_geometry(a_rich_map()).lanes if lane.arrow]
    assert arrows == expected


@FORMS
def test_names_sentences_and_changes_are_written(form):
    written = " ".join(texts(drawn(a_rich_map(), form=form)))
    for lane in map_geometry(a_rich_map()).lanes:
        assert (lane.short_name if form.is_narrow else lane.name) in written
        assert all(words in written for words in (*lane.sentences, *lane.changes))


@FORMS
def test_everything_stays_on_the_sheet(form):
    svg = drawn(a_rich_map(), form=form, caption="Many words. " * 30)
    _left, _top, width, height = map(float, svg.get("viewBox").split())
    assert width == form.width
    baselines = [float(text.get("y")) for text in svg.findall(".//s:text", NS)]
    assert 0 < min(baselines) < max(baselines) < height


def test_it_is_an_image_with_a_name_and_a_description():
    svg = drawn(a_rich_map())
    assert svg.get("role") == "img"
    named = {element.get("id"): element.text for element in svg.iter()}
    assert named[svg.get("aria-labelledby")] == "A title"
    assert named[svg.get("aria-describedby")] == "A caption."


def test_title_and_caption_are_drawn_unless_the_page_says_them():
    assert {"A title", "A caption."} <= set(texts(drawn(a_rich_map())))
    assert "A title" not in texts(drawn(a_rich_map(), headed=False))


def test_it_needs_nothing_from_elsewhere():
    text = map_svg(map_geometry(a_rich_map()), DARK, title="", caption="")
    references = re.findall(r'(?:href|src)="|url\(([^)]*)\)|@import', text)
    assert set(references) == {"#wide-hatch"}


def test_whatever_comes_from_data_is_escaped():
    theme = a_theme(name="<script>&\"'", chart_name="</svg>")
    for form in (WIDE, NARROW):
        svg = drawn(
            a_map(a_standing(theme=theme)), form=form, title="<b>", caption="&c"
        )
        assert svg.find(".//s:script", NS) is None
        assert (theme.chart_name if form.is_narrow else theme.name) in texts(svg)
