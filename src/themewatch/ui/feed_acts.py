"""What is done to feeds: written at once, said afterwards, refused if they changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from themewatch.errors import ThemewatchError
from themewatch.services.house import Session
from themewatch.ui import session
from themewatch.ui.problems import show_problem
from themewatch.ui.text import plain
from themewatch.words import _

SAID, PROBLEM = "feeds-said", "feeds-problem"
Act = Callable[[Session, datetime], object]


@dataclass(frozen=True, slots=True)
class Said:
    """What was done last; where it can be undone, how, and what is said then."""

    sentence: str
    undo: Act | None = None
    undone: str = ""


def attempt(act: Act, said: Said) -> None:
    """Do it and say so, or say why not; for `on_click`."""
    session.speak()
    st.session_state.pop(SAID, None)
    try:
        with session.writing() as db:
            act(db, session.now())
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
    else:
        st.session_state[SAID] = said


def show_said() -> None:
    """Say what was done last, with its undo, or why it was refused."""
    if problem := st.session_state.pop(PROBLEM, None):
        show_problem(problem)
    said: Said | None = st.session_state.get(SAID)
    if said is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="feeds_said"):
        st.markdown(plain(said.sentence), width="content")
        if said.undo is not None:
            st.button(
                _("Undo"),
                key="undo_feed",
                on_click=attempt,
                args=(said.undo, Said(said.undone or _("Undone."))),
            )
