"""The fields of a checkpoint, new or corrected, and of what came of it."""

from datetime import date
from typing import Any

import streamlit as st

from themewatch.charts.checkpoint_words import subject_name
from themewatch.charts.sentences import theme_name
from themewatch.domain.checkpoint import Checkpoint, Subject
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.forms import Form
from themewatch.words import _

ALL = ""
"""The choice of no theme: it bears on all of them."""


def fields_of_checkpoint(checkpoint: Checkpoint) -> dict[str, Any]:
    """Return what the form's fields hold when a checkpoint is corrected."""
    return {
        "title": checkpoint.title,
        "subject": checkpoint.subject,
        "theme": checkpoint.theme or ALL,
        "due_on": checkpoint.due_on,
        "text": checkpoint.text,
        "link": checkpoint.link or "",
        **fields_of_settlement(checkpoint.settled_on, checkpoint.result),
    }


def fields_of_settlement(settled_on: date | None, result: str = "") -> dict[str, Any]:
    return {"settled_on": settled_on, "result": result}


def draw_checkpoint_fields(
    form: Form, *, is_new: bool = False, is_settled: bool = False
) -> None:
    """Draw all fields of a checkpoint; a new one asks for a name where none is set."""
    if is_new and not session.person():
        st.text_input(_("Your name"), key=form.key("person"), max_chars=80)
    st.text_input(
        _("What to watch for"),
        key=form.key("title"),
        max_chars=200,
        placeholder=_("a ruling on training data"),
    )
    st.radio(
        _("Kind"),
        list(Subject),
        format_func=subject_name,
        key=form.key("subject"),
        horizontal=True,
    )
    theme, day = st.columns([3, 2])
    with theme:
        _ask_theme(form)
    day.date_input(
        _("Day"),
        None,
        key=form.key("due_on"),
        format="YYYY-MM-DD",
        help=_("Leave it empty while the date is open."),
    )
    st.text_area(_("Why it matters"), key=form.key("text"), height=80, max_chars=2000)
    st.text_input(
        _("Link to where it was read"), key=form.key("link"), placeholder="https://"
    )
    if is_settled:
        draw_settlement_fields(form)


def _ask_theme(form: Form) -> None:
    themes = catalogue().themes
    st.selectbox(
        _("Theme"),
        [ALL, *SLUGS],
        format_func=lambda slug: theme_name(themes[slug]) if slug else _("all themes"),
        key=form.key("theme"),
    )


def draw_settlement_fields(form: Form) -> None:
    """Ask on which day and how it was settled."""
    st.date_input(
        _("On which day?"), None, key=form.key("settled_on"), format="YYYY-MM-DD"
    )
    st.text_area(
        _("What came of it?"), key=form.key("result"), height=80, max_chars=2000
    )


def checkpoint_from(form: Form) -> dict[str, Any]:
    """Return a checkpoint's own fields; raises InputError where its title is missing.

    What came of it is among them where the form asked for it.
    """
    if not form.text("title"):
        raise InputError(_("What to watch for is missing: name it in a few words."))
    return {
        "title": form.text("title"),
        "subject": form.value("subject"),
        "theme": form.value("theme") or None,
        "due_on": form.value("due_on"),
        "text": form.text("text"),
        "link": form.text("link") or None,
        "settled_on": form.value("settled_on"),
        "result": form.text("result"),
    }


def settlement_from(form: Form) -> dict[str, Any]:
    """Return what came of it; raises InputError for what is missing."""
    missing = []
    if form.value("settled_on") is None:
        missing.append(_("The day is missing: choose on which day that was known."))
    if not form.text("result"):
        missing.append(_("What came of it is missing: say it in a line."))
    if missing:
        raise InputError(*missing)
    return {"settled_on": form.value("settled_on"), "result": form.text("result")}
