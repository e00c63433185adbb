"""Feeds: where news comes from, whether that works, and what decisions taught."""

import streamlit as st

from themewatch.ui.feed_acts import show_said
from themewatch.ui.feed_list import show_feeds
from themewatch.ui.feed_lists import ask_for_feeds
from themewatch.ui.lessons import show_lessons
from themewatch.words import _

st.title(_("Feeds"))
show_said()
ask_for_feeds()
show_feeds()
show_lessons()
