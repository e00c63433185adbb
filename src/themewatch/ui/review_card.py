"""One theme before the team: what is new, the votes, and what is decided."""

import streamlit as st

from themewatch.charts.map_table import tested_place
from themewatch.charts.review_words import decided_in_words
from themewatch.charts.sentences import likely_range, movement_phrases, place
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.standing import ThemeStanding
from themewatch.ui.review_decide import draw_decision
from themewatch.ui.review_news import draw_news
from themewatch.ui.review_votes import draw_votes
from themewatch.ui.text import plain
from themewatch.words import _


def draw_card(board: ReviewBoard, theme: str) -> None:
    """Draw what is new at the left, votes at the right, what is decided below."""
    news, votes = st.columns([2, 3], gap="large")
    with news:
        _show_standing(board, theme)
        draw_news(board, theme)
    with votes:
        draw_votes(board, theme)
    draw_decision(board, theme)


def _show_standing(board: ReviewBoard, theme: str) -> None:
    standing = board.standing(theme)
    st.subheader(_("Where it stands"))
    lines = [_tested(standing), _claimed(standing), _moved(board, standing)]
    if (former := board.former.get(theme)) is not None:
        said = _("Decided last: {decision}")
        lines.append(said.format(decision=decided_in_words(former)))
    st.markdown("  \n".join(plain(line) for line in lines if line))


def _tested(standing: ThemeStanding) -> str:
    position = standing.position
    return _("● {place}; likely range (8 in 10): {range}").format(
        place=tested_place(standing), range=likely_range(position.low, position.high)
    )


def _claimed(standing: ThemeStanding) -> str:
    if standing.claimed is None:
        return _("◇ too few claims to say")
    return _("◇ {place}").format(place=place(standing.claimed.value))


def _moved(board: ReviewBoard, standing: ThemeStanding) -> str:
    return "; ".join(movement_phrases(standing, board.maturity_map.since))
