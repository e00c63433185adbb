"""Test next: where one careful test would tell most, and a ready test for it."""

import streamlit as st

from themewatch.ui.next_tests import show_tests
from themewatch.words import _

st.title(_("What to test next"))
show_tests()
