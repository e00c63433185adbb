"""The line that stands over every page where others may come without signing in."""

import streamlit as st

from themewatch.ui import session
from themewatch.words import _


def say_door_is_open() -> None:
    """Say that a name here proves nothing, where the network alone is trusted."""
    if session.how_to_sign_in() is None and session.settings().is_trusted_network:
        st.warning(
            _("Anyone here can act under any name."), icon=":material/lock_open:"
        )
