"""The entry script of every visit: language, the pages there are, who may open them."""

import streamlit as st

from themewatch.ui import session, sidebar
from themewatch.ui.gate import show_refusal
from themewatch.ui.journal_strip import show_strip
from themewatch.ui.pages import PAGES, entry_of

SIDEBAR_WIDTH = 230  # pixels; leaves the map its room on a laptop

session.speak()
st.set_page_config(
    page_title="themewatch",
    page_icon="🌦️",
    layout="wide",
    initial_sidebar_state=SIDEBAR_WIDTH,
)

page = st.navigation([known.register() for known in PAGES])
entry = entry_of(page)
sidebar.draw()
if session.may(entry.role):
    show_strip()
    page.run()
else:
    show_refusal(entry)
