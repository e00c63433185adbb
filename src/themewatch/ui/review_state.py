"""Where one is among reviews: all of it in the address."""

from datetime import UTC, datetime

import streamlit as st

from themewatch.domain.meeting_order import meeting_order
from themewatch.domain.review import Review
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.review_news import review_days
from themewatch.services.review_board import get_board
from themewatch.services.reviews import get_review
from themewatch.ui import cache, session

REVIEW, VIEW, THEME, MEET, BEGAN = "review", "view", "theme", "meet", "began"
PLACES = (REVIEW, VIEW, THEME, MEET, BEGAN)
CONFIRM, END = "confirm", "end"
"""Stops of a meeting that are no theme: what is confirmed at once, and its end."""
_SAID = "review-said"


def asked(name: str) -> str:
    """Return what the address asks for, empty where it says nothing."""
    return st.query_params.get(name, "")


def go(**query: str) -> None:
    """Go to another place of this page, from a button's `on_click`."""
    for name in PLACES:
        st.query_params.pop(name, None)
    st.query_params.update(query)


def the_board(review_id: str) -> ReviewBoard:
    """Return a review as the visitor sees it now; raises NotFoundError."""
    with session.reading() as db:
        review = get_review(db, review_id)
    as_of, since = review_days(review, session.today())
    maturity_map = cache.maturity_map(as_of, since)
    evidence = cache.evidence()
    with session.reading() as db:
        return get_board(db, review, evidence, maturity_map, now=session.now())


def days_asked(review: Review) -> dict[str, str]:
    """Return a review's days as the page of a theme names them."""
    as_of, since = review_days(review, session.today())
    return {"day": as_of.isoformat(), "since": since.isoformat()}


def stops(board: ReviewBoard, began: datetime) -> tuple[str, ...]:
    """Return where a meeting stops: each theme to talk about, the others, its end."""
    to_discuss = meeting_order(board, began)
    rest = (CONFIRM,) if board.agenda.to_confirm else ()
    return (*to_discuss, *rest, END)


def meeting_began() -> datetime | None:
    """Return when the meeting began, as the address says."""
    try:
        return datetime.fromisoformat(asked(BEGAN)).replace(tzinfo=UTC)
    except ValueError:
        return None


def say(sentence: str) -> None:
    """Keep what was done, for the next run to say once."""
    st.session_state[_SAID] = sentence


def take_said() -> str:
    return str(st.session_state.pop(_SAID, ""))
