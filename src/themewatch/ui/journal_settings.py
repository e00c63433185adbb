"""What a journal is about and how long it lasts, changed while it is open."""

from dataclasses import replace
from datetime import date

import streamlit as st

from themewatch.domain.journal import Journal
from themewatch.errors import InputError
from themewatch.services.journals import change_journal
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.drafts import DraftForm
from themewatch.ui.journal_fixed_tests import (
    NAMES,
    draw_fixed_tests,
    fields_of_tests,
    fixed_tests_from,
)
from themewatch.ui.journal_state import open_view
from themewatch.words import _

FIELDS = ("why", "questions", "ends_on", "version", *NAMES)


def draw_settings(journal: Journal) -> None:
    """Draw why it matters, its fixed tests and its end; and the way to close it."""
    form = DraftForm(f"settings-{journal.id}")
    with st.expander(
        _("About this journal: why, fixed tests, how long"),
        key="journal_settings",
        on_change="rerun",
    ) as opened:
        if opened.open:
            _draw(form, journal)


def _draw(form: DraftForm, journal: Journal) -> None:
    form.resume(
        {
            "why": journal.why,
            "ends_on": journal.ends_on,
            "questions": journal.questions,
            "version": journal.version,
            **fields_of_tests(journal.tests),
        }
    )
    draft = st.container()
    form.show_problems()
    if form.value("version") != journal.version:
        st.warning(_("It was changed in another window since you opened it here."))
        st.button(
            _("Show what it says now"), key="settings_anew", on_click=form.discard
        )
    st.text_area(_("What does it mean for your work?"), key=form.key("why"), height=80)
    st.text_area(_("Open questions"), key=form.key("questions"), height=80)
    st.date_input(
        _("It ends on"),
        key=form.key("ends_on"),
        min_value=journal.started_on,
        format="YYYY-MM-DD",
        width=200,
        help=_("A later day extends it. To end it now, close it."),
    )
    draw_fixed_tests(form, catalogue().theme(journal.theme), journal.tests)
    with st.container(horizontal=True):
        st.button(
            _("Save"),
            type="primary",
            key="save_settings",
            on_click=form.attempt,
            args=(lambda: _save(form, journal),),
        )
        st.button(
            _("Close it now"),
            key="close_now",
            on_click=open_view,
            args=("close",),
            kwargs={"journal": journal.id},
        )
    form.keep(FIELDS, draft)


def _save(form: DraftForm, journal: Journal) -> None:
    ends_on = form.value("ends_on")
    if not isinstance(ends_on, date):
        raise InputError(_("The day it ends is missing: choose it."))
    changed = replace(
        journal,
        version=form.value("version"),
        why=form.text("why"),
        questions=form.text("questions"),
        ends_on=ends_on,
        tests=fixed_tests_from(form, journal.tests),
    )
    with session.writing() as db:
        change_journal(db, changed, today=session.today())
        form.drop(db)
