"""History: who did what and when, and putting back what was taken back."""

import streamlit as st

from themewatch.ui.history_list import show_history
from themewatch.ui.saved import show_saved
from themewatch.ui.viewport import is_narrow
from themewatch.words import _

st.title(_("Who did what"))
show_saved()
show_history(is_narrow=is_narrow())
