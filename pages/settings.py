"""Settings: where the data lies, whether it is safe, and taking it along."""

import streamlit as st

from themewatch.ui.links import page_link
from themewatch.ui.settings_archive import offer_archive
from themewatch.ui.settings_findings import show_findings
from themewatch.ui.settings_import import ask_for_archive
from themewatch.ui.settings_name import ask_for_name
from themewatch.words import _

st.title(_("Settings"))
with st.container(horizontal=True):
    page_link("people", _("People and roles"))
    page_link("feeds", _("Feeds"))
    page_link("history", _("History"))
ask_for_name()
show_findings()
offer_archive()
ask_for_archive()
