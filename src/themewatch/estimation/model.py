"""From readings to an estimate."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd
from numpy.linalg import LinAlgError

from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.estimation.estimate import Estimate
from themewatch.estimation.field import Field
from themewatch.estimation.fit import fit
from themewatch.estimation.knots import Knots, day_number
from themewatch.estimation.reading import Reading, checked
from themewatch.estimation.rows import day_numbers, rows_of
from themewatch.estimation.settings import DEFAULTS, EstimationSettings


def estimate(
    readings: Iterable[Reading] | pd.DataFrame,
    *,
    as_of: date,
    horizon: date | None = None,
    themes: Sequence[str] | None = None,
    settings: EstimationSettings = DEFAULTS,
) -> Estimate:
    """Estimate where themes stand on a day, from readings up to that day.

    Args:
        readings: In any order; as a frame, with the fields of `Reading` as
            columns (quickest with `on` as datetime64).
        as_of: The day; later readings are checked, then left out.
        horizon: How far ahead `Estimate.path` reaches; None for `as_of`.
        themes: Their slugs; None for the seven.
        settings: The model's constants.

    Raises:
        InputError: If a reading cannot stand, naming its id; if the horizon lies
            before `as_of`; or if values or doubts are too far apart to be summed.

    >>> day = date(2026, 5, 4)
    >>> note = Reading("n1", "longer-video", day, value=2.5, sd=0.4)
    >>> now = estimate([note], as_of=day)
    >>> round(now.positions["longer-video"].mean, 2)
    2.5
    """
    slugs = SLUGS if themes is None else tuple(dict.fromkeys(themes))
    today = day_number(as_of)
    until = today if horizon is None else day_number(horizon)
    if until < today:
        raise InputError(f"The horizon {horizon} lies before {as_of}; choose a later.")
    frame = checked(readings, slugs)
    days = day_numbers(frame["on"])
    frame, days = frame[days <= today], days[days <= today]
    earliest = int(days.min(initial=today))
    knots = Knots.lay(earliest, today, until, settings.knot_days)
    rows = rows_of(frame, pd.Index(slugs), knots, effects=settings.effects)
    field = Field(len(slugs), knots, len(rows.people), len(rows.tools), settings)
    try:
        return Estimate(fit(field, rows), slugs, as_of)
    except LinAlgError as error:
        raise InputError(
            "These readings cannot be weighed together: correct the one whose value "
            "lies far off the scale or whose sd is far below the others'."
        ) from error
