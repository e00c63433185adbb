from tests.standings import a_map, a_rich_map, a_standing, the_baseline_map
from themewatch.charts.map_table import map_table


def test_a_row_says_in_words_what_the_lane_draws():
    assert map_table(a_rich_map())[0] == {
        "Theme": "Consistency & control",
        "Tests show": "Growing, upper third",
        "Likely range (8 in 10)": "Growing",
        "Vendors say": "Maturing, upper third",
        "Tests": "6",
        "Claims nobody here has tested": "9",
        "Last evidence": "2026-11-20",
        "What changed": "▲ up, 4 tests since 2026-10-21; range narrowed by a third",
    }


def test_without_a_comparison_there_is_no_column_of_changes():
    assert all("What changed" not in row for row in map_table(the_baseline_map()))


def test_few_tests_and_none_are_said():
    rows = map_table(a_map(a_standing(notes=1), a_standing(notes=0)))
    assert [row["Tests show"] for row in rows] == [
        "Growing, middle third, few tests",
        "Growing, middle third, not tested here yet",
    ]


def test_what_is_unknown_is_said_to_be():
    [row] = map_table(a_map(a_standing(claimed=None, last_evidence_on=None)))
    assert row["Vendors say"] == "too few claims to say"
    assert row["Last evidence"] == "none"
