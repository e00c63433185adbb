"""It is found out which vendors run ahead of tests, through all of the product."""

from statistics import fmean

import pytest

from benchmarks.vendors import BIASES, ITS_TESTED, RELEASES, THEMES_OF_ONE, found_in
from themewatch.domain.vendor import ENOUGH_CLAIMS

WORLDS = range(1000, 1012)  # others than those whose figures are told


@pytest.fixture(scope="module")
def found():
    return found_in(WORLDS)


def test_the_ranking_of_six_vendors_is_recovered(found):
    assert len(BIASES) == 6
    assert RELEASES * THEMES_OF_ONE == 30
    assert fmean(found.pearson) >= 0.93
    assert fmean(found.spearman) >= 0.93
    assert min(found.pearson) >= 0.8


def test_a_vendor_with_two_tested_claims_gets_no_verdict(found):
    assert {record.tested for record in found.newcomers} == {ITS_TESTED}
    assert ITS_TESTED < ENOUGH_CLAIMS
    assert not found.has_newcomer_verdict
