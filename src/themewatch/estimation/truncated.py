"""The normal distribution cut to the scale, also where its mean lies far outside.

Everything is worked out in logarithms with the scale in the normal's left tail,
where they keep their digits; a mean in the lower half is mirrored to get there.
"""

import numpy as np
from scipy.special import log_ndtr, ndtri_exp

from themewatch.domain.stage import SCALE_END, Stage
from themewatch.estimation.knots import Floats

TAIL = 0.1  # left out on either side of a range of 8 in 10


def likely_range(mean: Floats, sd: Floats) -> tuple[Floats, Floats]:
    """Return where the middle 80 % lie, within the scale.

    >>> low, high = likely_range(np.array([2.0, 9.0]), np.array([0.1, 0.5]))
    >>> low.round(2).tolist(), high.round(2).tolist()
    ([1.87, 3.89], [2.13, 3.99])
    """
    is_low = mean < SCALE_END / 2
    upper = np.where(is_low, SCALE_END - mean, mean)
    first, last = _quantile(TAIL, upper, sd), _quantile(1 - TAIL, upper, sd)
    low = np.where(is_low, SCALE_END - last, first)
    return low, np.where(is_low, SCALE_END - first, last)


def stage_probabilities(mean: float, sd: float) -> dict[Stage, float]:
    """Return how probable each stage is; they sum to 1.

    >>> {s.slug: round(p, 2) for s, p in stage_probabilities(2.0, 0.5).items()}
    {'early': 0.02, 'growing': 0.48, 'maturing': 0.48, 'mature': 0.02}
    """
    is_low = mean < SCALE_END / 2
    upper = SCALE_END - mean if is_low else mean
    edges = np.append([float(stage) for stage in Stage], SCALE_END)
    log_below = log_ndtr((edges - upper) / sd)
    shares = np.diff(np.exp(log_below - log_below[-1]))
    shares = (shares[::-1] if is_low else shares) / shares.sum()
    return dict(zip(Stage, shares.tolist(), strict=True))


def _quantile(share: float, mean: Floats, sd: Floats) -> Floats:
    below, within = log_ndtr(-mean / sd), log_ndtr((SCALE_END - mean) / sd)
    log_share = np.logaddexp(np.log1p(-share) + below, np.log(share) + within)
    quantile: Floats = np.clip(mean + sd * ndtri_exp(log_share), 0.0, SCALE_END)
    return quantile
