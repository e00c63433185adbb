from datetime import date

from tests.standings import (
    a_map,
    a_rich_map,
    a_standing,
    a_theme,
    the_baseline_map,
)
from themewatch.reports.map_markdown import map_markdown


def test_it_opens_with_title_date_and_headline():
    lines = map_markdown(the_baseline_map()).splitlines()
    assert lines[0] == "# What vendors say, and what tests show"
    assert lines[2] == "As of 2026-03-01."
    assert lines[4] == (
        "**Nobody here has tested any of the 196 claims vendors have made.**"
    )


def test_all_dates_of_the_map_are_named():
    maturity_map = a_map(a_standing(moved=0.3), known_on=date(2026, 11, 1))
    assert (
        "As of 2026-11-20, as known on 2026-11-01, compared with 2026-10-21."
        in map_markdown(maturity_map)
    )


def test_each_theme_has_its_sentences():
    assert (
        "- **Consistency & control**: Vendors: Maturing. Tests: Growing. 9 claims "
        "nobody here has tested. ▲ up, 4 tests since 2026-10-21; "
        "range narrowed by a third.\n"
    ) in map_markdown(a_rich_map())


def test_the_table_has_a_row_for_each_theme_and_equal_cells():
    table = [
        line for line in map_markdown(a_rich_map()).splitlines() if line[:1] == "|"
    ]
    assert len(table) == 2 + 7
    assert len({line.count("|") for line in table}) == 1


def test_a_name_is_no_markup_and_stays_in_its_cell():
    theme = a_theme(name="a | *b* <img src=x>\n# c [d](e)")
    text = map_markdown(a_map(a_standing(theme=theme)))
    escaped = r"a \| \*b\* \<img src=x\> \# c \[d\](e)"
    assert f"- **{escaped}**: " in text
    assert f"| {escaped} |" in text
