"""One entry of a journal: what was seen, runs, files, and what can be done with it."""

import streamlit as st

from themewatch.charts.run_words import kind_name
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.errors import ThemewatchError
from themewatch.services.journal_entries import put_back_entry, remove_entry
from themewatch.ui import session
from themewatch.ui.files import show_files
from themewatch.ui.journal_improvement_view import show_improvement
from themewatch.ui.journal_runs_view import show_runs
from themewatch.ui.journal_saved import EntrySaved, Standing
from themewatch.ui.journal_state import open_view
from themewatch.ui.saved import PROBLEM, remember_said
from themewatch.ui.simple_text import simple
from themewatch.ui.text import plain
from themewatch.words import _

WIDEST = 240  # pixels a picture takes at least beside others


def show_entry(journal: Journal, entry: Entry) -> None:
    """Draw an entry with its acts; one that was removed can be put back."""
    if entry.removed_at is not None:
        _show_removed(journal, entry)
        return
    _show_heading(entry)
    if entry.text:
        st.markdown(simple(entry.text))
    if entry.files:
        with st.grid(min_column_width=WIDEST):
            show_files(entry.files)
    if entry.runs:
        show_runs(journal, entry)
    if entry.improvement is not None:
        show_improvement(journal, entry.improvement, key=entry.id)
    if not journal.is_closed:
        _show_acts(journal, entry)


def _show_heading(entry: Entry) -> None:
    """Say what it is, and on which day it was written if that is another."""
    st.markdown(f"**{plain(kind_name(entry.kind))}**")
    written = entry.written_at.astimezone(session.zone()).date()
    if written != entry.on and entry.is_noted:
        st.caption(plain(_("Written on {day}.").format(day=written.isoformat())))


def _show_acts(journal: Journal, entry: Entry) -> None:
    with st.container(horizontal=True):
        st.button(
            _("Change it"),
            key=f"change-{entry.id}",
            on_click=open_view,
            args=("month",),
            kwargs={
                "journal": journal.id,
                "day": entry.on.isoformat(),
                "entry": entry.id,
            },
        )
        st.button(
            _("Remove it"),
            key=f"remove-{entry.id}",
            on_click=_remove,
            args=(journal, entry),
        )


def _show_removed(journal: Journal, entry: Entry) -> None:
    st.warning(_("This entry was removed: nothing of it counts."))
    if not journal.is_closed:
        st.button(
            _("Put it back"),
            key=f"put_back-{entry.id}",
            on_click=_put_back,
            args=(journal, entry),
        )


def _remove(journal: Journal, entry: Entry) -> None:
    session.speak()
    before = Standing.of(entry)
    try:
        with session.writing() as db:
            gone = remove_entry(db, journal, entry, now=session.now())
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
        return
    remember_said(EntrySaved(journal, Standing(gone, frozenset()), before))


def _put_back(journal: Journal, entry: Entry) -> None:
    session.speak()
    try:
        with session.writing() as db:
            back = put_back_entry(db, journal, entry)
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
        return
    remember_said(EntrySaved(journal, Standing.of(back), Standing(entry, frozenset())))
