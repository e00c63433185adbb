"""The door; the entry script lives in the package, so that no page runs without it."""

import streamlit as st

from themewatch.ui.application import ENTRY, options

app = st.App(ENTRY, **options())
