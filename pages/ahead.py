"""What lies ahead: what to watch for, and what people here have forecast."""

import streamlit as st

from themewatch.ui.address import choice
from themewatch.ui.checkpoint_list import show_checkpoints
from themewatch.ui.forecast_list import show_forecasts
from themewatch.ui.saved import show_saved
from themewatch.words import _

VIEWS = {
    "checkpoints": (_("Checkpoints"), show_checkpoints),
    "forecasts": (_("Forecasts"), show_forecasts),
}

st.title(_("What lies ahead"))
show_saved()
view = st.segmented_control(
    _("What to show"),
    list(VIEWS),
    format_func=lambda name: VIEWS[name][0],
    required=True,
    label_visibility="collapsed",
    **choice("view", VIEWS, "checkpoints"),
)
_label, show = VIEWS[view]
show()
