"""Figures rounded so that those shown add up in plain sight."""

from collections.abc import Sequence
from math import floor

HUNDREDTHS = 100


def rounded_to_sum(amounts: Sequence[float], total: float) -> list[float]:
    """Round amounts to hundredths that add up to a total, rounded already.

    All are rounded down, and the hundredths still missing go to those that lost
    most by it. So each lies within a hundredth of what it is, as long as the total
    lies within one of their sum; what is 0 stays 0 if it can.

    >>> rounded_to_sum([0.104, 0.104, 0.104, 0.0], 0.31)
    [0.11, 0.1, 0.1, 0.0]
    """
    if not amounts:
        return []
    scaled = [HUNDREDTHS * amount for amount in amounts]
    down = [floor(amount) for amount in scaled]
    missing = round(HUNDREDTHS * total) - sum(down)
    each, some = divmod(missing, len(down))
    lost = sorted(range(len(down)), key=lambda i: down[i] - scaled[i])
    for index in lost[:some]:
        down[index] += 1
    return [(amount + each) / HUNDREDTHS for amount in down]
