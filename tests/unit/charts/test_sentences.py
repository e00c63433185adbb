from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.standings import SINCE, a_movement, a_position, a_standing
from themewatch.charts.sentences import (
    gap_sentences,
    likely_range,
    movement_phrases,
    narrowed_words,
    place,
    stage_chances,
)
from themewatch.domain.standing import Since


def gap(**changes):
    return " ".join(gap_sentences(a_standing(**changes)))


def moved(**changes):
    return movement_phrases(a_standing(**changes), SINCE)


def test_the_gap_is_said_first_by_vendors_then_by_tests_then_by_untested_claims():
    assert gap(mean=1.5, claimed=2.7, untested_claims=9) == (
        "Vendors: Maturing. Tests: Growing. 9 claims nobody here has tested."
    )


def test_one_claim_is_spoken_of_in_the_singular():
    assert gap(untested_claims=1).endswith(" 1 claim nobody here has tested.")


def test_without_a_diamond_vendors_have_too_few_claims():
    assert gap(claimed=None).startswith("Vendors: too few claims to say. Tests: Gr")


def test_where_both_stand_in_one_stage_they_agree():
    assert gap(mean=2.1, claimed=2.7).startswith("Vendors and tests agree: Maturing. ")


def test_an_untested_theme_agrees_with_nobody():
    assert gap(mean=2.1, claimed=2.7, notes=0).startswith(
        "Vendors: Maturing. Tests: none here yet. "
    )


def test_few_tests_are_said_to_be_few():
    assert "Tests: Growing (few tests). " in gap(notes=2)
    assert "agree: Maturing. Few tests so far. " in gap(mean=2.1, notes=1)


def test_claims_that_were_all_tested_are_said_to_be():
    assert gap(claims=4, untested_claims=0).endswith(
        "Every claim has been tested here."
    )


def test_without_any_claim_nothing_is_said_of_claims():
    assert gap(claims=0, untested_claims=0, claimed=None).endswith("Tests: Growing.")


def test_a_clear_movement_is_said_with_the_tests_behind_it():
    assert moved(moved=0.3, new_notes=4) == ("▲ up, 4 tests since 2026-10-21",)
    assert moved(moved=-0.3, new_notes=1) == ("▼ down, 1 test since 2026-10-21",)


def test_a_movement_without_new_tests_names_none():
    assert moved(moved=0.3, new_notes=0) == ("▲ up since 2026-10-21",)
    assert moved(moved=-0.3, new_notes=0) == ("▼ down since 2026-10-21",)


def test_new_tests_without_a_clear_movement_confirm():
    assert moved(moved=0.02, new_notes=2) == ("● confirmed, 2 tests since 2026-10-21",)


def test_without_news_it_says_so():
    assert moved(moved=0.0, new_notes=0) == ("No new tests since 2026-10-21",)


def test_without_a_comparison_nothing_is_said_of_movement():
    assert movement_phrases(a_standing(), None) == ()
    assert movement_phrases(a_standing(movement=a_movement()), None) == ()


def test_a_narrowed_range_is_news_of_its_own():
    assert moved(moved=0.02, new_notes=2, narrowed=0.3)[1:] == (
        "range narrowed by a third",
    )


@pytest.mark.parametrize(
    ("share", "fraction"),
    [(0.1, "a tenth"), (0.26, "a quarter"), (0.48, "half"), (0.7, "two thirds")],
)
def test_narrowing_is_said_in_plain_fractions(share, fraction):
    assert narrowed_words(share) == f"range narrowed by {fraction}"


@given(st.floats(-10, 14))
def test_every_position_has_a_place_in_words(position):
    assert place(position).split(", ")[1] in {
        "lower third",
        "middle third",
        "upper third",
    }


def test_a_range_names_the_stages_it_touches():
    assert likely_range(0.9, 3.1) == "Early to Mature"


def test_chances_are_said_in_tenths_the_likeliest_first():
    assert stage_chances(a_position(1.8, 0.3)) == "Growing 7 in 10, Maturing 3 in 10"


def test_a_chance_close_to_one_is_as_good_as_certain():
    assert stage_chances(a_position(1.5, 0.2)) == "Growing, as good as certain"


def test_what_changed_since_an_edition_names_it():
    since = Since(date(2026, 10, 21), edition=3)
    said = movement_phrases(a_standing(moved=0.3), since)
    assert said == ("▲ up, 4 tests since edition 3",)
    assert movement_phrases(a_standing(moved=0.3), Since(since.on)) == (
        "▲ up, 4 tests since 2026-10-21",
    )


def test_between_two_editions_tests_alone_confirm_nothing():
    since = Since(date(2026, 10, 21), edition=3, is_between_editions=True)
    said = movement_phrases(a_standing(moved=0.02), since)
    assert said == ("No clear change, 4 tests since edition 3",)
