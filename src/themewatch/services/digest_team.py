"""Gather what some days brought a team: for a digest."""

from datetime import datetime

from themewatch.domain.digest import Span
from themewatch.domain.digest_team import OpenReview, TeamNews, open_review
from themewatch.domain.person import Role
from themewatch.domain.review import Review
from themewatch.services.editions import list_heads
from themewatch.services.review_decided import decisions_due
from themewatch.services.rights import needs
from themewatch.storage import reviews
from themewatch.storage.engine import Session


@needs(Role.VIEWER)
def gather_team_news(session: Session, span: Span, *, now: datetime) -> TeamNews:
    """Return the editions of the days, and what waits for the team now."""
    due = decisions_due(session, on=span.until)
    revisit = tuple(d for d in due if span.holds(d.revisit_on))
    return TeamNews(
        editions=tuple(
            head for head in list_heads(session) if span.holds(head.published_at.date())
        ),
        reviews=tuple(
            _opened(session, review, now)
            for review in reviews.list_reviews(session)
            if not review.is_closed
        ),
        revisit=revisit,
        overdue=len(due) - len(revisit),
    )


def _opened(session: Session, review: Review, now: datetime) -> OpenReview:
    later = reviews.list_rounds(session, review.id)
    cast = reviews.list_ballots(session, review.id)
    decided = {d.theme for d in reviews.list_decisions(session, review.id)}
    return open_review(review, later, cast, now, decided=decided)
