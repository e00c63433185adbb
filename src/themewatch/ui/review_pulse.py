"""Looks every few seconds whether somebody voted or decided, and then draws anew."""

import streamlit as st

from themewatch.domain.review_board import ReviewBoard
from themewatch.errors import ThemewatchError
from themewatch.services.review_board import count_acts
from themewatch.ui import session
from themewatch.ui.gate import ask_again

SECONDS = 5


def watch(board: ReviewBoard) -> None:
    """Draw the page anew once anything happens in its review."""
    if not board.review.is_closed:
        with st.container(height=1, border=False):
            _look(board.review.id, board.acts)


@st.fragment(run_every=SECONDS)
def _look(review_id: str, seen: int) -> None:
    ask_again()
    try:
        with session.reading() as db:
            is_new = count_acts(db, review_id) != seen
    except ThemewatchError:
        return  # the next run of the page says what is wrong
    if is_new:
        st.rerun()
