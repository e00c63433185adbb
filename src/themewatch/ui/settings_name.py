"""What the house is called."""

import streamlit as st

from themewatch.errors import ThemewatchError
from themewatch.services.settings import (
    LONGEST_NAME,
    UNNAMED,
    Setting,
    get_house_name,
    name_house,
)
from themewatch.ui import session
from themewatch.ui.problems import show_problem
from themewatch.words import _

NAME, SEEN = "house_name", "house-name-seen"
SAID, PROBLEM = "house-name-said", "house-name-problem"


def ask_for_name() -> None:
    """Ask for the name, which stands over the feed of editions."""
    with session.reading() as db:
        here = get_house_name(db)
    if SEEN not in st.session_state:
        st.session_state[SEEN] = here
    st.session_state.setdefault(NAME, here.value)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            _("Name of this house"),
            key=NAME,
            placeholder=UNNAMED,
            max_chars=LONGEST_NAME,
            help=_("It stands over the feed of editions."),
        )
        st.button(_("Save"), key="save_house_name", on_click=_save)
    if problem := st.session_state.pop(PROBLEM, None):
        show_problem(problem)
    if st.session_state.pop(SAID, None):
        st.markdown(_("Saved."))


def _save() -> None:
    session.speak()
    seen: Setting = st.session_state[SEEN]
    try:
        with session.writing() as db:
            name_house(db, seen, st.session_state[NAME] or "", now=session.now())
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
    else:
        st.session_state[SAID] = True
    st.session_state.pop(SEEN)  # what is there now was seen with the answer
