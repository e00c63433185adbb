"""Themes that nothing new was seen of: confirmed together, in one click."""

from datetime import date, timedelta

import streamlit as st

from themewatch.charts.review_words import use_name
from themewatch.charts.sentences import theme_name
from themewatch.domain.person import Role
from themewatch.domain.review import Decision
from themewatch.domain.review_board import ReviewBoard
from themewatch.services.review_decisions import unchanged
from themewatch.ui import session
from themewatch.ui.review_acts import confirm
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

REVISIT = timedelta(days=30)


def draw_confirm(board: ReviewBoard) -> None:
    """Offer to confirm what is left to confirm, and say what that decides."""
    left = board.to_confirm
    if not left:
        st.markdown(_("All of these are confirmed, or decided otherwise."))
        return
    st.markdown(
        _(
            "No test and no view of these days can have moved them. Confirming says: "
            "no change. What you do now stays as it was decided last; before a first "
            "decision it is what is usual in that stage."
        )
    )
    if not session.may(Role.REVIEWER):
        st.caption(_("A reviewer confirms them."))
        return
    day = session.today() + REVISIT
    label = ngettext(
        "Confirm this one, no change", "Confirm these {n}, no change", len(left)
    )
    st.button(
        label.format(n=len(left)),
        key="confirm_unchanged",
        type="primary",
        on_click=confirm,
        args=(board.review.id, {t: _estimated(board, t) for t in left}, day),
    )
    lines = (_what_stays(board, theme, day) for theme in left)
    st.caption("  \n".join(plain(line) for line in lines))


def _estimated(board: ReviewBoard, theme: str) -> float:
    return float(board.standing(theme).position.mean)


def _what_stays(board: ReviewBoard, theme: str, day: date) -> str:
    """Say what confirming decides of a theme."""
    decision = _proposed(board, theme, day)
    said = _("{theme}: {use}, again on {day}")
    return said.format(
        theme=theme_name(board.standing(theme).theme),
        use=use_name(decision.use),
        day=day.isoformat(),
    )


def _proposed(board: ReviewBoard, theme: str, day: date) -> Decision:
    former, estimated = board.former.get(theme), _estimated(board, theme)
    return unchanged(board.review, theme, estimated, former, revisit_on=day)
