"""How themes moved between two estimates, and whether that can be told from noise."""

from math import hypot

from themewatch.domain.stage import CLEAR_AT as CLEAR_AT
from themewatch.domain.stage import LEAST_MOVEMENT, Movement
from themewatch.errors import InputError
from themewatch.estimation.estimate import Estimate


def movement(now: Estimate, then: Estimate) -> dict[str, Movement]:
    """Return how each theme's position changed, each end from evidence of its time.

    It is clear when it is at least 0.10 and more than 1.28 times its doubt, which
    is that of `x(now) − x(then)` in the later estimate. Where nothing was known of
    a theme by then, or the later estimate begins after that day, the two ends are
    unrelated: the doubt is that of both together, so the move is never clear.

    Raises:
        InputError: If the earlier estimate is the later one.

    >>> from datetime import date
    >>> from themewatch.estimation import Reading, estimate
    >>> spring, autumn = date(2026, 3, 1), date(2026, 9, 1)
    >>> first = Reading("a", "lower-cost", spring, value=1.0, sd=0.3)
    >>> second = Reading("b", "lower-cost", autumn, value=2.0, sd=0.3)
    >>> then = estimate([first], as_of=spring)
    >>> found = movement(estimate([first, second], as_of=autumn), then)["lower-cost"]
    >>> round(found.amount, 2), round(found.sd, 2), found.is_clear
    (0.73, 0.28, True)
    """
    if then.as_of > now.as_of:
        raise InputError(f"{then.as_of} is after {now.as_of}; compare the other way.")
    return {theme: _moved(now, then, theme) for theme in now.themes}


def _moved(now: Estimate, then: Estimate, theme: str) -> Movement:
    here, there = now.positions[theme], then.positions[theme]
    amount, sd = here.mean - there.mean, _doubt(now, then, theme)
    return Movement(
        amount=amount,
        sd=sd,
        is_clear=abs(amount) >= LEAST_MOVEMENT and abs(amount) > CLEAR_AT * sd,
        narrowed=1 - here.sd / there.sd,
    )


def _doubt(now: Estimate, then: Estimate, theme: str) -> float:
    if then.as_of < now.first_day or not then.has_readings(theme):
        return hypot(now.positions[theme].sd, then.positions[theme].sd)
    return now.sd_of_change(theme, then.as_of)
