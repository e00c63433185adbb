"""Bring an archive in: what would come is said first, then it is confirmed."""

from io import BytesIO

import streamlit as st

from themewatch.charts.archive_words import sentences
from themewatch.domain.archive import Incoming
from themewatch.errors import ThemewatchError
from themewatch.services.archive_import import import_archive, look_into
from themewatch.ui import session
from themewatch.ui.problems import show_problem
from themewatch.ui.text import plain
from themewatch.words import _

LARGEST = 50  # MB; the server takes no more
SEEN, DONE = "settings-incoming", "settings-brought-in"


def ask_for_archive() -> None:
    """Ask for an archive, say what it would bring, and bring it in."""
    st.header(_("Bring in an archive"), anchor=False)
    st.markdown(
        _(
            "What it holds and is not here is added. What is here stays as it is, and "
            "what differs is named. A larger file: `themewatch import FILE.zip`."
        )
    )
    upload = st.file_uploader(
        _("An archive, as it was made here or elsewhere"),
        type="zip",
        max_upload_size=LARGEST,
        key="archive",
        on_change=_forget,
    )
    if upload is not None:
        _look_or_bring(upload)
    done: Incoming | None = st.session_state.get(DONE)
    if done is not None:
        _say(done, is_done=True)


def _look_or_bring(upload: BytesIO) -> None:
    seen: Incoming | None = st.session_state.get(SEEN)
    if seen is None:
        if st.button(_("Look what would come"), key="look_into_archive"):
            st.session_state.pop(DONE, None)
            _look(upload)
        return
    _say(seen, is_done=False)
    if not seen.is_anything:
        return
    with st.container(horizontal=True):
        if st.button(_("Bring it in"), key="bring_archive_in", type="primary"):
            _bring(upload)
        st.button(_("Leave it"), key="leave_archive", on_click=_forget)


def _look(upload: BytesIO) -> None:
    house = session.house().acting(session.actor())
    try:
        with st.spinner(_("Looking at all of it…")):
            st.session_state[SEEN] = look_into(house, upload, now=session.now())
    except ThemewatchError as problem:
        show_problem(problem)
    else:
        st.rerun()


def _bring(upload: BytesIO) -> None:
    house = session.house().acting(session.actor())
    try:
        with st.spinner(_("Bringing it in…")):
            done = import_archive(house, upload, now=session.now())
    except ThemewatchError as problem:
        show_problem(problem)
    else:
        st.session_state.pop(SEEN)
        st.session_state[DONE] = done
        st.rerun()


def _say(incoming: Incoming, *, is_done: bool) -> None:
    key = "brought_in" if is_done else "would_come"
    with st.container(border=True, key=key):
        for sentence in sentences(incoming, is_done=is_done):
            st.markdown(plain(sentence))


def _forget() -> None:
    st.session_state.pop(SEEN, None)
