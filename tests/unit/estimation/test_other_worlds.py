import pytest

from benchmarks.worlds import Score, score


@pytest.fixture(scope="module")
def pooled() -> Score:
    return score(range(48))


def test_in_other_worlds_it_errs_less_than_the_best_simpler_estimator(pooled):
    assert pooled.ratio <= 0.95


def test_in_other_worlds_its_range_of_nine_in_ten_is_honest(pooled):
    assert 0.82 <= pooled.covered_90 <= 0.95
