import csv
from io import StringIO

from tests.standings import a_map, a_rich_map, a_standing, a_theme
from themewatch.reports.map_csv import map_csv


def rows(maturity_map):
    return list(csv.DictReader(StringIO(map_csv(maturity_map))))


def test_a_line_for_each_theme_bears_the_maps_dates():
    written = rows(a_rich_map())
    assert len(written) == 7
    assert {row["as_of"] for row in written} == {"2026-11-20"}
    assert {row["compared_with"] for row in written} == {"2026-10-21"}


def test_figures_are_those_of_the_map():
    row = rows(a_rich_map())[0]
    assert float(row["position"]) == 1.72
    assert float(row["probability_growing"]) > 0.9
    assert row["movement_is_clear"] == "true"


def test_what_is_not_known_is_left_empty():
    [row] = rows(a_map(a_standing(claimed=None)))
    assert row["claimed"] == row["movement"] == row["known_on"] == ""


def test_names_with_commas_quotes_and_lines_survive():
    name = 'Long, "coherent"\nvideo'
    [row] = rows(a_map(a_standing(theme=a_theme(name=name))))
    assert row["name"] == name


def test_a_name_is_no_formula():
    [row] = rows(a_map(a_standing(theme=a_theme(name="=1+1"))))
    assert row["name"] == "'=1+1"


def test_a_fall_stays_a_number():
    [row] = rows(a_map(a_standing(moved=-0.3)))
    assert float(row["movement"]) == -0.3
