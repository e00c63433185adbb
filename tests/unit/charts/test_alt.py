from datetime import date

from tests.standings import BASELINE_ON, a_history, a_map, a_rich_map, a_standing
from themewatch.charts.alt import map_alt, theme_alt
from themewatch.charts.headline import headline
from themewatch.domain.standing import PathPoint


def test_the_maps_text_says_the_headline_and_every_lane():
    maturity_map = a_rich_map()
    text = map_alt(maturity_map)
    assert text.startswith(f"Maturity map as of 2026-11-20. {headline(maturity_map)}")
    assert all(standing.theme.name in text for standing in maturity_map.themes)


def test_a_lanes_text_ends_with_what_changed():
    text = map_alt(a_map(a_standing(moved=0.3)))
    assert text.endswith(
        "Consistency & control: Vendors: Maturing. Tests: Growing. "
        "9 claims nobody here has tested. ▲ up, 4 tests since 2026-10-21."
    )


def test_a_historys_text_says_where_it_went_and_what_happened():
    assert theme_alt(a_history()) == (
        "Longer, coherent video, 2026-02-01 to 2026-11-15: tests from Growing, lower "
        "third to Maturing, lower third. Vendors: Mature, middle third. "
        "Marked below: 1 view, 4 tests, 4 releases, 1 story, 1 checkpoint. "
        "Checkpoints: A ruling (2027-01-15)."
    )


def test_a_history_without_checkpoints_names_none():
    assert theme_alt(a_history(marks=())).endswith("0 stories, 0 checkpoints.")


def test_a_historys_text_names_its_forecast():
    ahead = (a_history().path[-1], PathPoint(date(2027, 6, 30), 2.4, 1.6, 3.1))
    assert (
        " Forecast to 2027-06-30: Maturing, middle third, likely range (8 in 10): "
        "Growing to Mature. Marked below: "
    ) in theme_alt(a_history(ahead=ahead))


def test_a_history_whose_claims_ran_out_says_so():
    claimed = ((BASELINE_ON, 2.5), (date(2026, 3, 1), None))
    assert "too few claims to say" in theme_alt(a_history(claimed=claimed))
