"""Who votes and decides: asked once where nobody has said it yet."""

import streamlit as st

from themewatch.ui import session
from themewatch.words import _


def ask_name(why: str, key: str) -> None:
    """Ask for the visitor's name, and remember it for all pages."""
    st.markdown(why)
    with st.form(f"{key}-form", border=False):
        st.text_input(_("Your name"), key=key, max_chars=80)
        st.form_submit_button(_("Go on"), on_click=_take, args=(key,))


def _take(key: str) -> None:
    if name := st.session_state[key].strip():
        session.remember(name)
