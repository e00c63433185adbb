"""Releases: what came out, searched and filtered."""

import streamlit as st

from themewatch.ui.release_list import show_releases
from themewatch.words import _

st.title(_("Releases"))
show_releases()
