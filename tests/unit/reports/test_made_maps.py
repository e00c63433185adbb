"""A map drawn for what one makes says so in every file, and holds its lanes alone."""

import csv
import json
from html import unescape
from io import StringIO

import pytest

from tests.production import a_map_for_work
from tests.standings import a_rich_map
from themewatch.charts.geometry import map_geometry
from themewatch.charts.palette import LIGHT
from themewatch.reports.map_csv import map_csv
from themewatch.reports.map_html import map_html
from themewatch.reports.map_json import map_document, map_json
from themewatch.reports.map_markdown import map_markdown
from themewatch.reports.map_svg import map_svg
from themewatch.reports.map_text import map_text
from themewatch.reports.map_words import caption
from themewatch.reports.svg_sheet import NARROW, WIDE, sheet_for

DRAWN = a_map_for_work()
STANDING = "1 of 3 themes is far enough by tests."
YARDSTICK = "a yardstick, chosen by judgement"


def picture(maturity_map, form=WIDE):
    said = caption(maturity_map)
    geometry = map_geometry(maturity_map)
    return map_svg(geometry, LIGHT, title="A title", caption=said, form=form)


@pytest.mark.parametrize("write", [picture, map_html, map_markdown, map_text])
def test_every_file_says_what_it_is_drawn_for_and_leaves_out_other_lanes(write):
    text = unescape(write(DRAWN)).replace("\\", "")
    assert f"Storyboards: {STANDING}" in " ".join(text.split())
    assert "Editing" in text
    assert "Multimodality" not in text


@pytest.mark.parametrize("write", [picture, map_html, map_markdown, map_text, map_csv])
def test_the_whole_map_speaks_of_no_work(write):
    text = write(a_rich_map())
    for word in ("Storyboards", "Needs", "needed", YARDSTICK, "enough for this work"):
        assert word not in text


@pytest.mark.parametrize("write", [map_html, map_markdown])
def test_a_report_says_that_the_bracket_is_a_yardstick(write):
    assert YARDSTICK in write(DRAWN)


@pytest.mark.parametrize("form", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_picture_draws_a_bracket_at_what_each_lane_needs(form):
    sheet = sheet_for(map_geometry(DRAWN), form, title="", caption="")
    text = picture(DRAWN, form)
    assert text.count('class="needed"') == 3
    edges = [f"H{sheet.x(stage):.1f}V" for stage in (2, 2, 3)]
    assert [edge in text for edge in edges] == [True] * 3
    assert "[ enough for this work from here on" in text


def test_the_text_chart_opens_a_bracket_before_the_column_that_is_enough():
    assert map_text(DRAWN).split("\n")[:5] == [
        "Theme              │ Early │ Growing │ Maturing │ Mature",
        "───────────────────┼───────┼─────────┼──────────┼────────",
        "Longer Video       │       │  ───    [          │",
        "Consistency        │       │         [──►       │",
        "Editing Fidelity   │       │   ───   │          [",
    ]
    assert "\n[ enough for this work from here on\n" in map_text(DRAWN)


def test_json_tells_what_is_needed_and_by_whose_word_it_is_there():
    document = json.loads(map_json(DRAWN))
    assert document["make"] == "storyboarding"
    assert [
        (row["theme"], row["needed_stage"], row["enough_by"])
        for row in document["themes"]
    ] == [
        ("longer-video", "maturing", "claims"),
        ("consistency", "maturing", "tests"),
        ("editing-fidelity", "mature", "nobody"),
    ]


def test_json_of_the_whole_map_is_as_it_was():
    document = map_document(a_rich_map())
    assert set(document) == {"as_of", "known_on", "compared_with", "themes"}
    assert not {"needed_stage", "enough_by"} & set(document["themes"][0])


def test_csv_has_a_line_a_lane_each_with_its_work():
    rows = list(csv.DictReader(StringIO(map_csv(DRAWN))))
    assert [row["make"] for row in rows] == ["storyboarding"] * 3
    assert [row["needed_stage"] for row in rows] == ["maturing", "maturing", "mature"]
