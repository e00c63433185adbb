"""What is done to people: written at once, said with its undo, refused if stale."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from themewatch.domain.person import Person
from themewatch.errors import ThemewatchError
from themewatch.services.house import Session
from themewatch.ui import session
from themewatch.ui.problems import show_problem
from themewatch.ui.text import plain
from themewatch.words import _

_SAID, _PROBLEM = "people-said", "people-problem"
Act = Callable[[Session, datetime], Person | None]
"""Does something, and returns the person as they are then, if they still are."""
UndoOf = Callable[[Person], Act]


@dataclass(frozen=True, slots=True)
class _Said:
    sentence: str
    undo: Act | None = None


def attempt(act: Act, sentence: str, undo_of: UndoOf | None = None) -> None:
    """Do it and say so, or say why not; for `on_click`."""
    is_done(act, sentence, undo_of)


def is_done(act: Act, sentence: str, undo_of: UndoOf | None = None) -> bool:
    """Do it and say so, or say why not; returns whether it was done."""
    session.speak()
    st.session_state.pop(_SAID, None)
    try:
        with session.writing() as db:
            changed = act(db, session.now())
    except ThemewatchError as problem:
        st.session_state[_PROBLEM] = problem
        return False
    undo = undo_of(changed) if undo_of is not None and changed is not None else None
    st.session_state[_SAID] = _Said(sentence, undo)
    return True


def show_said() -> None:
    """Say what was done last, with its undo, or why it was refused."""
    if problem := st.session_state.pop(_PROBLEM, None):
        show_problem(problem)
    said: _Said | None = st.session_state.get(_SAID)
    if said is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="people_said"):
        st.markdown(plain(said.sentence), width="content")
        if said.undo is not None:
            st.button(
                _("Undo"),
                key="undo_people",
                on_click=attempt,
                args=(said.undo, _("Undone.")),
            )
