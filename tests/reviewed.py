"""A review that is under way: every state a theme can be in, in somebody's words."""

from datetime import datetime, timedelta

from tests.reviewing import a_ballot, a_decision, a_review
from themewatch.domain.person import Actor, Role
from themewatch.domain.review import Ballot, DecisionKind, Use
from themewatch.domain.theme import SLUGS
from themewatch.services.house import House
from themewatch.services.review_decisions import decide
from themewatch.services.review_votes import cast_vote, open_second_round
from themewatch.services.reviews import open_review

DECIDED, AGAIN, SHOWN, HIDDEN, NO_VOTES = SLUGS[:5]
"""Themes: decided twice; in a second round; its votes shown; hidden still; no vote."""
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def some_reviews(house: House, *, name: str, words: str, now: datetime) -> None:
    """Open a review in which `name` has something left to vote on, and to decide."""
    others = (f"{name} 1", f"{name} 2")
    with house.acting(Actor(name, Role.REVIEWER)).writing() as db:
        review = a_review(
            title=words,
            starts_on=(now - 30 * DAY).date(),
            ends_on=now.date(),
            themes=SLUGS,
            people=(name, *others),
            until=now + DAY,
        )
        open_review(db, review, now=now - 2 * HOUR)
    for person, place in zip((name, *others), (0.5, 1.5, 3.5), strict=True):
        for theme in (DECIDED, AGAIN, SHOWN):
            vote = a_ballot(theme=theme, person=person, position=place, reason=words)
            _cast(house, vote, now)
    hidden = a_ballot(theme=HIDDEN, person=others[0], position=2.5, reason=words)
    _cast(house, hidden, now)
    with house.acting(Actor(name, Role.REVIEWER)).writing() as db:
        open_second_round(db, "review-1", AGAIN, until=now + HOUR, now=now - HOUR)
        for version, kind in enumerate((DecisionKind.PLACE, DecisionKind.UNCHANGED)):
            decision = a_decision(
                theme=DECIDED,
                version=version,
                kind=kind,
                reason=words,
                owner=name,
                use=list(Use)[version],
                revisit_on=(now + 30 * DAY).date(),
            )
            decide(db, decision, now=now - HOUR)


def _cast(house: House, vote: Ballot, now: datetime) -> None:
    with house.acting(Actor(vote.person, Role.REVIEWER)).writing() as db:
        cast_vote(db, vote, now=now - HOUR)
