"""What moved a theme between two days, piece by piece, adding up in plain sight."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from themewatch.domain.attribution import Attribution, Effect
from themewatch.domain.note import Note
from themewatch.domain.view import View


@dataclass(frozen=True, slots=True)
class Change:
    """How much one test or view moved a theme: its effect now less its effect then.

    A new one had none then. An older one has another effect as others join it, and
    as time passes.
    """

    record: Note | View
    amount: float
    is_new: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A movement as the sum of its parts.

    `changes` are of the theme's own tests and views, the largest first; `start` is
    how the share of the course's map changed, and of what was open before it;
    `elsewhere` what tests of other themes by the same people and on the same tools
    changed. `before + start + changes + elsewhere` is `after`.
    `was_tested` says whether anybody had tested the theme by the earlier day,
    `was_known` whether anything was known of it, were it the course's map alone.
    """

    since: date
    until: date
    before: float
    after: float
    changes: tuple[Change, ...]
    start: float
    elsewhere: float
    was_tested: bool
    was_known: bool

    @property
    def amount(self) -> float:
        return self.start + self.elsewhere + sum(c.amount for c in self.changes)


def changes_between(
    then: Attribution, now: Attribution, records: Mapping[str, Note | View]
) -> tuple[Change, ...]:
    """Return how the effect of each piece of evidence changed, the largest first.

    Both are of what is known now, so that what was taken back is in neither.
    """
    before = _effects(then)
    found = (
        Change(
            record=records[effect.evidence],
            amount=effect.amount - before.get(effect.evidence, 0.0),
            is_new=effect.evidence not in before,
        )
        for effect in _pieces(now)
    )
    return tuple(sorted(found, key=lambda c: (-abs(c.amount), c.record.id)))


def _effects(attribution: Attribution) -> dict[str, float]:
    return {effect.evidence: effect.amount for effect in _pieces(attribution)}


def _pieces(attribution: Attribution) -> Iterable[Effect]:
    return (*attribution.notes, *attribution.views)
