from tests.standings import a_map, a_rich_map, a_standing, the_baseline_map
from themewatch.charts.headline import headline
from themewatch.charts.sentences import theme_name


def test_an_untested_map_counts_the_claims_nobody_tested():
    assert headline(the_baseline_map()) == (
        "Nobody here has tested any of the 196 claims vendors have made."
    )


def test_an_untested_map_without_claims_says_only_that():
    bare = the_baseline_map(claimed=False)
    assert headline(bare) == "Nothing has been tested here yet."


def test_the_theme_whose_claims_run_furthest_ahead_is_named_with_both_stages():
    maturity_map = a_map(
        a_standing("consistency", mean=1.9, claimed=2.1),
        a_standing("longer-video", mean=1.2, claimed=3.0),
        a_standing("text-rendering", mean=0.2, claimed=3.5, notes=0),
    )
    assert headline(maturity_map) == (
        "Claims run furthest ahead of tests in Longer Video "
        "(vendors: Mature, tests: Growing)."
    )


def test_a_gap_across_stages_counts_for_more_than_a_wider_one_within():
    maturity_map = a_map(
        a_standing("consistency", mean=1.05, claimed=1.95),
        a_standing("longer-video", mean=1.9, claimed=2.1),
    )
    assert "Longer Video (vendors: Maturing" in headline(maturity_map)


def test_where_no_claim_runs_a_stage_ahead_it_says_so():
    maturity_map = a_map(a_standing(mean=2.1, claimed=2.7))
    assert headline(maturity_map) == (
        "In the one theme tested here claims stand no stage ahead of tests."
    )


def test_what_moved_is_named_by_direction():
    assert headline(a_rich_map()).endswith(
        "; since 2026-10-21 up: Consistency, Text Rendering, Lower-Cost Inference, "
        "and down: Native Audio (Video)."
    )


def test_themes_are_called_as_what_stands_beside_it_calls_them():
    assert headline(a_rich_map(), name=theme_name).endswith(
        "up: Consistency & control, Text rendering, Lower-cost inference, "
        "and down: Native audio in video."
    )


def test_a_comparison_without_clear_change_is_said():
    maturity_map = a_map(a_standing(moved=0.02))
    assert headline(maturity_map).endswith("; no clear change since 2026-10-21.")
