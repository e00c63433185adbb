"""Log: what somebody saw, what was released, where somebody places a theme."""

import streamlit as st

from themewatch.ui.address import choice
from themewatch.ui.log_note import log_note_page
from themewatch.ui.log_release import log_release_page
from themewatch.ui.log_view import log_view_page
from themewatch.ui.saved import show_saved
from themewatch.words import _

FORMS = {
    "note": (_("Test note"), log_note_page),
    "release": (_("Release with claims"), log_release_page),
    "view": (_("My view"), log_view_page),
}

st.title(_("Log what you saw"))
show_saved()
kind = st.segmented_control(
    _("What do you log?"),
    list(FORMS),
    format_func=lambda name: FORMS[name][0],
    required=True,
    label_visibility="collapsed",
    **choice("log", FORMS, "note"),
)
_title, draw_form = FORMS[kind]
draw_form()
