"""Review: does the team agree, and what does it do now?"""

import streamlit as st

from themewatch.ui.review_page import show_review
from themewatch.words import _

st.title(_("Review"))
show_review()
