"""Open a review, change it, close it: what a team does around its votes.

Votes themselves are in `review_votes`, what comes of them in `review_decisions`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from themewatch.charts.review_words import review_in_words
from themewatch.domain.activity import Act, Subject
from themewatch.domain.person import Role
from themewatch.domain.review import Ballot, Review, is_complete
from themewatch.domain.review_checks import review_problems
from themewatch.errors import ConflictError, InputError
from themewatch.services.acting_name import acting_name, required_name
from themewatch.services.reference import catalogue
from themewatch.services.review_decided import list_decisions as list_decisions
from themewatch.services.rights import needs
from themewatch.storage import reviews
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session

KIND = "review"


@needs(Role.VIEWER)
def list_reviews(session: Session) -> list[Review]:
    """Return every review, the one opened last first."""
    return reviews.list_reviews(session)


@needs(Role.VIEWER)
def get_review(session: Session, review_id: str) -> Review:
    """Return a review; raises NotFoundError."""
    return reviews.get_review(session, review_id)


@needs(Role.REVIEWER)
def open_review(session: Session, review: Review, *, now: datetime) -> Review:
    """Open a review under the name of who acts, and return it as it is kept.

    Pressing twice opens it once: its id is minted before.

    Raises:
        InputError: With everything there is to put right.
    """
    opened = replace(
        review,
        title=" ".join(review.title.split()),
        opened_by=acting_name(session, review.opened_by),
        opened_at=now,
        version=1,
    )
    if problems := list(review_problems(opened, catalogue(), now)):
        raise InputError(*problems)
    if reviews.add_review(session, opened):
        add_activity(session, Act.ROUND_OPENED, now, _subject(opened))
    return reviews.get_review(session, opened.id)


@needs(Role.REVIEWER)
def change_review(session: Session, changed: Review, *, now: datetime) -> Review:
    """Keep a review as it was changed; returns it with its new version.

    Raises:
        ConflictError: Somebody changed or closed it since `changed.version`.
        InputError: With everything there is to put right.
    """
    before = reviews.get_review(session, changed.id, lock=True)
    _refuse_stale(before, changed, now)
    kept = ("opened_by", "opened_at", "closed_at", "closed_by")
    wanted = replace(changed, **{name: getattr(before, name) for name in kept})
    cast = reviews.list_ballots(session, before.id)
    problems = [
        *review_problems(wanted, catalogue(), now),
        *_change_problems(before, wanted, cast),
    ]
    if problems:
        raise InputError(*problems)
    newer = reviews.change_review(session, wanted)
    if newer is None:
        raise _conflict(before, changed)
    add_activity(session, Act.ROUND_CHANGED, now, _subject(newer))
    return newer


@needs(Role.REVIEWER)
def close_review(session: Session, review_id: str, *, now: datetime) -> Review:
    """End all voting in a review for good; closing it again changes nothing.

    Raises:
        InputError: Whoever acts has not said who they are.
    """
    review = reviews.get_review(session, review_id, lock=True)
    if review.is_closed:
        return review
    by = required_name(session, review.opened_by)
    closed = reviews.change_review(
        session, replace(review, closed_at=now, closed_by=by)
    )
    if closed is None:
        return reviews.get_review(session, review_id)
    add_activity(session, Act.ROUND_CLOSED, now, _subject(closed))
    return closed


def _subject(review: Review) -> Subject:
    return Subject(KIND, review.id, review.title)


def _refuse_stale(before: Review, changed: Review, now: datetime) -> None:
    if before.version != changed.version:
        raise _conflict(before, changed)
    if before.is_over(now):
        raise ConflictError(
            "The votes of this review are shown to everybody by now, so it is not "
            "changed any more: open another one."
        )


def _conflict(before: Review, changed: Review) -> ConflictError:
    return ConflictError(
        "Somebody changed this review meanwhile. "
        f"It is now: {review_in_words(before)}. "
        f"Yours would be: {review_in_words(changed)}. "
        "Look at it again; what you typed is kept here."
    )


def _change_problems(
    before: Review, wanted: Review, cast: Sequence[Ballot]
) -> Iterator[str]:
    """Say which changes would undo a vote, or let one be cast that is not unseen."""
    voted_on = {ballot.theme for ballot in cast} - set(wanted.themes)
    if voted_on:
        yield "Somebody voted on a theme that you left out: leave it in."
    voters = {ballot.person for ballot in cast}
    if wanted.people and voters - set(wanted.people):
        names = ", ".join(sorted(voters - set(wanted.people)))
        yield f"{names} voted already: leave them in."
    joins = set(wanted.people) - set(before.people) if wanted.people else {"anybody"}
    if before.people and joins and _is_shown_somewhere(before, cast):
        yield (
            "Everybody invited has voted on a theme, so that its votes are shown: "
            "whoever joins now might have seen them. Open another review for them."
        )


def _is_shown_somewhere(review: Review, cast: Sequence[Ballot]) -> bool:
    rounds = {(ballot.theme, ballot.number) for ballot in cast}
    return any(
        is_complete(review, [b for b in cast if (b.theme, b.number) == key])
        for key in rounds
    )
