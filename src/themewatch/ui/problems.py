"""The one place where what went wrong becomes words on screen."""

import logging

import streamlit as st

from themewatch.errors import InputError, ThemewatchError
from themewatch.ui.text import plain
from themewatch.words import _

log = logging.getLogger(__name__)


def show_problem(error: ThemewatchError) -> None:
    """Show what a person can do about an error of ours."""
    sentences = error.problems if isinstance(error, InputError) else (str(error),)
    for sentence in sentences:
        st.error(plain(sentence), icon=":material/front_hand:")


def show_bug(error: Exception) -> bool:
    """Show a sentence for whatever escaped a page, and keep the traceback for the log.

    Returns:
        True: Streamlit need not show anything of its own.
    """
    if isinstance(error, ThemewatchError):
        show_problem(error)
        return True
    log.error("A page failed", exc_info=error)
    st.error(
        _(
            "Something went wrong here that is not your doing. Nothing you saved is "
            "lost; reload the page to go on. The server's log says more."
        ),
        icon=":material/front_hand:",
    )
    return True
