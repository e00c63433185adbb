"""Simulation-based calibration (Talts et al. 2018): truths drawn from the model itself.

The rank of a truth among draws from what the estimator believes must be uniform.
"""

from datetime import timedelta

import numpy as np
import pytest
from scipy.stats import chisquare

from tests.unit.estimation.evidence import START, THEMES, a_reading
from themewatch.estimation import EstimationSettings, Reading, estimate

MODEL = EstimationSettings(nu=None)
WEEKS, READINGS, DRAWS, WORLDS = 26, 25, 99, 400
MIDDLE = 13
AS_OF = START + timedelta(weeks=WEEKS)


def one_world(rng: np.random.Generator, settings: EstimationSettings) -> list[int]:
    """Return the ranks of a position, a past one, a person's and a tool's effect."""
    paths, people, tools = drawn_truth(rng)
    readings = drawn_readings(rng, paths, people, tools)
    now = estimate(readings, as_of=AS_OF, themes=THEMES, settings=settings)
    path, effects = now.path(THEMES[1]), now.effects.set_index("name")
    here = now.positions[THEMES[0]]
    who, what = readings[0].person, readings[0].tool
    believed = [
        (paths[0, -1], here.mean, here.sd),
        (paths[1, MIDDLE], path["mean"][MIDDLE], path["sd"][MIDDLE]),
        (people[int(who[-1])], effects.loc[who, "mean"], effects.loc[who, "sd"]),
        (tools[int(what[-1])], effects.loc[what, "mean"], effects.loc[what, "sd"]),
    ]
    return [int(np.sum(rng.normal(m, s, DRAWS) < truth)) for truth, m, s in believed]


def drawn_truth(rng: np.random.Generator):
    s, years = MODEL, 7 / 365.25
    first = rng.normal(s.first_mean, s.first_sd, (3, 1))
    drift = rng.normal(0, s.drift_sd, (3, 1))
    steps = rng.normal(drift * years, s.volatility * years**0.5, (3, WEEKS))
    paths = np.hstack([first, first + np.cumsum(steps, axis=1)])
    return paths, rng.normal(0, s.person_sd, 4), rng.normal(0, s.tool_sd, 3)


def drawn_readings(rng, paths, people, tools) -> list[Reading]:
    day = np.append(0, rng.integers(0, 7 * WEEKS + 1, READINGS - 1))
    theme, person = rng.integers(3, size=READINGS), rng.integers(4, size=READINGS)
    tool, sd = rng.integers(3, size=READINGS), rng.choice([0.4, 0.8], READINGS)
    at = [
        np.interp(d / 7, range(WEEKS + 1), paths[t])
        for d, t in zip(day, theme, strict=True)
    ]
    value = rng.normal(np.array(at) + people[person] + tools[tool], sd)
    return [
        a_reading(
            f"note-{n}",
            theme=THEMES[theme[n]],
            on=START + timedelta(days=int(day[n])),
            value=value[n],
            sd=sd[n],
            person=f"person-{person[n]}",
            tool=f"tool-{tool[n]}",
        )
        for n in range(READINGS)
    ]


def probabilities_of_uniform_ranks(settings: EstimationSettings) -> list[float]:
    rng = np.random.default_rng(7)
    ranks = np.array([one_world(rng, settings) for _ in range(WORLDS)])
    bins = np.linspace(0, DRAWS + 1, 11)
    return [chisquare(np.histogram(r, bins)[0]).pvalue for r in ranks.T]


def test_ranks_of_truths_are_uniform():
    assert min(probabilities_of_uniform_ranks(MODEL)) > 0.01


@pytest.mark.parametrize(
    "wrong", [{"volatility": 2.0}, {"person_sd": 0.9}, {"tool_sd": 0.1}], ids=str
)
def test_a_model_that_believes_otherwise_would_be_found_out(wrong):
    settings = EstimationSettings(nu=None, **wrong)
    assert min(probabilities_of_uniform_ranks(settings)) < 1e-4
