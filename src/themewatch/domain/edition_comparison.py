"""Two editions held against each other: what moved, how sure, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from themewatch.domain.edition import Edition, FrozenTheme, Ground, Piece
from themewatch.domain.review import DecisionKind
from themewatch.domain.stage import CLEAR_AT, LEAST_MOVEMENT, Stage


class Change(StrEnum):
    """What became of a theme between two editions."""

    UP = "up"
    DOWN = "down"
    CONFIRMED = "confirmed"
    NOT_REVIEWED = "not-reviewed"


@dataclass(frozen=True, slots=True)
class Why:
    """The evidence that came between two editions, what moves ● most first.

    `gone` was taken back meanwhile, or is older than what a day may be asked for;
    `corrected` says what it says now.
    """

    new: tuple[Piece, ...] = ()
    corrected: tuple[Piece, ...] = ()
    gone: tuple[Piece, ...] = ()

    @property
    def has_any(self) -> bool:
        return bool(self.new or self.corrected or self.gone)


@dataclass(frozen=True, slots=True)
class ThemeComparison:
    """A theme in two editions.

    `amount` is between the places published, `sd` its doubt. `narrowed` is the share
    by which the doubt of ● shrank, negative where it grew. `is_decided` says that
    the later place is the team's own word, and not the estimate.
    """

    earlier: FrozenTheme
    later: FrozenTheme
    change: Change
    is_reviewed: bool
    amount: float
    sd: float
    narrowed: float
    why: Why
    is_decided: bool = False

    @property
    def has_moved(self) -> bool:
        return self.change in (Change.UP, Change.DOWN)

    @property
    def is_as_before(self) -> bool:
        """Say whether it neither moved nor has evidence that came between."""
        return not (self.has_moved or self.why.has_any)

    @property
    def stages(self) -> int:
        """How many stages it went up, or down below 0; 0 within one."""
        return Stage.at(self.later.published) - Stage.at(self.earlier.published)


@dataclass(frozen=True, slots=True)
class EditionComparison:
    """Every theme that two editions have in common, in the lesson's order."""

    earlier: Edition
    later: Edition
    themes: tuple[ThemeComparison, ...]
    has_same_settings: bool

    def of(self, *changes: Change) -> tuple[ThemeComparison, ...]:
        """Return the themes of which that became."""
        return tuple(theme for theme in self.themes if theme.change in changes)

    @property
    def moved_first(self) -> tuple[ThemeComparison, ...]:
        """Return what moved, then what new evidence came on, then all others."""
        return tuple(
            sorted(self.themes, key=lambda t: (not t.has_moved, t.is_as_before))
        )


def compare_editions(
    one: tuple[Edition, Ground], other: tuple[Edition, Ground]
) -> EditionComparison:
    """Hold two editions against each other, from their frozen figures alone.

    Whichever is given first, the later one is held against the earlier. A move is
    clear when it is at least 0.10 and more than 1.28 times its doubt: of neighbours
    that of the change itself, as it was published; of others that of both together,
    which is rather too wide than too narrow. A place the team decided on is no
    estimate: there a move is clear when it is at least 0.10.
    """
    pair = sorted((one, other), key=lambda given: given[0].number)
    (earlier, was), (later, now) = pair
    found = {theme.slug: theme for theme in earlier.themes}
    return EditionComparison(
        earlier=earlier,
        later=later,
        themes=tuple(
            _compared(found[theme.slug], theme, (earlier, later), (was, now))
            for theme in later.themes
            if theme.slug in found
        ),
        has_same_settings=earlier.settings == later.settings,
    )


def _compared(
    was: FrozenTheme,
    now: FrozenTheme,
    editions: tuple[Edition, Edition],
    grounds: tuple[Ground, Ground],
) -> ThemeComparison:
    amount, sd = now.published - was.published, _doubt(was, now, *editions)
    is_reviewed = editions[1].decision(now.slug) is not None
    return ThemeComparison(
        earlier=was,
        later=now,
        change=_change(amount, sd, is_reviewed=is_reviewed),
        is_reviewed=is_reviewed,
        amount=amount,
        sd=sd,
        narrowed=1 - now.position.sd / was.position.sd,
        is_decided=_is_decided(editions[1], now),
        why=_why(grounds[0].of(now.slug), grounds[1].of(now.slug)),
    )


def _doubt(
    was: FrozenTheme, now: FrozenTheme, earlier: Edition, later: Edition
) -> float:
    if _is_decided(earlier, was) or _is_decided(later, now):
        return 0.0
    if later.before == earlier.number and now.movement is not None:
        return now.movement.sd
    return hypot(was.position.sd, now.position.sd)


def _is_decided(edition: Edition, theme: FrozenTheme) -> bool:
    """Say whether the team placed a theme by its own word, or left it where it was."""
    decision = edition.decision(theme.slug)
    return decision is not None and decision.kind is not DecisionKind.ESTIMATE


def _change(amount: float, sd: float, *, is_reviewed: bool) -> Change:
    if abs(amount) >= LEAST_MOVEMENT and abs(amount) > CLEAR_AT * sd:
        return Change.UP if amount > 0 else Change.DOWN
    return Change.CONFIRMED if is_reviewed else Change.NOT_REVIEWED


def _why(was: tuple[Piece, ...], now: tuple[Piece, ...]) -> Why:
    before, after = _by_root(was), _by_root(now)
    return Why(
        new=tuple(p for p in now if p.root not in before),
        corrected=tuple(
            p for p in now if p.root in before and before[p.root].id != p.id
        ),
        gone=tuple(p for p in was if p.root not in after),
    )


def _by_root(pieces: tuple[Piece, ...]) -> Mapping[str, Piece]:
    return {piece.root: piece for piece in pieces}
