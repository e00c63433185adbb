"""Add a checkpoint: something to watch for."""

import streamlit as st

from themewatch.charts.checkpoint_words import checkpoint_facts
from themewatch.domain.checkpoint import Checkpoint, Subject
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.services.log import log_record
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.checkpoint_form import (
    ALL,
    checkpoint_from,
    draw_checkpoint_fields,
)
from themewatch.ui.forms import Form
from themewatch.ui.saved import remember_saved
from themewatch.words import _

FOLD = "add_checkpoint"


def add_checkpoint(*, is_first: bool) -> None:
    """Offer the form of a new one, unfolded where it is the first.

    A link may name the theme that it begins with.
    """
    asked = st.query_params.get("theme", ALL)
    theme = asked if asked in SLUGS else ALL
    form = Form("-".join(filter(None, ["checkpoint", theme])))
    with st.expander(
        _("Add a checkpoint"),
        expanded=is_first or bool(theme),
        key=FOLD,
        on_change="rerun",
    ) as opened:
        if opened.open:
            _draw(form, theme)


def _draw(form: Form, theme: str) -> None:
    form.begin({"subject": Subject.RULING, "theme": theme, "due_on": None})
    form.show_problems()
    with st.form("checkpoint", border=False, enter_to_submit=False):
        draw_checkpoint_fields(form, is_new=True)
        st.form_submit_button(
            _("Add it"),
            type="primary",
            key=form.key("save"),
            on_click=form.once(lambda: _save(form)),
        )


def _save(form: Form) -> None:
    person = session.person() or form.text("person")
    if not person:
        raise InputError(_("Your name is missing: it stands under the checkpoint."))
    checkpoint = Checkpoint(
        id=form.record_id(),
        recorded_at=session.now(),
        person=person,
        **checkpoint_from(form),
    )
    session.remember(person)
    with session.writing() as db:
        log_record(db, checkpoint)
    st.session_state[FOLD] = False
    facts = checkpoint_facts(checkpoint, catalogue(), session.today())
    said = _("“{title}” is watched for: {facts}.")
    sentence = said.format(title=checkpoint.title, facts=facts)
    remember_saved([checkpoint.id], checkpoint.theme, [sentence])
