"""The minutes of a review as JSON: the form other programs build on."""

import json
from typing import Any

from themewatch.domain.review import Ballot, Decision, Review
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.review_rounds import SeenRound

DECIMALS = 4


def minutes_json(board: ReviewBoard) -> str:
    """Write a review with its themes in the order of the agenda.

    Places are 0 to 4. Votes that are hidden still are null, and only counted.
    Decisions are in `decided`, the last first. What is not known is null.
    """
    document = {
        **_review(board.review),
        "themes": [_theme(theme, board) for theme in board.themes],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _review(review: Review) -> dict[str, Any]:
    closed = review.closed_at
    return {
        "review": review.id,
        "title": review.title,
        "starts_on": review.starts_on.isoformat(),
        "ends_on": review.ends_on.isoformat(),
        "people": list(review.people),
        "until": review.until.isoformat(),
        "opened_by": review.opened_by,
        "opened_at": review.opened_at.isoformat(),
        "closed_by": review.closed_by,
        "closed_at": closed.isoformat() if closed else None,
    }


def _theme(theme: str, board: ReviewBoard) -> dict[str, Any]:
    topic, position = board.topic(theme), board.standing(theme).position
    return {
        "theme": theme,
        "is_open": topic.is_open,
        "weight": round(topic.weight, DECIMALS),
        "new_tests": topic.tests,
        "new_views": topic.views,
        "new_claims": topic.claims,
        "estimate": {
            "mean": round(position.mean, DECIMALS),
            "low": round(position.low, DECIMALS),
            "high": round(position.high, DECIMALS),
        },
        "rounds": [_round(seen) for seen in board.votes[theme].rounds],
        "decided": [_decision(decision) for decision in board.versions[theme]],
    }


def _round(seen: SeenRound) -> dict[str, Any]:
    agreed = seen.agreement
    return {
        "number": seen.round.number,
        "voted": seen.voted,
        "invited": seen.invited,
        "is_over": seen.is_over,
        "agreement": round(agreed.share, DECIMALS) if agreed else None,
        "votes": [_vote(b) for b in seen.ballots] if seen.is_shown else None,
    }


def _vote(ballot: Ballot) -> dict[str, Any]:
    return {
        "person": ballot.person,
        "place": round(ballot.position, DECIMALS),
        "sure": ballot.confidence.value,
        "reason": ballot.reason,
        "at": ballot.cast_at.isoformat(),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    estimated = decision.estimated
    return {
        "kind": decision.kind.value,
        "place": round(decision.position, DECIMALS),
        "estimated": None if estimated is None else round(estimated, DECIMALS),
        "reason": decision.reason,
        "now": decision.use.value,
        "owner": decision.owner,
        "revisit_on": decision.revisit_on.isoformat(),
        "by": decision.decided_by,
        "at": decision.decided_at.isoformat(),
    }
