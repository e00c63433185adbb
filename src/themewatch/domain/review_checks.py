"""What a review, a vote and a decision have to fulfil: a sentence for each thing."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from math import isfinite

from themewatch.domain.review import Ballot, Decision, DecisionKind, Review
from themewatch.domain.rules import EARLIEST_DAY, LATEST_DAY, LONGEST_NAME
from themewatch.domain.stage import SCALE_END
from themewatch.domain.theme import Catalogue

LONGEST_REASON = 1_000
LONGEST_WAIT = timedelta(days=366)
LONGEST_PERIOD = timedelta(days=3 * 366)
MOST_PEOPLE = 100


def review_problems(
    review: Review, catalogue: Catalogue, now: datetime
) -> Iterator[str]:
    """Say what stands in the way of opening a review, or of changing one."""
    yield from _name_problems("The title", review.title)
    yield from _name_problems("Your name", review.opened_by)
    yield from _period_problems(review.starts_on, review.ends_on, now)
    if not review.themes:
        yield "Choose the themes to look at: one at least."
    for theme in review.themes:
        if theme not in catalogue.themes:
            yield f"There is no theme '{theme}': choose among those that are."
    if len(set(review.themes)) < len(review.themes):
        yield "A theme is there twice: leave one out."
    yield from _people_problems(review.people)
    if not now < review.until <= now + LONGEST_WAIT:
        yield "Votes must end after now, within a year: choose another day."


def _period_problems(starts_on: date, ends_on: date, now: datetime) -> Iterator[str]:
    tomorrow = (now + timedelta(days=1)).date()
    if not EARLIEST_DAY <= starts_on <= ends_on:
        yield "The days looked at must begin before they end."
    elif ends_on - starts_on > LONGEST_PERIOD:
        yield "Three years are the most to look at in one review."
    if ends_on > tomorrow:
        yield "The days looked at end today, or earlier."


def _people_problems(people: tuple[str, ...]) -> Iterator[str]:
    for person in people:
        yield from _name_problems("A name", person)
    if len(set(people)) < len(people):
        yield "Somebody is invited twice: leave one out."
    if len(people) > MOST_PEOPLE:
        yield f"{MOST_PEOPLE} people are the most to invite."


def vote_problems(ballot: Ballot) -> Iterator[str]:
    """Say what stands in the way of casting a vote."""
    yield from _name_problems("Your name", ballot.person)
    yield from _place_problems(ballot.position)
    yield from _reason_problems(ballot.reason)


def decision_problems(decision: Decision) -> Iterator[str]:
    """Say what stands in the way of a decision."""
    yield from _name_problems("Your name", decision.decided_by)
    yield from _name_problems("Who sees to it", decision.owner)
    yield from _place_problems(decision.position)
    yield from _reason_problems(decision.reason)
    if decision.kind is DecisionKind.PLACE and not decision.reason.strip():
        yield "Say why: a place of your own stands beside the estimate with its reason."
    decided_on = decision.decided_at.date()
    if not decided_on <= decision.revisit_on <= LATEST_DAY:
        yield "Look at it again on a day to come: choose another."


def _name_problems(what: str, name: str) -> Iterator[str]:
    if not name.strip():
        yield f"{what} is missing."
    elif len(name) > LONGEST_NAME:
        yield f"{what}: {LONGEST_NAME} characters are the most, so shorten it."
    elif not name.isprintable():
        yield f"{what} holds a character that cannot be shown: type it again."


def _place_problems(position: float) -> Iterator[str]:
    if not (isfinite(position) and 0 <= position <= SCALE_END):
        yield "Choose a place between Early and Mature."


def _reason_problems(reason: str) -> Iterator[str]:
    if len(reason) > LONGEST_REASON:
        yield f"The reason: {LONGEST_REASON:,} characters are the most, so shorten it."
    if "\0" in reason:
        yield "The reason holds a character that cannot be kept: type it again."
