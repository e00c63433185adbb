"""What stands in place of a page that the visitor may not open."""

import streamlit as st

from themewatch.errors import ForbiddenError
from themewatch.services.rights import forbidden_words
from themewatch.ui import session
from themewatch.ui.pages import PageEntry
from themewatch.ui.problems import show_problem
from themewatch.ui.unsaved import show_unsaved
from themewatch.words import _


def show_refusal(entry: PageEntry) -> None:
    """Say which role the page needs, and keep that it was tried."""
    st.title(_(entry.title))
    refused = ForbiddenError(
        forbidden_words(session.actor(), entry.role), f"page {entry.script}"
    )
    session.keep_refused(refused)
    show_problem(refused)
    show_unsaved()


def ask_again() -> None:
    """Draw the page anew, from its gate on, where the visitor's role has changed.

    For a part of a page that is drawn by itself: it does not pass the gate.
    """
    before = session.actor()
    if session.look_who_is_here().actor.role != before.role:
        st.rerun()
