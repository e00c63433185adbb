"""What a review came to: what we do now, and the edition it becomes."""

import streamlit as st

from themewatch.charts.review_words import use_name
from themewatch.charts.sentences import theme_name
from themewatch.domain.edition import EditionHead
from themewatch.domain.person import Role
from themewatch.domain.review import Use
from themewatch.domain.review_board import ReviewBoard
from themewatch.services.editions import list_heads
from themewatch.ui import session
from themewatch.ui.links import go_to, page_link
from themewatch.ui.text import plain
from themewatch.words import _


def draw_outcome(board: ReviewBoard) -> None:
    """Draw what was decided to do, what is used first."""
    st.header(_("What we do now"))
    for column, use in zip(st.columns(len(Use)), Use, strict=True):
        column.markdown(f"**{plain(use_name(use).capitalize())}**")
        column.markdown("\n".join(f"- {line}" for line in _lines(board, use)))


def offer_edition(board: ReviewBoard) -> bool:
    """Lead to the edition it was published as; say whether there is one.

    Once all is decided, publishing is what comes next for whoever may.
    """
    if (edition := _edition(board)) is not None:
        label = _("Published as edition {n}").format(n=edition.number)
        page_link("editions", label, edition=str(edition.number))
        return True
    if board.is_decided and session.may(Role.REVIEWER):
        label = _("Publish it as an edition")
        if st.button(label, key="publish_review", type="primary"):
            go_to("editions")
    return False


def _edition(board: ReviewBoard) -> EditionHead | None:
    with session.reading() as db:
        heads = list_heads(db)
    return next((head for head in heads if head.review == board.review.id), None)


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
