"""What was done last, with its undo, and why something was refused."""

import streamlit as st

from themewatch.domain.news import Act
from themewatch.services.triage import (
    NO_RELEASE,
    OFF_TOPIC,
    SAYS_LITTLE,
    SEEN_BEFORE,
)
from themewatch.ui import inbox_acts, inbox_state
from themewatch.ui.links import page_link
from themewatch.ui.problems import show_problem
from themewatch.ui.text import plain
from themewatch.words import _, mark

REASONS = {
    OFF_TOPIC: mark("not about these themes"),
    SEEN_BEFORE: mark("seen before"),
    SAYS_LITTLE: mark("says too little"),
    NO_RELEASE: mark("no release"),
}
"""What may be said of a dismissal, by number on the keyboard; the first and
the last say what was matched wrongly, and teach it."""
TOO_SOON = "inbox-too-soon"
SHORT_ACTS = {Act.DISMISS, Act.LATER, Act.MERGE}
"""What is said of them is a title, cut to its line so that the buttons stay."""


def show_done(*, hint: str) -> None:
    """Say what the last press did; in a place of its own, so that nothing jumps."""
    if problem := inbox_state.take_problem():
        show_problem(problem)
    done = inbox_state.acts_done()
    with st.container(horizontal=True, vertical_alignment="center", key="done"):
        if st.session_state.pop(TOO_SOON, False):
            st.markdown(_("**Too soon:** that press decided nothing."), width="content")
        if not done:
            if hint:
                st.markdown(hint, width="content")
            return
        last = done[-1]
        with st.container(key="said_short" if last.act in SHORT_ACTS else "said"):
            st.markdown(plain(" ".join(last.sentences)))
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
        format_func=_numbered,
        key=inbox_acts.REASON,
        accept_new_options=True,
        placeholder=_("Why? 1 to 4"),
        label_visibility="collapsed",
        on_change=inbox_acts.explain,
        width=200,
    )


def _numbered(reason: str) -> str:
    numbers = {name: number for number, name in enumerate(REASONS, start=1)}
    said = reason_in_words(reason)
    return f"{numbers[reason]} {said}" if reason in numbers else said


def reason_in_words(reason: str) -> str:
    """Say a reason that was offered; one that was typed stands as it is."""
    return _(REASONS[reason]) if reason in REASONS else reason
