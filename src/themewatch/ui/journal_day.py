"""One day of a journal: what stands there, and what can be written."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry, EntryKind
from themewatch.ui import session
from themewatch.ui.journal_check_in import BEFORE, draw_check_in
from themewatch.ui.journal_entry_view import show_entry
from themewatch.ui.journal_improvement import draw_improvement
from themewatch.ui.journal_plan import draw_plan, draw_skip
from themewatch.ui.journal_state import asked, open_view
from themewatch.ui.text import plain
from themewatch.words import _, mark

KINDS = {
    "check-in": mark("Check in"),
    "improvement": mark("Something got better, or not"),
    "plan": mark("Plan it"),
    "skip": mark("Skip it"),
}
FORMS: Mapping[str, Callable[[Journal, date], None]] = {
    "check-in": draw_check_in,
    BEFORE: draw_check_in,
    "improvement": draw_improvement,
    "plan": draw_plan,
    "skip": draw_skip,
}


def draw_day(journal: Journal, entries: Sequence[Entry], on: date) -> None:
    """Draw the entries of a day, and the form that was asked for."""
    st.header(plain(_day_title(on)), anchor="day")
    here = [entry for entry in entries if entry.on == on]
    edited = next((e for e in here if e.id == asked("entry")), None)
    for entry in here:
        if edited is None or entry.id != edited.id:
            with st.container(border=True):
                show_entry(journal, entry)
    if journal.is_closed:
        if not here:
            st.markdown(_("Nothing was written on this day."))
        return
    if edited is not None:
        _draw_edit(journal, edited)
        return
    _draw_new(journal, on, is_empty=not here)


def _day_title(on: date) -> str:
    if on == session.today():
        return _("Today, {day}").format(day=on.isoformat())
    return on.isoformat()


def _draw_new(journal: Journal, on: date, *, is_empty: bool) -> None:
    is_ahead = on > session.today()
    offered = ("plan", "skip") if is_ahead else ("check-in", "improvement", "skip")
    kind = asked("kind")
    if kind not in FORMS or (is_ahead and kind not in offered):
        kind = offered[0] if is_empty else ""
    shown = "check-in" if kind == BEFORE else kind
    with st.container(horizontal=True, key="day_kinds"):
        for name in offered:
            st.button(
                _(KINDS[name]),
                key=f"kind_{name}",
                type="secondary" if name == shown else "tertiary",
                on_click=open_view,
                args=("month",),
                kwargs={"journal": journal.id, "day": on.isoformat(), "kind": name},
            )
    if kind:
        FORMS[kind](journal, on)


def _draw_edit(journal: Journal, entry: Entry) -> None:
    if entry.kind is EntryKind.IMPROVEMENT:
        draw_improvement(journal, entry.on, entry)
    elif entry.kind is EntryKind.CHECK_IN:
        draw_check_in(journal, entry.on, entry)
    elif entry.kind is EntryKind.PLANNED:
        draw_plan(journal, entry.on, entry)
    else:
        draw_skip(journal, entry.on, entry)
