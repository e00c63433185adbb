"""The form of a view: a person's own placing, before the estimate is shown."""

from typing import Any

import streamlit as st

from themewatch.charts.sentences import place
from themewatch.domain.stage import SCALE_END
from themewatch.domain.view import Confidence, View
from themewatch.errors import InputError
from themewatch.ui import session
from themewatch.ui.choices import CONFIDENCES
from themewatch.ui.forms import Form
from themewatch.words import _

THIRDS = 12
PLACES = tuple((third + 0.5) * SCALE_END / THIRDS for third in range(THIRDS))
"""The middle of each third of each stage."""


def fields_of_view(view: View) -> dict[str, Any]:
    """Return what the form's fields hold when a view is corrected."""
    return {
        "person": view.person,
        "position": view.position,
        "on": view.on,
        "confidence": view.confidence,
        "reason": view.reason,
    }


def draw_view_fields(form: Form, *, is_new: bool = False) -> None:
    """Draw all fields of a view; a new one asks for its author's name too."""
    if is_new and not session.person():
        st.text_input(_("Your name"), key=form.key("person"), max_chars=80)
    st.select_slider(
        _("Where does the theme stand for you?"),
        sorted({*PLACES, form.value("position", PLACES[0])}),
        format_func=place,
        key=form.key("position"),
    )
    st.radio(
        _("How sure are you?"),
        list(Confidence),
        format_func=lambda confidence: _(CONFIDENCES[confidence]),
        key=form.key("confidence"),
        horizontal=True,
    )
    st.date_input(_("On"), key=form.key("on"), format="YYYY-MM-DD")
    st.text_area(_("Why?"), key=form.key("reason"), height=80, max_chars=2000)


def view_from(form: Form, theme: str) -> dict[str, Any]:
    """Return a view's own fields as chosen; raises InputError for what is missing."""
    person = session.person() or form.text("person")
    if not person:
        raise InputError(_("Your name is missing: it stands under the view."))
    if form.value("on") is None:
        raise InputError(_("The day is missing: choose it."))
    return {
        "theme": theme,
        "person": person,
        "on": form.value("on"),
        "position": form.value("position"),
        "confidence": form.value("confidence"),
        "reason": form.text("reason"),
    }
