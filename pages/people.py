"""People: who may do what here, who waits, and who is expected."""

import streamlit as st

from themewatch.ui import session
from themewatch.ui.people_acts import show_said
from themewatch.ui.people_invite import ask_for_people
from themewatch.ui.people_list import show_people
from themewatch.ui.people_none import show_nobody_signs_in
from themewatch.words import _

st.title(_("People"))
if session.how_to_sign_in() is None:
    show_nobody_signs_in()
else:
    show_said()
    ask_for_people()
    show_people()
