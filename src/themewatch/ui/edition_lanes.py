"""An edition's map in words, theme by theme."""

import streamlit as st

from themewatch.charts.edition_words import team_place
from themewatch.charts.sentences import gap_sentences, theme_name
from themewatch.domain.edition import Edition, FrozenTheme
from themewatch.ui.lanes import lane_facts
from themewatch.ui.text import plain
from themewatch.words import _


def show_lanes(edition: Edition) -> None:
    """Draw a row for each theme: where it stood, and where the team placed it."""
    st.header(_("The map in words"))
    for theme in edition.themes:
        with st.container(border=True):
            st.markdown(_words(edition, theme))


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
