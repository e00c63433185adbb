"""One piece of evidence: what it says, what happened to it, and what can be done."""

import streamlit as st

from themewatch.domain.claim import Claim
from themewatch.domain.note import Note
from themewatch.domain.view import View
from themewatch.errors import ThemewatchError
from themewatch.services.log import put_back, take_back
from themewatch.services.records import Event, EventKind, History
from themewatch.ui import session
from themewatch.ui.correct import correct
from themewatch.ui.files import show_files
from themewatch.ui.links import page_link
from themewatch.ui.profile import show_profile
from themewatch.ui.record_words import record_facts
from themewatch.ui.saved import PROBLEM, show_saved
from themewatch.ui.text import plain
from themewatch.words import _, mark

HAPPENED = {
    EventKind.RECORDED: mark("logged"),
    EventKind.CORRECTED: mark("corrected"),
    EventKind.TAKEN_BACK: mark("taken back"),
    EventKind.PUT_BACK: mark("put back"),
}


def show_record(history: History) -> None:
    """Draw the latest version, the acts it allows, and its history."""
    latest = history.latest
    show_saved({version.id for version in history.versions})
    if latest.is_withdrawn():
        st.warning(
            _("It was taken back: it counts for nothing, and its history stays.")
        )
    for label, value in record_facts(latest):
        st.markdown(f"**{plain(label)}**  \n{plain(value)}")
    if isinstance(latest, Note) and latest.marks:
        show_profile({mark.dimension: mark.value for mark in latest.marks})
    with st.container(horizontal=True):
        if isinstance(latest, Note | View | Claim):
            page_link("theme", _("Open the theme"), theme=latest.theme)
        if isinstance(latest, Note | Claim) and latest.release:
            page_link("release", _("Open the release"), release=latest.release)
    if latest.link:
        st.link_button(_("Open its link"), latest.link)
    show_files(latest.files)
    _show_acts(history)
    st.header(_("History"))
    for event in history.events:
        st.markdown(plain(_event_words(event)))


def _show_acts(history: History) -> None:
    latest = history.latest
    if latest.is_withdrawn():
        st.button(_("Put it back"), key="put_back", on_click=_change, args=(history,))
        return
    with st.container(horizontal=True):
        st.button(_("Take it back"), key="take_back", on_click=_change, args=(history,))
    with st.expander(_("Correct it"), key="correct", on_change="rerun") as opened:
        if opened.open:
            correct(history)


def _change(history: History) -> None:
    latest = history.latest
    change = put_back if latest.is_withdrawn() else take_back
    try:
        with session.writing() as db:
            change(db, latest.id, by=session.person(), now=session.now())
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem


def _event_words(event: Event) -> str:
    when = event.at.strftime("%Y-%m-%d %H:%M UTC")
    what = _(HAPPENED[event.kind])
    if event.by is None:
        return _("{when}: {what}").format(when=when, what=what)
    return _("{when}: {what} by {who}").format(when=when, what=what, who=event.by)
