"""The map of an edition, drawn against another one than the last before it."""

from dataclasses import replace
from math import hypot

from themewatch.domain.edition import PieceKind
from themewatch.domain.edition_comparison import EditionComparison, ThemeComparison
from themewatch.domain.stage import CLEAR_AT, LEAST_MOVEMENT, Movement
from themewatch.domain.standing import MaturityMap, ThemeStanding


def map_between(found: EditionComparison) -> MaturityMap:
    """Return the later map with ○ where the earlier one had ●.

    Of neighbours the figures are those of the map as it was published.
    """
    earlier, later = found.earlier, found.later
    drawn = replace(later.maturity_map, is_between_editions=True)
    if later.before == earlier.number:
        return drawn
    return replace(
        drawn,
        compared_with=earlier.as_of,
        since_edition=earlier.number,
        themes=tuple(map(_standing, found.themes)),
    )


def _standing(theme: ThemeComparison) -> ThemeStanding:
    kinds = [piece.kind for piece in theme.why.new]
    return replace(
        theme.later.standing,
        before=theme.earlier.position.position,
        movement=_movement(theme),
        new_notes=kinds.count(PieceKind.NOTE),
        new_views=kinds.count(PieceKind.VIEW),
    )


def _movement(theme: ThemeComparison) -> Movement:
    """Return how ● changed; its doubt is that of both together."""
    was, now = theme.earlier.position, theme.later.position
    amount, sd = now.mean - was.mean, hypot(was.sd, now.sd)
    is_clear = abs(amount) >= LEAST_MOVEMENT and abs(amount) > CLEAR_AT * sd
    return Movement(amount, sd, is_clear, theme.narrowed)
