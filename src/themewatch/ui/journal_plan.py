"""Days that are planned, or skipped with a reason; neither costs anything."""

from datetime import date

import streamlit as st

from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import Entry, EntryKind
from themewatch.services.journal_entries import write_entry
from themewatch.ui import session
from themewatch.ui.forms import Form
from themewatch.ui.journal_saved import remember_written
from themewatch.ui.journal_state import open_view
from themewatch.words import _


def draw_plan(journal: Journal, on: date, entry: Entry | None = None) -> None:
    """Draw the form that plans a day."""
    _draw(journal, on, entry, EntryKind.PLANNED, _("What do you mean to test?"))


def draw_skip(journal: Journal, on: date, entry: Entry | None = None) -> None:
    """Draw the form that skips a day."""
    _draw(journal, on, entry, EntryKind.SKIPPED, _("Why was it skipped?"))


def _draw(
    journal: Journal, on: date, entry: Entry | None, kind: EntryKind, asks: str
) -> None:
    form = Form(f"{kind}-{journal.id}-{entry.id if entry else on.isoformat()}")
    form.begin({"text": entry.text if entry else ""})
    form.show_problems()
    with st.form(f"form_{kind}", border=True):
        st.text_input(asks, key=form.key("text"), max_chars=500)
        st.form_submit_button(
            _("Save"),
            type="primary",
            on_click=form.attempt,
            args=(lambda: _save(form, journal, on, entry, kind),),
        )


def _save(
    form: Form, journal: Journal, on: date, entry: Entry | None, kind: EntryKind
) -> None:
    kept = Entry(
        id=entry.id if entry else form.record_id(),
        journal=journal.id,
        kind=kind,
        on=on,
        written_at=entry.written_at if entry else session.now(),
        text=form.text("text"),
        version=entry.version if entry else 1,
    )
    with session.writing() as db:
        kept = write_entry(
            db, journal, kept, (), Moment(session.now(), session.today())
        )
    remember_written(journal, kept, entry, None)
    open_view("month", journal=journal.id, day=on.isoformat())
