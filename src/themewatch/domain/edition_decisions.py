"""What a team decided, in the order it is read: what is new leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from themewatch.domain.review import Decision, DecisionKind, Use

ORDER = (DecisionKind.PLACE, DecisionKind.ESTIMATE, DecisionKind.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Themes left as they are, with one use, one who sees to them, and one day."""

    use: Use
    owner: str
    revisit_on: date
    themes: tuple[str, ...]


def is_confirming(decision: Decision) -> bool:
    """Say whether it only leaves things as they were; a reason makes it more."""
    is_unchanged = decision.kind is DecisionKind.UNCHANGED
    return is_unchanged and not decision.reason.strip()


def decided_anew(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return what says something new: places of the team's own, then estimates."""
    anew = (decision for decision in decisions if not is_confirming(decision))
    return tuple(sorted(anew, key=lambda decision: ORDER.index(decision.kind)))


def confirmed_together(decisions: Iterable[Decision]) -> tuple[Confirmed, ...]:
    """Gather what only confirms, the uses in their order, the themes in theirs."""
    found: dict[tuple[Use, str, date], list[str]] = {}
    for decision in filter(is_confirming, decisions):
        key = (decision.use, decision.owner, decision.revisit_on)
        found.setdefault(key, []).append(decision.theme)
    uses = list(Use)
    gathered = (Confirmed(*key, tuple(themes)) for key, themes in found.items())
    return tuple(sorted(gathered, key=lambda together: uses.index(together.use)))
