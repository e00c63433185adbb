"""All journals of one's own: open ones, closed ones, which is current."""

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.journal import Journal
from themewatch.services.journals import (
    choose_current_journal,
    find_current_journal,
    list_own_journals,
)
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.journal_bring_in import draw_bring_in
from themewatch.ui.journal_state import open_view
from themewatch.ui.text import plain
from themewatch.words import _


def draw_list() -> None:
    """Draw every journal of the visitor, the one begun last first."""
    with session.reading() as db:
        journals = list_own_journals(db, session.person())
        current = find_current_journal(db, session.person())
    st.header(_("My journals"))
    for journal in journals:
        with st.container(border=True):
            _show(journal, is_current=current is not None and current.id == journal.id)
    with st.container(horizontal=True):
        st.button(
            _("Begin another month"),
            key="begin_another",
            on_click=open_view,
            args=("start",),
        )
        if sum(journal.is_closed for journal in journals) > 1:
            st.button(
                _("Compare months"),
                key="compare_months",
                on_click=open_view,
                args=("compare",),
            )
    draw_bring_in()


def _show(journal: Journal, *, is_current: bool) -> None:
    words, act = st.columns([3, 2], vertical_alignment="center")
    theme = theme_name(catalogue().theme(journal.theme))
    state = _("closed") if journal.is_closed else _("open")
    if is_current:
        state = _("open, the one you are reminded of")
    span = _("{start} to {end}").format(
        start=journal.started_on.isoformat(), end=journal.ends_on.isoformat()
    )
    words.markdown(f"**{plain(theme)}**  \n{plain(span)} · {plain(state)}")
    with act, st.container(horizontal=True, horizontal_alignment="right"):
        st.button(
            _("Open"),
            key=f"open_{journal.id}",
            on_click=open_view,
            args=("report" if journal.is_closed else "month",),
            kwargs={"journal": journal.id},
        )
        if not journal.is_closed and not is_current:
            st.button(
                _("Remind me of this one"),
                key=f"current_{journal.id}",
                on_click=_choose,
                args=(journal,),
            )
        if journal.is_closed:
            st.button(
                _("Continue with this theme"),
                key=f"continue_{journal.id}",
                on_click=open_view,
                args=("start",),
                kwargs={"journal": journal.id},
            )


def _choose(journal: Journal) -> None:
    with session.writing() as db:
        choose_current_journal(db, journal)
