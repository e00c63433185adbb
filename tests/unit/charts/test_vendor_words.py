"""How far claims ran ahead of tests, in words."""

import pytest

from themewatch.charts.vendor_words import (
    how_it_is_told,
    lead_range,
    lead_words,
    share_tested,
    verdict_words,
)
from themewatch.domain.vendor import Lead, VendorRecord, VendorWeights


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        (-2.0, "behind what tests show"),
        (-0.21, "behind what tests show"),
        (-0.2, "level with tests"),
        (0.0, "level with tests"),
        (0.19, "level with tests"),
        (0.2, "about a third of a stage ahead of tests"),
        (0.41, "about a third of a stage ahead of tests"),
        (0.42, "about half a stage ahead of tests"),
        (0.74, "about half a stage ahead of tests"),
        (0.75, "about a stage ahead of tests"),
        (1.24, "about a stage ahead of tests"),
        (1.25, "about a stage and a half ahead of tests"),
        (1.75, "about two stages ahead of tests"),
        (2.25, "more than two stages ahead of tests"),
        (3.4, "more than two stages ahead of tests"),
    ],
)
def test_a_lead_is_said_in_stages(lead, words):
    assert lead_words(lead) == words


def a_record(tested, claims=9, lead=0.5):
    return VendorRecord("Acme", claims, tested, Lead(lead, 0.2))


def test_a_verdict_is_the_lead_and_under_five_there_is_none():
    assert verdict_words(a_record(5)) == "about half a stage ahead of tests"
    assert verdict_words(a_record(4)) == "too few to say (4 tested)"
    assert verdict_words(a_record(0)) == "too few to say (none tested)"


def test_tested_claims_are_counted_among_all():
    assert share_tested(a_record(2)) == "2 of 9 claims tested"
    assert share_tested(a_record(1, claims=1)) == "1 of 1 claim tested"


def test_the_likely_range_is_told_in_stages_with_its_signs():
    assert lead_range(Lead(0.5, 0.5)) == ("likely range (8 in 10): −0.1 to +1.1 stages")
    assert lead_range(Lead(0.0, 0.01)) == "likely range (8 in 10): 0 to 0 stages"


def test_what_it_rests_on_names_what_is_expected_of_any_vendor():
    said = how_it_is_told(VendorWeights(mean=0.3, sd=0.4, spread=0.5))
    assert "leniency taken off" in said
    assert "(about a third of a stage ahead of tests); under 5" in said
