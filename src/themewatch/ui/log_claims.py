"""Add a claim to a release that is there already."""

import streamlit as st

from themewatch.domain.claim import Claim
from themewatch.services.learned import theme_change
from themewatch.services.log import log_record
from themewatch.ui import cache, session
from themewatch.ui.claim_form import claim_from, draw_claim_fields
from themewatch.ui.forms import Form
from themewatch.ui.log_release import logged_by
from themewatch.ui.saved import claimed_sentence, remember_saved
from themewatch.words import _


def ask_for_claims(release: str) -> None:
    """Offer the form of one more claim of a release."""
    form = Form(f"claim-{release}")
    with st.expander(_("Add a claim"), key="add_claim", on_change="rerun") as opened:
        if not opened.open:
            return
        form.begin({"stage0": ""})
        form.show_problems()
        draw_claim_fields(form)
        st.button(
            _("Save the claim"),
            type="primary",
            key=form.key("save"),
            on_click=form.once(lambda: _save(form, release)),
        )


def _save(form: Form, release: str) -> None:
    claim = Claim(
        id=form.record_id(),
        recorded_at=session.now(),
        source=logged_by(),
        release=release,
        **claim_from(form),
    )
    before = cache.todays_assessment()
    with session.writing() as db:
        log_record(db, claim)
    change = theme_change(claim.theme, before, cache.todays_assessment())
    remember_saved([claim.id], claim.theme, [claimed_sentence(change)])
