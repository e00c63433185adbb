"""Vote, see what was voted, ask a second time: what is hidden is kept hidden here."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from themewatch.charts.review_words import agreement_sentence, vote_words
from themewatch.domain.about import joined
from themewatch.domain.activity import Act, Subject
from themewatch.domain.person import Role
from themewatch.domain.review import SECOND, Ballot, Review, Round
from themewatch.domain.review_checks import LONGEST_WAIT, vote_problems
from themewatch.domain.review_rounds import Eyes, SeenRound, ThemeVotes, votes_seen
from themewatch.errors import (
    ConflictError,
    ForbiddenError,
    InputError,
    NotFoundError,
)
from themewatch.services.acting_name import acting_name, required_name
from themewatch.services.rights import needs
from themewatch.storage import reviews
from themewatch.storage.acting import actor_of
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session

KIND = "review"


@needs(Role.VIEWER)
def list_votes(
    session: Session, review_id: str, *, now: datetime
) -> Mapping[str, ThemeVotes]:
    """Return what whoever acts may see of a review's votes, by theme in its order.

    Raises:
        NotFoundError: There is no such review.
    """
    return _seen(session, reviews.get_review(session, review_id), now)


@needs(Role.VIEWER)
def votes_asked(session: Session, *, now: datetime) -> list[Review]:
    """Return the reviews in which a vote of whoever acts is asked for.

    What is decided already asks nobody any more.
    """
    return [
        review
        for review in reviews.list_reviews(session, only_open=True)
        if _is_asked(session, review, now)
    ]


@needs(Role.CONTRIBUTOR)
def cast_vote(session: Session, ballot: Ballot, *, now: datetime) -> Ballot:
    """Keep the vote of who acts, and return it as it is kept.

    It stands for its round. The same vote again, as by a second press, is the first.

    Raises:
        InputError: With everything there is to put right.
        ForbiddenError: They are not invited.
        ConflictError: The round is over, or they have voted in it otherwise.
    """
    review = reviews.get_review(session, ballot.review, lock=True)
    vote = replace(
        ballot,
        person=acting_name(session, ballot.person),
        reason=ballot.reason.strip(),
        cast_at=now,
    )
    if problems := list(vote_problems(vote)):
        raise InputError(*problems)
    if not review.invites(vote.person):
        raise ForbiddenError(
            f"{vote.person} is not invited to vote in this review: "
            f"ask {review.opened_by}, who opened it.",
            "vote",
        )
    seen = _own_round(session, review, vote, now)
    if seen.own is not None:
        return _first_stands(seen.own, vote)
    if not seen.may_vote:
        raise ConflictError(
            "This round is over, so your vote does not count any more: "
            "look at what the others said."
        )
    if not reviews.add_ballot(session, vote):
        raise ConflictError("You voted in another window meanwhile: look at it again.")
    add_activity(session, Act.VOTED, now, _subject(review, vote.theme))
    return vote


@needs(Role.REVIEWER)
def open_second_round(
    session: Session, review_id: str, theme: str, *, until: datetime, now: datetime
) -> Round:
    """Ask for votes on a theme again; the first round is kept, and over.

    Pressing twice opens it once.

    Raises:
        ConflictError: The review is closed, the theme decided, or the votes are
            hidden or agree.
        InputError: It would end before it begins, or nobody says who asks.
    """
    review = reviews.get_review(session, review_id, lock=True)
    votes = _votes_on(_seen(session, review, now), theme)
    if votes.latest.round.number == SECOND:
        return votes.latest.round
    _refuse_second(review, votes)
    if not now < until <= now + LONGEST_WAIT:
        raise InputError("The second round must end after now, within a year.")
    second = Round(
        review=review.id,
        theme=theme,
        number=SECOND,
        opened_by=required_name(session, review.opened_by),
        opened_at=now,
        until=until,
    )
    reviews.add_round(session, second)
    add_activity(session, Act.SECOND_ROUND, now, _subject(review, theme))
    return second


def _refuse_second(review: Review, votes: ThemeVotes) -> None:
    if review.is_closed:
        raise ConflictError("This review is closed: open another one.")
    if votes.is_decided:
        raise ConflictError("This theme is decided: change the decision instead.")
    if not votes.latest.is_shown:
        raise ConflictError(
            "The votes are hidden from you still: vote first, or wait until all have."
        )
    if not votes.offers_second:
        raise ConflictError(
            "A second round is for votes that disagree. "
            f"{agreement_sentence(votes.latest.agreement)}"
        )


def _own_round(
    session: Session, review: Review, vote: Ballot, now: datetime
) -> SeenRound:
    """Return the round voted in as its voter sees it; raises where it is over."""
    eyes = Eyes(vote.person, now)
    further = reviews.list_rounds(session, review.id)
    cast = reviews.list_ballots(session, review.id)
    votes = _votes_on(votes_seen(review, further, cast, eyes), vote.theme)
    for seen in votes.rounds:
        if seen.round.number == vote.number:
            return seen
    raise NotFoundError("There is no such round: look at the review again.")


def _votes_on(seen: Mapping[str, ThemeVotes], theme: str) -> ThemeVotes:
    if theme not in seen:
        raise NotFoundError("This review does not look at that theme: choose another.")
    return seen[theme]


def _seen(session: Session, review: Review, now: datetime) -> Mapping[str, ThemeVotes]:
    """Return a review's votes as whoever acts sees them; the house is nobody.

    What is decided asks for no vote; one sent at that moment counts all the same.
    """
    actor = actor_of(session)
    votes = actor is None or actor.may(Role.CONTRIBUTOR)
    eyes = Eyes(acting_name(session), now, votes)
    further = reviews.list_rounds(session, review.id)
    cast = reviews.list_ballots(session, review.id)
    decided = {d.theme for d in reviews.list_decisions(session, review.id)}
    return {
        theme: votes.once_decided if theme in decided else votes
        for theme, votes in votes_seen(review, further, cast, eyes).items()
    }


def _is_asked(session: Session, review: Review, now: datetime) -> bool:
    seen = _seen(session, review, now)
    return any(votes.latest.may_vote for votes in seen.values())


def _first_stands(own: Ballot, again: Ballot) -> Ballot:
    """Return the vote that stands; raises ConflictError for another one."""
    if replace(again, cast_at=own.cast_at) == own:
        return own
    raise ConflictError(
        "You have voted in this round already, and a vote stands once it was cast. "
        f"{vote_words(own)}. Where votes disagree a second round asks again."
    )


def _subject(review: Review, theme: str) -> Subject:
    return Subject(KIND, review.id, joined(review.title, theme))
