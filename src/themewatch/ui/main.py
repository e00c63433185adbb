"""The entry script of every visit: language, the pages there are, the sidebar."""

import streamlit as st

from themewatch.ui import session, sidebar
from themewatch.ui.journal_strip import show_strip
from themewatch.ui.pages import PAGES

SIDEBAR_WIDTH = 230  # pixels; leaves the map its room on a laptop

session.speak()
st.set_page_config(
    page_title="themewatch",
    page_icon="🌦️",
    layout="wide",
    initial_sidebar_state=SIDEBAR_WIDTH,
)

page = st.navigation([entry.register() for entry in PAGES])
sidebar.draw()
show_strip()
page.run()
