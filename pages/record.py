"""One piece of evidence: what it says, its history, correcting it, taking it back."""

import streamlit as st

from themewatch.errors import NotFoundError
from themewatch.services.records import get_history
from themewatch.ui import session
from themewatch.ui.links import page_link
from themewatch.ui.record_card import show_record
from themewatch.ui.text import plain
from themewatch.words import _

record_id = st.query_params.get("id", "")
st.title(_("Piece of evidence"))
try:
    with session.reading() as db:
        history = get_history(db, record_id)
except NotFoundError as problem:
    st.warning(plain(str(problem)))
    page_link("map", _("Back to the map"))
else:
    show_record(history)
