"""Overrule what tests say of a claim, with a reason; the tests stay readable."""

from collections.abc import Collection, Iterator

import streamlit as st

from themewatch.charts.claim_words import (
    outcome_name,
    overruled_words,
    signed_outcome,
)
from themewatch.charts.sentences import place
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.override import Override
from themewatch.errors import ThemewatchError
from themewatch.services.log import log_record, take_back
from themewatch.ui import claims_kept, session
from themewatch.ui.forms import Form
from themewatch.ui.override_form import draw_override_fields, override_from
from themewatch.ui.rights import may_change, may_log
from themewatch.ui.saved import PROBLEM, SAVED, Saved, remember_saved, show_saved
from themewatch.ui.text import plain
from themewatch.words import _

ASKED = "overruling"
"""The claim whose dialog is open."""
SAID = "overruled"
"""The claim that was spoken of last, and the record of what was said."""


def overrule_button(judged: JudgedClaim) -> None:
    """Draw what opens the dialog of a claim, for whoever may overrule."""
    if not may_log():
        return
    claim_id = judged.claim.id
    st.button(
        _("Overrule"),
        key=f"overrule-{claim_id}",
        type="tertiary",
        icon=":material/gavel:",
        on_click=_ask,
        args=(claim_id,),
    )


def show_what_was_said(claim_id: str) -> None:
    """Say what was saved of a claim just now, with its undo."""
    said_of, record_id = st.session_state.get(SAID, ("", ""))
    if said_of == claim_id:
        show_saved({record_id})


def show_what_was_said_elsewhere(shown: Collection[str]) -> None:
    """Say what was saved of a claim that is not among those shown."""
    said_of, _record_id = st.session_state.get(SAID, ("", ""))
    if said_of not in shown:
        show_what_was_said(said_of)


def show_overruling(shown: Collection[str]) -> None:
    """Draw the dialog of a claim among those shown, if somebody opened it.

    A page that offers it ends with this.
    """
    asked = st.session_state.get(ASKED, "")
    judged = claims_kept.find_judged(asked) if asked in shown else None
    if judged is None:
        _close()
    else:
        st.dialog(_("Overrule"), on_dismiss=_close)(_draw)(judged)


def _ask(claim_id: str) -> None:
    st.session_state[ASKED] = claim_id


def _close() -> None:
    st.session_state.pop(ASKED, None)


def _draw(judged: JudgedClaim) -> None:
    if ASKED not in st.session_state:  # saved: only the whole page shows that
        st.rerun()
    form = Form(f"overrule-{judged.claim.id}")
    st.markdown("  \n".join(plain(line) for line in _so_far(judged)))
    form.begin({})
    form.show_problems()
    draw_override_fields(form, has_tests=bool(judged.notes), is_new=True)
    with st.container(horizontal=True):
        st.button(
            _("Save"),
            type="primary",
            key=form.key("save"),
            on_click=_attempt,
            args=(form, judged),
        )
        if judged.override and may_change(judged.override):
            said = _("Take back what {person} said")
            st.button(
                plain(said.format(person=judged.override.person)),
                key="take_word_back",
                on_click=_take_back,
                args=(judged.override, judged.claim.theme),
            )


def _so_far(judged: JudgedClaim) -> Iterator[str]:
    yield judged.claim.text
    if judged.tested is None:
        yield _("Nobody here has tested it yet.")
    else:
        yield _("Tests say: {outcome} ({place})").format(
            outcome=signed_outcome(judged.found), place=place(judged.tested.value)
        )
    if judged.override:
        yield overruled_words(judged)


def _attempt(form: Form, judged: JudgedClaim) -> None:
    """Save; a second press of the same button finds the dialog closed."""
    if ASKED in st.session_state:
        form.attempt(lambda: _save(form, judged))


def _save(form: Form, judged: JudgedClaim) -> None:
    claim = judged.claim
    override = Override(
        id=form.record_id(),
        recorded_at=session.now(),
        claim=claim.id,
        on=session.today(),
        **override_from(form),
    )
    with session.writing() as db:
        log_record(db, override)
    session.remember(override.person)
    said = _("“{claim}” counts as: {outcome}. Neither ● nor ◇ moves.")
    sentence = said.format(claim=claim.text, outcome=outcome_name(override.outcome))
    remember_saved([override.id], claim.theme, [sentence])
    st.session_state[SAID] = (claim.id, override.id)
    _close()


def _take_back(override: Override, theme: str) -> None:
    session.speak()
    try:
        with session.writing() as db:
            take_back(db, override.id, by=session.person(), now=session.now())
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
    else:
        st.session_state[SAVED] = Saved((override.id,), theme, (), is_undone=True)
    st.session_state[SAID] = (override.claim, override.id)
    _close()
