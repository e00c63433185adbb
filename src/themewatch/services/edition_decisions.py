"""What a review decided, as an edition keeps it."""

from themewatch.domain.edition import Decided
from themewatch.domain.review import Decision
from themewatch.domain.theme import SLUGS
from themewatch.storage import reviews
from themewatch.storage.engine import Session


def decided_in(session: Session, review: str | None) -> tuple[Decided, ...]:
    """Return the decisions that stand in a review, in the lesson's order.

    The latest of each theme stands; without a review nothing was decided.
    """
    if review is None:
        return ()
    standing = {d.theme: d for d in reviews.list_decisions(session, review)}
    return tuple(map(_kept, sorted(standing.values(), key=_lesson_order)))


def title_of(session: Session, review: str | None) -> str:
    """Return what a review is called; raises NotFoundError."""
    return "" if review is None else reviews.get_review(session, review).title


def _kept(decision: Decision) -> Decided:
    return Decided(
        theme=decision.theme,
        kind=decision.kind,
        reason=decision.reason,
        use=decision.use,
        owner=decision.owner,
        decided_by=decision.decided_by,
        revisit_on=decision.revisit_on,
        position=decision.position,
    )


def _lesson_order(decision: Decision) -> int:
    return SLUGS.index(decision.theme)
