"""The month of a journal: its calendar, this week's prompt, the day that is open."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from themewatch.domain.journal import Journal
from themewatch.domain.journal_days import days_of, weeks_of
from themewatch.domain.journal_entry import Entry, EntryKind
from themewatch.services.journal_entries import list_own_entries
from themewatch.ui import session
from themewatch.ui.journal_calendar import show_calendar
from themewatch.ui.journal_check_in import BEFORE
from themewatch.ui.journal_day import draw_day
from themewatch.ui.journal_entry_form import entry_form
from themewatch.ui.journal_settings import draw_settings
from themewatch.ui.journal_state import asked, open_view
from themewatch.ui.journal_week import show_week
from themewatch.ui.text import plain
from themewatch.words import _


def draw_month(journal: Journal) -> None:
    """Draw the calendar, what this week asks, and the day that was chosen."""
    today = session.today()
    with session.reading() as db:
        entries = list_own_entries(db, journal)
    st.markdown(plain(_where(journal, today)))
    _remind_of_before(journal, entries)
    calendar, week = st.columns([3, 2], gap="large")
    with calendar:
        _show_calendar(journal, entries, today)
    with week:
        show_week(journal, entries, today)
    draw_day(journal, entries, _chosen_day(journal, today))
    if not journal.is_closed:
        draw_settings(journal)


def _where(journal: Journal, today: date) -> str:
    span = _("{start} to {end}").format(
        start=journal.started_on.isoformat(), end=journal.ends_on.isoformat()
    )
    if journal.is_closed:
        return _("Closed · {span}").format(span=span)
    if today > journal.ends_on:
        return _("The month is over · {span}").format(span=span)
    return _("Day {n} of {days} · {span}").format(
        n=journal.day_number(today), days=journal.days, span=span
    )


def _remind_of_before(journal: Journal, entries: Sequence[Entry]) -> None:
    """Say once, calmly, that nothing is there yet to measure the month against."""
    has_before = any(run.is_before for entry in entries for run in entry.runs)
    if has_before or journal.is_closed or not journal.tests:
        return
    today = session.today()
    with st.container(border=True, key="no_before"):
        st.markdown(
            _(
                "Your month has no *before* yet: run your fixed test once now, or add "
                "an older result with its day. That is what the end is compared with."
            )
        )
        st.button(
            _("Add the before"),
            key="add_before",
            on_click=open_view,
            args=("month",),
            kwargs={
                "journal": journal.id,
                "day": min(_chosen_day(journal, today), today).isoformat(),
                "kind": BEFORE,
            },
        )


def _show_calendar(journal: Journal, entries: Sequence[Entry], today: date) -> None:
    days = days_of(journal, entries, today)
    chosen = show_calendar(
        weeks_of(days), _asked_day(journal), _("The days of this month")
    )
    if chosen is not None and chosen != _asked_day(journal):
        open_view("month", journal=journal.id, day=chosen.isoformat())
        st.rerun()


def _asked_day(journal: Journal) -> date | None:
    try:
        day = date.fromisoformat(asked("day"))
    except ValueError:
        return None
    return day if journal.holds(day) else None


def _chosen_day(journal: Journal, today: date) -> date:
    """Return the day asked for, else today, kept within the journal."""
    day = _asked_day(journal) or _this_day(journal, today)
    return min(max(day, journal.started_on), journal.ends_on)


def _this_day(journal: Journal, today: date) -> date:
    """Return today; past midnight still the day whose form is begun and not saved."""
    name = f"journal-{journal.id}-this-day"
    shown: date = st.session_state.get(name, today)
    form = entry_form(EntryKind.CHECK_IN, journal, shown, None)
    if shown == today or not form.is_begun:
        st.session_state[name] = shown = today
    return shown
