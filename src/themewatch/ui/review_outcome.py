"""What a review came to: what we do now, and from there to an edition."""

import streamlit as st

from themewatch.charts.review_words import use_name
from themewatch.charts.sentences import theme_name
from themewatch.domain.person import Role
from themewatch.domain.review import Use
from themewatch.domain.review_board import ReviewBoard
from themewatch.ui import session
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.words import _


def draw_outcome(board: ReviewBoard) -> None:
    """Draw what was decided to do; once all is, a reviewer goes on to an edition."""
    st.header(_("What we do now"))
    for column, use in zip(st.columns(len(Use)), Use, strict=True):
        lines = [f"**{plain(use_name(use).capitalize())}**", *_lines(board, use)]
        column.markdown("  \n".join(lines))
    if board.is_decided and session.may(Role.REVIEWER):
        page_link("editions", _("Publish it as an edition"))


def _lines(board: ReviewBoard, use: Use) -> list[str]:
    decided = [(theme, board.decision(theme)) for theme in board.themes]
    said = _("{theme}: {owner}, again on {day}")
    lines = [
        said.format(
            theme=theme_name(board.standing(theme).theme),
            owner=decision.owner,
            day=decision.revisit_on.isoformat(),
        )
        for theme, decision in decided
        if decision is not None and decision.use is use
    ]
    return [plain(line) for line in lines] or [_("nothing")]
