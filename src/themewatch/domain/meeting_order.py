"""In which order a meeting goes through themes: one that stays while people vote.

The agenda orders itself anew with every vote that is shown. Somebody who walks through
it meanwhile would be led past themes, or to one twice: a meeting keeps its order.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from themewatch.domain.agenda import agenda
from themewatch.domain.agreement import Agreement, agreement
from themewatch.domain.review import Ballot, Review, Round, is_complete
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.review_rounds import ThemeVotes


def meeting_order(board: ReviewBoard, began: datetime) -> tuple[str, ...]:
    """Return the themes to talk about, in the order they had when the meeting began.

    Only votes count that were shown to everybody by then, so that it is the same order
    for all and gives no hidden vote away. A theme that was to be talked about stays.
    """
    then = agenda(
        replace(
            board.topic(theme),
            agreement=_shown_by(board.review, board.votes[theme], began),
        )
        for theme in board.review.themes
    )
    now = {topic.theme for topic in board.agenda.to_discuss}
    kept = {topic.theme for topic in then.to_discuss} | now
    return tuple(topic.theme for topic in then.topics if topic.theme in kept)


def _shown_by(review: Review, votes: ThemeVotes, moment: datetime) -> Agreement | None:
    """Return how far votes agreed that everybody could see at a moment."""
    latest, *_earlier = [
        seen
        for seen in reversed(votes.rounds)
        if seen.round.opened_at <= moment or seen is votes.rounds[0]
    ]
    cast = [ballot for ballot in latest.ballots if ballot.cast_at <= moment]
    if not _was_over(review, latest.round, cast, moment):
        return None
    return agreement([ballot.position for ballot in cast])


def _was_over(
    review: Review, a_round: Round, cast: Iterable[Ballot], moment: datetime
) -> bool:
    was_closed = review.closed_at is not None and review.closed_at <= moment
    return was_closed or a_round.until <= moment or is_complete(review, cast)
