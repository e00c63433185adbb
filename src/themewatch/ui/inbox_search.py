"""What somebody looks for in the inbox; all of it stands in the address."""

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.excerpt import shortened, without_traces
from themewatch.domain.story import StorySearch
from themewatch.domain.theme import SLUGS
from themewatch.services.inbox import list_sources
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.address import choice, flag, typed
from themewatch.words import _

EVERYTHING = "hidden"
"""Stands in the address where hidden stories are shown."""
WIDTH = 205  # pixels


def ask_search(*, is_narrow: bool) -> StorySearch:
    """Ask for theme, source, releases alone, and words of a title."""
    place = (
        st.popover(_("Search"))
        if is_narrow
        else st.container(horizontal=True, vertical_alignment="center")
    )
    with place:
        return StorySearch(
            theme=_ask_theme(),
            source=_ask_source(),
            words=_ask_words(),
            is_release=st.toggle(_("Looks like a release"), **flag("releases")),
            everything=EVERYTHING in st.query_params,
        )


def _ask_theme() -> str:
    themes, any_theme = catalogue().themes, _("any theme")
    chosen: str = st.selectbox(
        _("Theme"),
        ["", *SLUGS],
        format_func=lambda slug: theme_name(themes[slug]) if slug else any_theme,
        label_visibility="collapsed",
        width=WIDTH,
        **choice("about", SLUGS, ""),
    )
    return chosen


def _ask_source() -> str:
    with session.reading() as db:
        sources = {"": _("any source"), **list_sources(db)}
    chosen: str = st.selectbox(
        _("Source"),
        list(sources),
        format_func=lambda feed: shortened(sources[feed]),
        label_visibility="collapsed",
        width=WIDTH,
        **choice("source", sources, ""),
    )
    return chosen


def _ask_words() -> str:
    words = st.text_input(
        _("Search"),
        type="search",
        placeholder=_("search titles, old ones too"),
        label_visibility="collapsed",
        width=WIDTH,
        **typed("words"),
    )
    return without_traces(words or "")


def show_hidden() -> None:
    """Show also what has neither theme nor release; for `on_click`."""
    st.query_params[EVERYTHING] = "shown"


def hide_again() -> None:
    """Show only what has a theme or a release; for `on_click`."""
    st.query_params.pop(EVERYTHING, None)
