"""Read what was decided: in a review, and over all of them."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from themewatch.domain.person import Role
from themewatch.domain.review import Decision, Review, last_versions
from themewatch.services.rights import needs
from themewatch.storage import reviews
from themewatch.storage.engine import Session


@needs(Role.VIEWER)
def list_decisions(session: Session, review_id: str) -> list[Decision]:
    """Return what stands: each theme's last version, in the order of the review."""
    review = reviews.get_review(session, review_id)
    last = last_versions(reviews.list_decisions(session, review_id))
    return [last[theme] for theme in review.themes if theme in last]


@needs(Role.VIEWER)
def count_decided(session: Session) -> Mapping[str, int]:
    """Return of how many themes each review decided, by its id."""
    decided = {(d.review, d.theme) for d in reviews.list_decisions(session)}
    return Counter(review for review, _theme in decided)


@needs(Role.VIEWER)
def standing_decisions(
    session: Session, *, before: Review | None = None
) -> Mapping[str, Decision]:
    """Return what was decided last of each theme, over all reviews.

    `before` leaves out that review and those opened after it.
    """
    opened = {review.id: review.opened_at for review in reviews.list_reviews(session)}
    found = [
        decision
        for decision in reviews.list_decisions(session)
        if before is None or opened[decision.review] < before.opened_at
    ]
    return last_versions(sorted(found, key=lambda d: (opened[d.review], d.version)))


@needs(Role.VIEWER)
def decisions_due(session: Session, *, on: date) -> list[Decision]:
    """Return what stands and is to be looked at again by a day, the longest due first.

    Whatever is decided later of the same theme ends it.
    """
    standing = standing_decisions(session).values()
    return sorted(
        (decision for decision in standing if decision.revisit_on <= on),
        key=lambda decision: (decision.revisit_on, decision.theme),
    )
