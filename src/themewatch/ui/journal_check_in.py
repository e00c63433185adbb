"""Check in: what one saw on a day, files, and runs of a fixed test."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry, EntryKind
from themewatch.errors import InputError
from themewatch.ui import session
from themewatch.ui.drafts import DraftForm
from themewatch.ui.forms import together
from themewatch.ui.journal_entry_form import (
    ENTRY_FIELDS,
    ask_day,
    begin_entry,
    entry_form,
    offer_to_save,
    say_closed,
)
from themewatch.ui.journal_run_form import filled_from
from themewatch.ui.journal_runs_form import (
    RUNS,
    draw_runs,
    fields_of_runs,
    last_model,
    runs_from,
    shared_runs,
)
from themewatch.ui.journal_state import asked
from themewatch.ui.kept_files import (
    ask_for_kept_files,
    file_fields,
    filled_with,
    kept_files_from,
)
from themewatch.words import _

FIELDS = ("text", *file_fields("files"))
BEFORE = "before"
"""The kind that begins with a run the month is to be measured against."""


def draw_check_in(journal: Journal, on: date, entry: Entry | None = None) -> None:
    """Draw the form of a check-in: a new one of a day, or one that is changed."""
    if say_closed(journal):
        return
    form = entry_form(_name(entry), journal, on, entry)
    form.resume(_beginning(form, journal, on, entry))
    with st.container(border=True):
        place = st.container()
        day = ask_day(form, journal)
        st.text_area(
            _("What I saw"),
            key=form.key("text"),
            height=160,
            placeholder=_("what you asked for, what came out, what surprised you"),
            help=_("**bold**, *italics*, lines that begin with “- ”, web addresses"),
        )
        ask_for_kept_files(form, "files", _("Images, video or audio, up to four"))
        draw_runs(form, journal, day, entry)
        form.keep([*ENTRY_FIELDS, *FIELDS, *fields_of_runs(form)], place)
        offer_to_save(form, journal, entry, lambda: _written(form, journal, entry))


def _name(entry: Entry | None) -> str:
    """Return what the form is called; the *before* has a draft of its own."""
    is_before = entry is None and asked("kind") == BEFORE
    return BEFORE if is_before else EntryKind.CHECK_IN


def _beginning(
    form: DraftForm, journal: Journal, on: date, entry: Entry | None
) -> Mapping[str, Any]:
    fields = begin_entry(on, entry)
    if entry is not None:
        fields |= {"text": entry.text, RUNS: [run.id for run in entry.runs]}
        fields |= filled_with("files", entry.files)
        for run in entry.runs:
            fields |= filled_from(run, entry.on)
    elif asked("kind") == BEFORE and journal.tests:
        fields |= _before(form, journal)
    return fields


def _before(form: DraftForm, journal: Journal) -> dict[str, Any]:
    """Return the fields of a run that the month is to be measured against."""
    run = form.record_id(1)
    return {
        RUNS: [run],
        f"{run}-test": journal.tests[0].id,
        f"{run}-model": last_model(journal),
        f"{run}-is_before": True,
    }


def _written(
    form: DraftForm, journal: Journal, before: Entry | None
) -> tuple[Entry, set[str]]:
    """Return the entry as typed, and which of its runs are to be shared."""
    day = form.value("on")
    if day is None:
        raise InputError(_("The day is missing: choose it."))
    read = together(
        [
            lambda: {"files": kept_files_from(form, "files")},
            lambda: {"runs": runs_from(form, journal, day)},
        ]
    )
    entry = Entry(
        id=before.id if before else form.record_id(),
        journal=journal.id,
        kind=EntryKind.CHECK_IN,
        on=day,
        written_at=before.written_at if before else session.now(),
        text=form.text("text"),
        version=form.value("version"),
        **{name: value for part in read for name, value in part.items()},
    )
    return entry, shared_runs(form)
