"""What was done last, with its undo, and why something was refused."""

import streamlit as st

from themewatch.domain.news import Act
from themewatch.services.triage import OFF_TOPIC, SAYS_LITTLE, SEEN_BEFORE
from themewatch.ui import inbox_acts, inbox_state
from themewatch.ui.links import page_link
from themewatch.ui.problems import show_problem
from themewatch.ui.text import plain
from themewatch.words import _, mark

REASONS = {
    OFF_TOPIC: mark("not about these themes"),
    SEEN_BEFORE: mark("seen before"),
    SAYS_LITTLE: mark("says too little"),
}
"""What may be said of a dismissal; the first speaks against the themes suggested."""


def show_done(*, can_decide: bool) -> None:
    """Say what the last press did; in a place of its own, so that nothing jumps."""
    if problem := inbox_state.take_problem():
        show_problem(problem)
    done = inbox_state.acts_done()
    with st.container(horizontal=True, vertical_alignment="center", key="done"):
        if not done:
            if can_decide:
                hint = _("One key each: they stand on the buttons. U undoes the last.")
                st.markdown(hint, width="content")
            return
        last = done[-1]
        st.markdown(plain(" ".join(last.sentences)), width="content")
        st.button(_("Undo"), key="undo", shortcut="U", on_click=inbox_acts.undo)
        if last.act is Act.DISMISS:
            _ask_why()
        elif last.release:
            page_link("release", _("Open the release"), release=last.release)


def _ask_why() -> None:
    st.selectbox(
        _("Why? (optional)"),
        list(REASONS),
        index=None,
        format_func=reason_in_words,
        key=inbox_acts.REASON,
        accept_new_options=True,
        placeholder=_("Why? (optional)"),
        label_visibility="collapsed",
        on_change=inbox_acts.explain,
        width=200,
    )


def reason_in_words(reason: str) -> str:
    """Say a reason that was offered; one that was typed stands as it is."""
    return _(REASONS[reason]) if reason in REASONS else reason
