"""The entry script of every visit: language, who is here, what they may open."""

import streamlit as st

from themewatch.domain.person import Role
from themewatch.ui import session, sidebar
from themewatch.ui.gate import show_refusal
from themewatch.ui.gate_sign_in import show_sign_in
from themewatch.ui.journal_strip import show_strip
from themewatch.ui.open_door import say_door_is_open
from themewatch.ui.pages import entry_of, register_all
from themewatch.ui.shown_files import remember_shown

SIDEBAR_WIDTH = 230  # pixels; leaves the map its room on a laptop

session.speak()
st.set_page_config(
    page_title="themewatch",
    page_icon="🌦️",
    layout="wide",
    initial_sidebar_state=SIDEBAR_WIDTH,
)

here = session.look_who_is_here()
# Every page is registered, else a link to one ends in a dialog over the gate.
page = st.navigation(register_all(), expanded=True)
entry = entry_of(page)
say_door_is_open()
if here.absence is not None:
    show_sign_in(here)
else:
    sidebar.draw()
    if session.may(entry.role):
        if session.may(Role.CONTRIBUTOR):  # who keeps no journal is reminded of none
            show_strip()
        try:
            page.run()
        finally:  # also where the page began anew at once
            remember_shown()
    else:
        show_refusal(entry)
