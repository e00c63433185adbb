"""What stands beside every page: the name under which one logs."""

import json
from urllib.parse import quote

import streamlit as st

from themewatch.ui import session
from themewatch.words import _

YEAR = 365 * 24 * 3600


def draw() -> None:
    """Ask for the visitor's name and remember it in their browser."""
    session.person()
    with st.sidebar:
        st.text_input(
            _("Your name"),
            key=session.NAME,
            max_chars=80,
            placeholder=_("under your notes"),
            help=_(
                "Notes and views you log carry this name. This browser remembers it."
            ),
            on_change=lambda: session.remember(st.session_state[session.NAME]),
        )
        if st.session_state.pop(session.TO_REMEMBER, False):
            st.html(_cookie_script(session.person()), unsafe_allow_javascript=True)


def _cookie_script(name: str) -> str:
    cookie = (
        f"{session.NAME_COOKIE}={quote(name)}; path=/; max-age={YEAR}; SameSite=Lax"
    )
    return f"<script>document.cookie = {json.dumps(cookie)};</script>"
