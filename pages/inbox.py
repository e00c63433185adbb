"""Inbox: what is new, and what becomes of it."""

import streamlit as st

from themewatch.ui.address import choice
from themewatch.ui.decided import show_decided
from themewatch.ui.triage import show_inbox
from themewatch.ui.viewport import is_narrow
from themewatch.words import _

VIEWS = {"waiting": _("Waiting"), "decided": _("Decided")}

with st.container(horizontal=True, vertical_alignment="center"):
    st.title(_("Inbox"), width="content")
    view = st.segmented_control(
        _("What to show"),
        list(VIEWS),
        format_func=lambda name: VIEWS[name],
        required=True,
        label_visibility="collapsed",
        **choice("view", VIEWS, "waiting"),
    )
if view == "waiting":
    show_inbox(is_narrow=is_narrow())
else:
    show_decided()
