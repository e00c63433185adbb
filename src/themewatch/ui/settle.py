"""Say what came of a checkpoint."""

import streamlit as st

from themewatch.domain.checkpoint import Checkpoint
from themewatch.errors import ConflictError
from themewatch.services.checkpoints import Settlement, settle
from themewatch.ui import session
from themewatch.ui.checkpoint_form import (
    draw_settlement_fields,
    fields_of_settlement,
    settlement_from,
)
from themewatch.ui.forms import Form
from themewatch.ui.saved import PROBLEM, remember_saved
from themewatch.words import _


def offer_to_settle(checkpoint: Checkpoint) -> None:
    """Offer the small form: the day, and what came of it."""
    key = f"settle-{checkpoint.id}"
    label = _("Say what came of it")
    with st.expander(label, key=key, on_change="rerun") as opened:
        if not opened.open:
            return
        form = Form(f"came-{checkpoint.id}")
        form.begin(fields_of_settlement(session.today()))
        form.show_problems()
        with st.form(f"form-{checkpoint.id}", border=False):
            draw_settlement_fields(form)
            st.form_submit_button(
                _("Save"),
                type="primary",
                key=form.key("save"),
                on_click=form.once(lambda: _save(form, checkpoint)),
            )


def _save(form: Form, checkpoint: Checkpoint) -> None:
    said = Settlement(
        id=form.record_id(), recorded_at=session.now(), **settlement_from(form)
    )
    try:
        with session.writing() as db:
            settle(db, checkpoint.id, said)
    except ConflictError as problem:
        # Its row is another's by now, and this form gone with it: the page says it.
        st.session_state[PROBLEM] = problem
        return
    words = _("What came of “{title}”: {result}")
    sentence = words.format(title=checkpoint.title, result=said.result)
    remember_saved([said.id], checkpoint.theme, [sentence], is_correction=True)
