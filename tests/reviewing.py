"""Reviews, votes and decisions, valid by default; one keyword varies one field."""

from datetime import date, timedelta
from typing import Any

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER, VIEWER
from themewatch.domain.person import Actor, Role
from themewatch.domain.review import Ballot, Decision, DecisionKind, Review, Use
from themewatch.domain.view import Confidence

THEME, OTHER = "consistency", "longer-video"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ANN = Actor(CONTRIBUTOR, Role.CONTRIBUTOR)
BEN = Actor(REVIEWER, Role.REVIEWER)
CLEO = Actor(VIEWER, Role.VIEWER)


def a_review(**changes: Any) -> Review:
    """Return a review of September, in which two may vote for a week."""
    fields = {
        "id": "review-1",
        "title": "September",
        "starts_on": date(2026, 9, 1),
        "ends_on": date(2026, 9, 30),
        "themes": (THEME, OTHER),
        "people": (CONTRIBUTOR, REVIEWER),
        "until": NOW + 7 * DAY,
        "opened_by": REVIEWER,
        "opened_at": NOW,
    }
    return Review(**fields | changes)


def a_ballot(**changes: Any) -> Ballot:
    fields = {
        "review": "review-1",
        "theme": THEME,
        "number": 1,
        "person": CONTRIBUTOR,
        "position": 1.5,
        "confidence": Confidence.FAIR,
        "reason": "Two faces drift apart.",
        "cast_at": NOW,
    }
    return Ballot(**fields | changes)


def a_decision(**changes: Any) -> Decision:
    """Return a decision as somebody proposes it who has seen none before."""
    fields = {
        "review": "review-1",
        "theme": THEME,
        "version": 0,
        "decided_by": REVIEWER,
        "decided_at": NOW,
        "kind": DecisionKind.PLACE,
        "position": 1.5,
        "reason": "Two of three clips hold.",
        "use": Use.TRY,
        "owner": CONTRIBUTOR,
        "revisit_on": NOW.date() + 30 * DAY,
        "estimated": 1.4,
    }
    return Decision(**fields | changes)
