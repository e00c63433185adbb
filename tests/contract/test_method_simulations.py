"""What docs/method.md tells of simulations, as far as a short run of each can tell.

The constants are held exactly, the figures within what chance allows a short run.
"""

import re
from statistics import fmean

import pytest

from benchmarks import forecasts, next_tests, vendors
from tests.contract.method import section
from themewatch.charts.signed import MINUS
from themewatch.domain.next_test import NEARLY_AS_MUCH
from themewatch.domain.vendor import ENOUGH_CLAIMS
from themewatch.services.reference import vendor_weights

FORECASTS = " ".join(section("Are the forecasts any good?").split())
VENDORS = " ".join(section("Who runs ahead of tests?").split())
NEXT_TESTS = " ".join(section("Does it point at the right test?").split())
KINDS = forecasts.KINDS


def told(words: str, pattern: str) -> list[float]:
    """Return the numbers told in a passage; # stands for one, … for anything."""
    as_regex = re.escape(pattern).replace(r"\#", r"(\d+(?:\.\d+)?)").replace("…", ".*?")
    found = re.search(as_regex, words)
    assert found, f"{pattern!r} is not told"
    return [float(number) for number in found.groups()]


@pytest.fixture(scope="module")
def short_run() -> list[forecasts.Forecasts]:
    return [forecasts.forecasts(kind, range(40)) for kind in KINDS]


def test_how_many_forecasts_came_true_is_told(short_run):
    shares = [
        *told(FORECASTS, "at about 80 %, and # % of them came true"),
        *told(FORECASTS, "people added it was # % of"),
        *told(FORECASTS, "Of those said at about 80 %, # % came true"),
        *told(FORECASTS, "sudden changes it was # %"),
    ]
    for found, share in zip(short_run, shares, strict=True):
        assert 100 * found.said(*forecasts.SAID).share_true == pytest.approx(
            share, abs=5
        )


def test_the_scores_of_forecasts_are_told(short_run):
    scores = told(
        FORECASTS,
        "forecaster: # where … was #; with unusual notes # and #; "
        "where themes mostly rise # and #, with few testers # and #.",
    )
    pairs = zip(scores[::2], scores[1::2], strict=True)
    for found, pair in zip(short_run, pairs, strict=True):
        assert found.brier == pytest.approx(pair, abs=0.015)


def test_what_is_thought_of_vendors_beforehand_is_told():
    assert told(VENDORS, "of any vendor, # stages ahead") == [vendor_weights().mean]
    assert ENOUGH_CLAIMS == 5
    assert "Under five tested claims" in VENDORS


def test_how_vendors_were_found_out_is_told():
    biases = list(vendors.BIASES.values())
    assert len(biases) == 6
    least, most = f"{biases[0]:g}".replace("-", MINUS), f"{biases[-1]:g}"
    assert f"by {least} to {most} stages on the whole" in VENDORS
    assert vendors.RELEASES * vendors.THEMES_OF_ONE == 30
    assert f"In {vendors.WORLDS} such worlds" in VENDORS
    assert f"with {vendors.ITS_TESTED} tested claims never" in VENDORS
    found = vendors.found_in(range(20))
    pearson, perfect, worst = told(
        VENDORS, "by # (Pearson's correlation: # is perfect), at worst #"
    )
    assert (fmean(found.pearson), perfect) == pytest.approx((pearson, 1), abs=0.03)
    assert min(found.pearson) >= worst
    spearman, worst = told(VENDORS, "right by # (Spearman's), at worst #")
    assert fmean(found.spearman) == pytest.approx(spearman, abs=0.03)
    assert min(found.spearman) >= worst - 0.005
    true, shown = told(VENDORS, "ran ahead by # stages were found to by #.")
    assert (biases[-1], found.leads[:, -1].mean()) == pytest.approx(
        (true, shown), abs=0.1
    )


def test_what_the_list_leaves_of_the_doubt_is_told():
    assert NEARLY_AS_MUCH == 0.9
    assert "at least nine tenths of what the best one would" in NEXT_TESTS
    assert f"Then {next_tests.TESTS} careful tests follow" in NEXT_TESTS
    worlds, doubt, _error = told(
        NEXT_TESTS, "In # worlds the list left # of … and # of the error"
    )
    assert worlds == next_tests.WORLDS
    assert told(NEXT_TESTS, "In # worlds each") == [next_tests.OTHER_WORLDS]
    left = next_tests.compared(range(10), next_tests.UNEVEN)
    assert left.doubt == pytest.approx(doubt, abs=0.03)
    assert doubt <= next_tests.AT_MOST
