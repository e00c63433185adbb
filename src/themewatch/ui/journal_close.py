"""Close a month: first one's own view, then the report, then it stands for good."""

import streamlit as st

from themewatch.domain.journal import Journal
from themewatch.services.journal_entries import list_own_entries
from themewatch.ui import session
from themewatch.ui.journal_close_report import draw_closing_report
from themewatch.ui.journal_close_view import (
    ask_closing_view,
    closing_form,
    has_answered,
)
from themewatch.ui.journal_state import open_view
from themewatch.words import _


def draw_close(journal: Journal) -> None:
    """Draw the closing of a month, step by step; nothing is kept before the last."""
    if journal.is_closed:
        st.info(_("This journal is closed. Reopen it to go on, or to close it anew."))
        st.button(
            _("Read its report"),
            key="read_report",
            on_click=open_view,
            args=("report",),
            kwargs={"journal": journal.id},
        )
        return
    with session.reading() as db:
        entries = list_own_entries(db, journal)
    form = closing_form(journal)
    if has_answered(form, entries):
        draw_closing_report(journal, entries, form)
    else:
        ask_closing_view(journal, entries, form)
