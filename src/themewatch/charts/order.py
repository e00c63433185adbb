"""In which order the lanes stand: decided on standings alone."""

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from themewatch.domain.standing import ThemeStanding

Order = Literal["lesson", "position", "movement", "gap", "doubt"]
ORDERS: tuple[Order, ...] = get_args(Order)


def ordered(
    standings: Sequence[ThemeStanding], order: Order
) -> tuple[ThemeStanding, ...]:
    """Return the standings with what is asked for first; ties keep the lesson's order.

    `position`: furthest; `movement`: clear ones first, then the largest; `gap`:
    claims furthest ahead of tests, unknown gaps last; `doubt`: the least sure.
    """
    if order == "lesson":
        return tuple(standings)
    return tuple(sorted(standings, key=_FIRST[order], reverse=True))


def _movement(standing: ThemeStanding) -> tuple[bool, float]:
    movement = standing.movement
    return (movement.is_clear, abs(movement.amount)) if movement else (False, 0.0)


def _gap(standing: ThemeStanding) -> tuple[bool, float]:
    gap = standing.gap
    return (gap is not None, gap or 0.0)


_FIRST: dict[Order, Callable[[ThemeStanding], tuple[bool, float]]] = {
    "position": lambda standing: (True, standing.position.mean),
    "movement": _movement,
    "gap": _gap,
    "doubt": lambda standing: (True, standing.position.sd),
}
