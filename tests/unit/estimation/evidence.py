"""Readings for the estimator's tests."""

from datetime import date, timedelta

import numpy as np

from themewatch.estimation import Reading

START = date(2026, 2, 1)
TODAY = date(2026, 8, 20)
THEMES = ("consistency", "longer-video", "lower-cost")


def a_reading(
    reading_id: str = "note-1",
    *,
    theme: str = "longer-video",
    on: date = START,
    value: float = 2.5,
    sd: float = 0.6,
    person: str | None = None,
    tool: str | None = None,
) -> Reading:
    return Reading(reading_id, theme, on, value, sd, person, tool)


def some_readings(seed: int = 1, count: int = 60) -> list[Reading]:
    """Readings of three themes between START and TODAY; some without person or tool."""
    rng = np.random.default_rng(seed)
    days = (TODAY - START).days
    return [
        a_reading(
            f"note-{number}",
            theme=str(rng.choice(THEMES)),
            on=START + timedelta(days=int(rng.integers(0, days + 1))),
            value=float(rng.uniform(0, 4)),
            sd=float(rng.choice([0.3, 0.4, 0.6, 0.8])),
            person=rng.choice(["Ann", "Bob", "Cem", None]),
            tool=rng.choice(["Kling", "Veo", None]),
        )
        for number in range(count)
    ]
