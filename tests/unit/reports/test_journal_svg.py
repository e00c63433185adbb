"""The month's chart on paper: every mark a shape and a place of its own."""

import re
from xml.etree import ElementTree as ET

import pytest

from tests.papers import JOURNAL, day, some_figures
from themewatch.charts.palette import LIGHT
from themewatch.domain.journal_report import Mark, MarkOf
from themewatch.reports.journal_sheet import NARROW, WIDE
from themewatch.reports.journal_svg import month_svg

SVG = "{http://www.w3.org/2000/svg}"


def drawn(form=WIDE, *, headed=True, **figures):
    text = month_svg(
        JOURNAL,
        some_figures(**figures),
        LIGHT,
        title="A month & more",
        caption="As of 2026-10-19.",
        form=form,
        headed=headed,
    )
    return ET.fromstring(text)  # noqa: S314  our own


def texts(svg):
    return [node.text for node in svg.iter(f"{SVG}text")]


def groups(svg, name):
    return [node for node in svg.iter(f"{SVG}g") if node.get("class") == name]


def place(group):
    return tuple(map(float, re.findall(r"[\d.]+", group.get("transform"))))


@pytest.mark.parametrize("form", [WIDE, NARROW])
def test_nothing_lies_outside_its_sheet(form):
    svg = drawn(form)
    width, height = form.width, float(svg.get("height"))
    for group in svg.iter(f"{SVG}g"):
        x, y = place(group)
        assert 0 < x < width
        assert 0 < y < height


def test_each_kind_has_a_row_and_each_day_its_place_in_it():
    svg = drawn()
    rows = {kind: {place(g)[1] for g in groups(svg, kind)} for kind in MarkOf}
    assert [len(rows[kind]) for kind in MarkOf] == [1, 0, 1, 1, 1]
    first, last = groups(svg, "note")
    assert place(first)[0] < place(groups(svg, "release")[0])[0] < place(last)[0]


def test_kinds_differ_in_shape_so_that_grey_is_enough():
    marks = [Mark(on=day(1), kind=kind, title="x") for kind in MarkOf]
    svg = drawn(marks=tuple(marks))
    shapes = set()
    for kind in MarkOf:
        [group] = groups(svg, kind)
        shape = group[1]
        is_open = shape.get("fill") == LIGHT.paper
        shapes.add((shape.tag, is_open, shape.get("d")))
    assert len(shapes) == len(MarkOf)


def test_several_on_a_day_are_one_larger_mark_that_names_them():
    marks = tuple(Mark(on=day(1), kind=MarkOf.NOTE, title=f"Nr {n}") for n in range(8))
    [group] = groups(drawn(marks=marks), "note")
    assert group[0].text.splitlines() == [
        "My notes",
        day(1).isoformat(),
        *(f"Nr {n}" for n in range(6)),
        "and 2 more",
    ]
    assert group[1].get("r") == "7"


def test_title_and_dates_are_inside_and_told_even_where_not_drawn():
    assert texts(drawn())[:2] == ["A month & more", "As of 2026-10-19."]
    bare = drawn(headed=False)
    assert "A month & more" not in texts(bare)
    assert bare.find(f"{SVG}title").text == "A month & more"
    assert bare.find(f"{SVG}desc").text.startswith("As of 2026-10-19. What tests show")


def test_the_edges_of_the_month_are_named():
    assert {"begins", "ends"} <= set(texts(drawn()))


def test_claims_that_were_too_few_leave_a_gap():
    gone = ((day(0), 2.5), (day(5), None), (day(9), 3.0), (day(20), 3.0))
    svg = drawn(claimed=gone)
    lines = [n for n in svg.iter(f"{SVG}path") if n.get("class") == "claimed"]
    assert len(lines) == 2


def test_a_position_beyond_the_scale_is_drawn_at_its_end():
    figures = some_figures()
    beyond = tuple(
        type(p)(on=p.on, value=4.6, low=3.9, high=5.1) for p in figures.tested
    )
    svg = drawn(tested=beyond)
    path = next(n for n in svg.iter(f"{SVG}path") if n.get("class") == "tested")
    heights = {float(y) for y in re.findall(r" ([\d.]+)", path.get("d"))}
    top = next(
        float(node.get("y"))
        for node in svg.iter(f"{SVG}rect")
        if node.get("fill") == LIGHT.band
    )
    assert len(heights) == 1
    assert heights.pop() <= top
