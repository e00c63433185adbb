"""What a review decided, as an edition keeps it."""

from themewatch.domain.review import Decision
from themewatch.domain.theme import SLUGS
from themewatch.storage import reviews
from themewatch.storage.engine import Session


def decided_in(session: Session, review: str | None) -> tuple[Decision, ...]:
    """Return the decisions that stand in a review, in the lesson's order.

    The latest of each theme stands; without a review nothing was decided.
    """
    if review is None:
        return ()
    standing = {d.theme: d for d in reviews.list_decisions(session, review)}
    return tuple(sorted(standing.values(), key=_lesson_order))


def title_of(session: Session, review: str | None) -> str:
    """Return what a review is called; raises NotFoundError."""
    return "" if review is None else reviews.get_review(session, review).title


def _lesson_order(decision: Decision) -> int:
    return SLUGS.index(decision.theme)
