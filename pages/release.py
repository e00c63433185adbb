"""One release: what it claims, and what tests have said of it."""

import streamlit as st

from themewatch.ui import cache
from themewatch.ui.links import page_link
from themewatch.ui.release_card import show_release
from themewatch.ui.text import plain
from themewatch.words import _

asked = st.query_params.get("release", "")
known = cache.evidence().release_names

if asked in known:
    show_release(known[asked])
else:
    st.title(_("Release"))
    said = _("There is no release {release}: look for it among all.")
    st.warning(plain(said.format(release=asked)))
    page_link("releases", _("All releases"))
