"""Where the theme stands for oneself at the end of a month, asked before the estimate.

Nothing on this page says where tests put it: one's own view is worth most unswayed.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from themewatch.charts.sentences import place, theme_name
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_report import ClosingView
from themewatch.domain.view import Confidence
from themewatch.services.journal_closing import entry_labels
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.choices import CONFIDENCES
from themewatch.ui.drafts import DraftForm
from themewatch.ui.text import plain
from themewatch.ui.view_form import PLACES
from themewatch.words import _

FIELDS = ("position", "confidence", "convinced", "reason", "is_counted", "is_answered")
NONE = ""


def closing_form(journal: Journal) -> DraftForm:
    return DraftForm(f"closing-{journal.id}")


def has_answered(form: DraftForm, entries: Sequence[Entry]) -> bool:
    """Resume what was answered, and say whether that was all."""
    form.resume(_beginning(entries))
    return bool(form.value("is_answered"))


def ask_closing_view(
    journal: Journal, entries: Sequence[Entry], form: DraftForm
) -> None:
    """Draw the first step of closing."""
    theme = catalogue().theme(journal.theme)
    st.subheader(_("Where does it stand for you now, and which note convinced you?"))
    st.markdown(
        _(
            "Asked before you see where tests put it. Your answer opens the report, "
            "and is kept as your view."
        )
    )
    if journal.holds(session.today()) and session.today() < journal.ends_on:
        said = _("The month lasts until {day}: closing now ends it early.")
        st.caption(plain(said.format(day=journal.ends_on.isoformat())))
    draft = st.container()
    form.show_problems()
    labels = {**entry_labels(journal, entries), NONE: _("no single note")}
    with st.container(border=True):
        asked = _("Where does {theme} stand for you?")
        st.select_slider(
            plain(asked.format(theme=theme_name(theme))),
            PLACES,
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
        st.selectbox(
            _("Which note convinced you?"),
            list(labels),
            format_func=labels.__getitem__,
            key=form.key("convinced"),
        )
        st.text_area(_("Why?"), key=form.key("reason"), height=80, max_chars=2000)
        _ask_whether_counted(form)
    st.button(
        _("Go on to the report"),
        type="primary",
        key=form.key("answer"),
        on_click=_answer,
        args=(form,),
    )
    form.keep(FIELDS, draft)


def _ask_whether_counted(form: DraftForm) -> None:
    st.toggle(_("Count my view on the shared map"), key=form.key("is_counted"))
    st.caption(
        _(
            "Counted, it is a view like any other, under your name: it can move ● "
            "where you have not tested the theme in the 30 days before, since whoever "
            "tested has said it by testing. Not counted, it stays in your report."
        )
    )


def _answer(form: DraftForm) -> None:
    st.session_state[form.key("is_answered")] = True


def ask_again(form: DraftForm) -> None:
    """Go back to the first step; for a button's `on_click`."""
    st.session_state[form.key("is_answered")] = False


def closing_view(form: DraftForm) -> ClosingView:
    """Return the view as it was answered; counted, its record's id is minted."""
    return ClosingView(
        position=form.value("position"),
        confidence=Confidence(form.value("confidence")),
        entry=form.value("convinced") or None,
        reason=form.text("reason"),
        view=form.record_id() if form.value("is_counted") else None,
    )


def _beginning(entries: Sequence[Entry]) -> Mapping[str, Any]:
    noted = [entry.id for entry in entries if entry.is_noted]
    return {
        "position": PLACES[len(PLACES) // 2 - 1],
        "confidence": Confidence.FAIR,
        "convinced": noted[-1] if noted else NONE,
        "reason": "",
    }
