"""The news behind a theme or a release, each with the link it came with."""

from collections.abc import Collection

import streamlit as st

from themewatch.services.told import Told, told_of_release
from themewatch.ui import session
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.words import _


def show_told(told: Told, words: str) -> None:
    """Draw one story somebody kept: its words, its source, and where it stands."""
    with st.container(horizontal=True, vertical_alignment="center"):
        facts = f"{told.source}, {told.on.isoformat()}"
        st.markdown(f"{plain(words)} · {plain(facts)}", width="content")
        if told.link:
            key = f"told-{told.story}"
            st.link_button(_("Open its link"), told.link, key=key)
        if told.release:
            page_link("release", _("Open the release"), release=told.release)


def show_news_of(ids: Collection[str]) -> None:
    """Draw the stories kept of a release, given all the ids of its chain."""
    with session.reading() as db:
        kept = told_of_release(db, ids)
    if not kept:
        return
    st.header(_("In the news"))
    for told in kept:
        with st.container(horizontal=True, vertical_alignment="center"):
            facts = f"{told.source}, {told.on.isoformat()}"
            st.markdown(f"**{plain(told.title)}** · {plain(facts)}", width="content")
            if told.link:
                st.link_button(_("Open its link"), told.link, key=f"told-{told.story}")
