"""Reviews opened elsewhere, and somebody who looks at them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.app.visitor import Visitor
from tests.factories import NOW, a_note, a_view
from tests.reviewing import BEN, OTHER, a_ballot, a_review
from themewatch.domain.person import Actor, Role
from themewatch.domain.review import Review
from themewatch.domain.view import Confidence
from themewatch.services.house import House
from themewatch.services.log import log_records
from themewatch.services.review_votes import cast_vote
from themewatch.services.reviews import list_reviews, open_review

EVE = "Eve"
Opened = Callable[..., Review]


def open_elsewhere(house: House, **changes: Any) -> Review:
    """Open a review past the app, with a test and a view of one of its themes."""
    records = (
        a_note(
            theme=OTHER,
            tested_on=date(2026, 9, 12),
            recorded_at=NOW,
            observed="Drifts *after* ten seconds.",
        ),
        a_view(theme=OTHER, on=date(2026, 9, 20), recorded_at=NOW, person=EVE),
    )
    with house.writing() as db:
        log_records(db, records)
    with house.acting(BEN).writing() as db:
        return open_review(db, a_review(**changes), now=NOW)


def vote(house: House, person: str, **changes: Any) -> None:
    with house.acting(Actor(person, Role.CONTRIBUTOR)).writing() as db:
        cast_vote(db, a_ballot(**{"theme": OTHER} | changes), now=NOW)


def look(**query: str) -> Visitor:
    visitor = Visitor().open("review", **query)
    assert visitor.title == "Review"
    return visitor


def on_theme(theme: str = OTHER) -> Visitor:
    return look(review="review-1", theme=theme)


def send(visitor: Visitor) -> Visitor:
    """Send the vote that is begun, fairly sure of it."""
    return visitor.put("How sure are you?", Confidence.FAIR).press("Send my vote")


def reviews(house: House) -> list[Review]:
    with house.reading() as db:
        return list_reviews(db)
