"""Releases: what came out, what it claims, and what tests have said of it."""

import streamlit as st

from themewatch.ui import cache
from themewatch.ui.release_card import show_release
from themewatch.ui.release_list import show_releases
from themewatch.words import _

evidence = cache.evidence()
chosen = st.query_params.get("release", "")

if chosen in evidence.release_names:
    show_release(evidence.release_names[chosen])
else:
    st.title(_("Releases"))
    show_releases(missing=chosen)
