"""Journal: a month with one theme, and what came of it."""

import streamlit as st

from themewatch.ui.journal_page import show_journal
from themewatch.words import _

st.title(_("Journal"))
show_journal()
