"""What can be done with a record of what lies ahead, on its own page."""

import streamlit as st

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.forecast import Forecast
from themewatch.ui.links import page_link
from themewatch.words import _


def show_way_ahead(record: Checkpoint | Forecast) -> None:
    """Link to where all of its kind stand."""
    if isinstance(record, Checkpoint):
        page_link("ahead", _("All checkpoints"))
    else:
        page_link("ahead", _("All forecasts"), view="forecasts")


def say_it_stands() -> None:
    """Say why a forecast offers no act any more."""
    st.markdown(
        _(
            "A forecast stands from a day after it was kept, and on its own day: "
            "whoever could take one back when it goes badly would score too well."
        )
    )
