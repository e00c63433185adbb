"""Which part of the reviews is open: the list, a form, one review, its meeting."""

import streamlit as st

from themewatch.domain.person import Role
from themewatch.domain.review_board import ReviewBoard
from themewatch.errors import NotFoundError
from themewatch.ui import session
from themewatch.ui.review_board import draw_board
from themewatch.ui.review_list import draw_list
from themewatch.ui.review_meeting import draw_meeting
from themewatch.ui.review_open import draw_change, draw_open
from themewatch.ui.review_state import MEET, REVIEW, VIEW, asked, take_said, the_board
from themewatch.ui.text import plain


def show_review() -> None:
    """Draw what the address asks for."""
    if said := take_said():
        st.markdown(f"**{plain(said)}**")
    if asked(VIEW) == "open" and session.may(Role.REVIEWER):
        draw_open()
    elif board := _asked_board():
        _draw(board)
    else:
        draw_list()


def _asked_board() -> ReviewBoard | None:
    if not asked(REVIEW):
        return None
    try:
        return the_board(asked(REVIEW))
    except NotFoundError as problem:
        st.warning(plain(str(problem)))
        return None


def _draw(board: ReviewBoard) -> None:
    may_change = session.may(Role.REVIEWER) and not board.review.is_over(board.at)
    if asked(VIEW) == "change" and may_change:
        draw_change(board.review)
    elif asked(MEET):
        draw_meeting(board)
    else:
        draw_board(board)
