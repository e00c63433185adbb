from datetime import timedelta

import numpy as np
import pytest
from statsmodels.tsa.statespace.kalman_smoother import KalmanSmoother

from tests.unit.estimation.evidence import START, a_reading
from themewatch.estimation import EstimationSettings, estimate

WEEKS = 40
PLAIN = EstimationSettings(nu=None, effects=False)


def smoothed(values: np.ndarray, sds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A level with constant drift: mean and sd at each week, by statsmodels.

    `values` and `sds` are (readings a week, weeks), NaN where there is none.
    """
    s, years = PLAIN, 7 / 365.25
    model = KalmanSmoother(k_endog=len(values), k_states=2, k_posdef=1)
    model.bind(np.asfortranarray(values))
    model["design"] = np.column_stack([np.ones(len(values)), np.zeros(len(values))])
    model["obs_cov"] = np.stack(
        [np.diag(week**2) for week in np.nan_to_num(sds, nan=1.0).T], axis=-1
    )
    model["transition"] = np.array([[1.0, years], [0.0, 1.0]])
    model["selection"] = np.array([[1.0], [0.0]])
    model["state_cov"] = np.array([[s.volatility**2 * years]])
    start = np.diag([s.first_sd**2, s.drift_sd**2])
    model.initialize_known(np.array([s.first_mean, 0.0]), start)
    result = model.smooth()
    return result.smoothed_state[0], np.sqrt(result.smoothed_state_cov[0, 0])


@pytest.mark.parametrize("seed", range(5))
def test_without_weights_and_effects_it_is_a_kalman_smoother(seed):
    rng = np.random.default_rng(seed)
    values = rng.uniform(0, 4, (3, WEEKS))
    values[rng.random(values.shape) < 0.6] = np.nan
    values[0, 0], sds = 1.0, rng.choice([0.3, 0.4, 0.6, 0.8], values.shape)
    readings = [
        a_reading(
            f"{row}-{week}",
            on=START + timedelta(weeks=week),
            value=values[row, week],
            sd=sds[row, week],
        )
        for row, week in np.argwhere(~np.isnan(values)).tolist()
    ]
    as_of = START + timedelta(weeks=WEEKS - 1)
    path = estimate(readings, as_of=as_of, settings=PLAIN).path("longer-video")
    mean, sd = smoothed(values, sds)
    assert path["mean"].to_numpy() == pytest.approx(mean, abs=1e-6)
    assert path["sd"].to_numpy() == pytest.approx(sd, abs=1e-6)
