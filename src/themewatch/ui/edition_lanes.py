"""An edition's map in words, theme by theme, each with the evidence it rests on."""

from collections.abc import Iterable

import streamlit as st

from themewatch.charts.edition_words import (
    piece_facts,
    piece_heading,
    piece_result,
    pieces_words,
    team_place,
)
from themewatch.charts.sentences import gap_sentences, theme_name
from themewatch.domain.edition import Edition, FrozenTheme, Piece
from themewatch.domain.theme import Theme
from themewatch.ui import edition_cache
from themewatch.ui.evidence_list import page_of
from themewatch.ui.lanes import lane_facts
from themewatch.ui.text import plain
from themewatch.words import _


def show_lanes(edition: Edition) -> None:
    """Draw a row for each theme; its evidence is drawn once it is asked for."""
    st.header(_("The map in words"))
    for theme in edition.themes:
        with st.container(border=True):
            st.markdown(_words(edition, theme))
            _show_evidence(edition, theme)


def _words(edition: Edition, theme: FrozenTheme) -> str:
    standing, since = theme.standing, edition.maturity_map.since
    lines = [
        f"**{plain(theme_name(theme.theme))}**",
        f"**{plain(' '.join(gap_sentences(standing)))}**",
        *map(plain, lane_facts(standing, since)),
    ]
    if where := team_place(edition, theme.slug):
        lines.append(plain(where))
    return "  \n".join(lines)


def _show_evidence(edition: Edition, theme: FrozenTheme) -> None:
    pieces = edition_cache.ground(edition.number).of(theme.slug)
    if not pieces:
        return
    label = _("Evidence: {pieces}").format(pieces=pieces_words(pieces))
    with st.expander(
        label, key=f"of-{theme.slug}", on_change="rerun", bind="query-params"
    ) as opened:
        if opened.open:
            show_pieces(page_of(pieces, f"page-{theme.slug}"), theme.theme)


def show_pieces(pieces: Iterable[Piece], theme: Theme) -> None:
    """Draw pieces of evidence as they stood, each with its effect on ●."""
    for piece in pieces:
        lines = [
            f"**{plain(piece_heading(piece))}** · {plain(piece_result(piece, theme))}",
            plain(piece.words),
            plain(piece_facts(piece)),
        ]
        st.markdown("  \n".join(filter(None, lines)))
