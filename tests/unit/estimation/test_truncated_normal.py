import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import truncnorm

from themewatch.domain.stage import Stage
from themewatch.estimation.truncated import likely_range, stage_probabilities

means, sds = st.floats(-6, 10), st.floats(0.02, 20)


def reference(mean: float, sd: float):
    return truncnorm(-mean / sd, (4 - mean) / sd, loc=mean, scale=sd)


@given(means, sds)
def test_the_likely_range_is_the_middle_eight_in_ten_within_the_scale(mean, sd):
    low, high = likely_range(np.array([mean]), np.array([sd]))
    expected = reference(mean, sd).ppf([0.1, 0.9])
    assert [low[0], high[0]] == pytest.approx(expected, abs=1e-6)


@given(means, sds)
def test_stage_probabilities_are_those_within_the_scale(mean, sd):
    found = stage_probabilities(mean, sd)
    expected = np.diff(reference(mean, sd).cdf([0, 1, 2, 3, 4]))
    assert list(found) == list(Stage)
    assert list(found.values()) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("mean", [-40.0, 44.0, 1e4])
@pytest.mark.parametrize("sd", [0.01, 0.3, 10.0])
def test_a_mean_far_off_the_scale_still_has_a_range_and_a_stage(mean, sd):
    low, high = likely_range(np.array([mean]), np.array([sd]))
    assert 0 <= low[0] < high[0] <= 4 or sd == 0.01
    nearest = Stage.EARLY if mean < 0 else Stage.MATURE
    found = stage_probabilities(mean, sd)
    assert max(found, key=found.__getitem__) is nearest
    assert sum(found.values()) == pytest.approx(1)


@given(means, sds)
def test_both_ends_of_the_scale_are_alike(mean, sd):
    low, high = likely_range(np.array([mean]), np.array([sd]))
    other_low, other_high = likely_range(np.array([4 - mean]), np.array([sd]))
    assert [low[0], high[0]] == pytest.approx(
        [4 - other_high[0], 4 - other_low[0]], abs=1e-9
    )
