"""Made-up worlds drawn from what the model itself believes.

Themes wander with a drift, people and tools stand above or below them, and notes are
off by their doubt, all as the model's constants say. Whatever an estimate gets wrong
here on the whole is an error of ours and not of the world.
"""

from datetime import timedelta

import numpy as np
import pandas as pd

from benchmarks.worlds import FIRST_DAY, Floats, World
from themewatch.domain.theme import SLUGS
from themewatch.estimation import EstimationSettings

WEEKS, WEEKS_AHEAD = 52, 52  # of notes, and of truth after them
NOTES, PEOPLE, TOOLS = 80, 8, 12
TODAY = FIRST_DAY + timedelta(weeks=WEEKS)
BASELINE_SD = 0.3


def fair_world(seed: int, settings: EstimationSettings) -> World:
    """Draw a year of notes, and where the themes stand in two."""
    rng = np.random.default_rng(seed)
    truth = _paths(rng, settings)
    readings = pd.concat(
        [_baseline(rng, settings, truth), _notes(rng, settings, truth)],
        ignore_index=True,
    )
    readings["on"] = pd.Timestamp(FIRST_DAY) + pd.to_timedelta(
        readings["day"], unit="D"
    )
    readings["theme"] = np.array(SLUGS)[readings["lane"]]
    readings["id"] = [f"note-{number}" for number in range(len(readings))]
    return World(readings, truth)


def _paths(rng: np.random.Generator, s: EstimationSettings) -> Floats:
    """Draw weekly steps, straight in between, as (theme, day)."""
    weeks, years = WEEKS + WEEKS_AHEAD, 7 / 365.25
    first = rng.normal(s.first_mean, s.first_sd, (len(SLUGS), 1))
    drift = rng.normal(0, s.drift_sd, (len(SLUGS), 1))
    steps = rng.normal(drift * years, s.volatility * years**0.5, (len(SLUGS), weeks))
    knots = np.hstack([first, first + np.cumsum(steps, axis=1)])
    days = np.arange(7 * weeks + 1) / 7
    return np.array([np.interp(days, range(weeks + 1), path) for path in knots])


def _baseline(
    rng: np.random.Generator, s: EstimationSettings, truth: Floats
) -> pd.DataFrame:
    value = truth[:, 0] + _noise(rng, s, len(SLUGS)) * BASELINE_SD
    lanes = range(len(SLUGS))
    return pd.DataFrame({"lane": lanes, "day": 0, "value": value, "sd": BASELINE_SD})


def _notes(
    rng: np.random.Generator, s: EstimationSettings, truth: Floats
) -> pd.DataFrame:
    lane, day = (
        rng.integers(len(SLUGS), size=NOTES),
        rng.integers(7 * WEEKS + 1, size=NOTES),
    )
    person, tool = rng.integers(PEOPLE, size=NOTES), rng.integers(TOOLS, size=NOTES)
    sd = rng.choice([0.4, 0.6, 0.8], NOTES)
    value = truth[lane, day] + _noise(rng, s, NOTES) * sd
    value += (_noise(rng, s, PEOPLE) * s.person_sd)[person]
    value += (_noise(rng, s, TOOLS) * s.tool_sd)[tool]
    return pd.DataFrame(
        {
            "lane": lane,
            "day": day,
            "value": value,
            "sd": sd,
            "person": [f"person-{number}" for number in person],
            "tool": [f"tool-{number}" for number in tool],
        }
    )


def _noise(rng: np.random.Generator, s: EstimationSettings, size: int) -> Floats:
    return rng.normal(size=size) if s.nu is None else rng.standard_t(s.nu, size)
