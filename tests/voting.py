"""What people do with votes in a review, and what each of them sees."""

from tests.factories import NOW
from tests.reviewing import (
    BEN,
    HOUR,
    THEME,
    a_ballot,
    a_review,
)
from themewatch.domain.person import Actor, Role
from themewatch.services.review_votes import (
    cast_vote,
    list_votes,
)
from themewatch.services.reviews import open_review

EVE = Actor("Eve", Role.CONTRIBUTOR)
LATER = NOW + 8 * 24 * HOUR


def opened_for(house, **changes):
    with house.acting(BEN).writing() as session:
        open_review(session, a_review(**changes), now=NOW)
    return house


def vote(house, actor, now=NOW, **changes):
    with house.acting(actor).writing() as session:
        return cast_vote(session, a_ballot(**changes), now=now)


def seen_by(house, actor, theme=THEME, now=NOW):
    where = house if actor is None else house.acting(actor)
    with where.reading() as session:
        return list_votes(session, "review-1", now=now)[theme]
