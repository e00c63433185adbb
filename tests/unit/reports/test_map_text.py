import pytest

from tests.agreed import LESSON
from tests.standings import a_map, a_movement, a_rich_map, a_standing, the_baseline_map
from themewatch.reports.map_text import map_text


def row(**changes) -> str:
    return map_text(a_map(a_standing(**changes))).splitlines()[2]


@pytest.mark.parametrize("claimed", [True, False])
def test_of_the_baseline_alone_it_is_the_lessons_chart_glyph_for_glyph(claimed):
    assert map_text(the_baseline_map(claimed=claimed)) == LESSON


def test_a_clear_rise_points_right_with_its_tip_at_the_place():
    assert row(mean=1.72, moved=0.3).split("│")[2] == "    ──►  "


def test_a_clear_fall_points_left_with_its_tip_at_the_place():
    assert row(mean=2.35, moved=-0.3).split("│")[3] == "   ◄──    "


def test_without_a_clear_change_the_arrow_has_no_head():
    movement = a_movement(0.02)
    assert "───" in row(mean=1.5, moved=0.02, movement=movement)


@pytest.mark.parametrize("moved", [None, 0.5, -0.5, 0.01])
@pytest.mark.parametrize("mean", [-0.4, 0.0, 0.999, 1.0, 2.02, 3.999, 4.0, 5.1])
def test_an_arrow_stays_whole_inside_its_column(mean, moved):
    line = map_text(a_map(a_standing("lower-cost", mean=mean, moved=moved)))
    cells = line.splitlines()[2].split("│")[1:]
    widths = [7, 9, 10, 8]
    assert len(cells) == 4
    assert all(len(c) <= width for c, width in zip(cells, widths, strict=True))
    [arrow] = [cell.strip() for cell in cells if cell.strip()]
    assert arrow in {"◄──", "──►", "───"}


def test_arrows_are_explained_against_a_comparison_date():
    assert map_text(a_rich_map()).endswith(
        "\n\n──► up, ◄── down, ─── no clear change since 2026-10-21\n"
    )
