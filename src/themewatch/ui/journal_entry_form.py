"""What the forms of a journal's entries share: their day, saving, other windows."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

import streamlit as st

from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import Entry
from themewatch.services.journal_entries import write_entry
from themewatch.ui import cache, session
from themewatch.ui.drafts import DraftForm
from themewatch.ui.journal_saved import remember_written
from themewatch.ui.journal_state import open_view
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

ENTRY_FIELDS = ("on", "version")

Written = Callable[[], tuple[Entry, Collection[str]]]
"""Reads the form: the entry, and the ids of the runs that are to be shared."""


def say_closed(journal: Journal) -> bool:
    """Say that a closed journal takes nothing new."""
    if journal.is_closed:
        st.info(_("This journal is closed: reopen it to write into it."))
    return journal.is_closed


def entry_form(kind: str, journal: Journal, on: date, entry: Entry | None) -> DraftForm:
    """Return the form of an entry: one for each day, and for each entry changed."""
    return DraftForm(f"{kind}-{journal.id}-{entry.id if entry else on.isoformat()}")


def begin_entry(on: date, entry: Entry | None) -> dict[str, Any]:
    """Return what the fields of every entry hold at first."""
    return {
        "on": entry.on if entry else on,
        "version": entry.version if entry else 1,
    }


def ask_day(form: DraftForm, journal: Journal) -> date:
    """Ask for the day within the journal; one that has passed is said to be."""
    today = session.today()
    given: date = form.value("on") or today
    latest = max(min(today, journal.ends_on), journal.started_on, given)
    earliest = min(journal.started_on, given)
    chosen: date | None = st.date_input(
        _("Day"),
        key=form.key("on"),
        min_value=earliest,
        max_value=latest,
        format="YYYY-MM-DD",
        width=220,
    )
    day = chosen or given
    if day < today:
        ago = (today - day).days
        said = ngettext(
            "You write this down a day later.",
            "You write this down {n} days later.",
            ago,
        )
        st.caption(plain(said.format(n=ago)))
    return day


def offer_to_save(
    form: DraftForm, journal: Journal, entry: Entry | None, written: Written
) -> None:
    """Draw what stands in the way of saving, and the button that does it."""
    form.show_problems()
    if entry is not None and form.value("version") != entry.version:
        _show_other_version(form, entry)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            _("Save"),
            type="primary",
            key=form.key("save"),
            on_click=form.once(lambda: _save(form, journal, entry, written)),
        )
        if entry is not None:
            st.button(
                _("Back"),
                key=form.key("back"),
                on_click=_open_day,
                args=(journal, entry.on),
            )


def _show_other_version(form: DraftForm, entry: Entry) -> None:
    st.warning(
        _(
            "This entry was changed in another window since you began to change it "
            "here. What you typed stays here, and overwrites nothing until you choose."
        )
    )
    with st.container(horizontal=True):
        st.button(
            _("Keep what stands here"),
            key=form.key("over"),
            on_click=st.session_state.update,
            args=({form.key("version"): entry.version},),
        )
        st.button(_("Take the other one"), key=form.key("other"), on_click=form.discard)


def _save(
    form: DraftForm, journal: Journal, before: Entry | None, written: Written
) -> None:
    entry, shared = written()
    was_shared = before is not None and any(run.note for run in before.runs)
    known = cache.todays_assessment() if shared or was_shared else None
    moment = Moment(session.now(), session.today())
    with session.writing() as db:
        kept = write_entry(db, journal, entry, shared, moment)
        form.drop(db)
    remember_written(journal, kept, before, known)
    _open_day(journal, kept.on)


def _open_day(journal: Journal, on: date) -> None:
    open_view("month", journal=journal.id, day=on.isoformat())
