"""Which part of a journal is open: its month, its chart, its end, all of them."""

from collections.abc import Callable, Mapping

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.journal import Journal
from themewatch.errors import NotFoundError
from themewatch.services.journal_entries import list_own_entries
from themewatch.services.journals import (
    find_current_journal,
    get_own_journal,
    list_own_journals,
)
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.journal_chart import show_month_chart
from themewatch.ui.journal_close import draw_close
from themewatch.ui.journal_list import draw_list
from themewatch.ui.journal_month import draw_month
from themewatch.ui.journal_months import show_months
from themewatch.ui.journal_report import draw_report
from themewatch.ui.journal_start import draw_start
from themewatch.ui.journal_state import VIEWS, asked, open_view
from themewatch.ui.journal_take_out import draw_take_out
from themewatch.ui.journal_two_runs import draw_two_runs
from themewatch.ui.saved import show_saved
from themewatch.ui.text import plain
from themewatch.words import _, mark

NAMES = {
    "month": mark("Month"),
    "chart": mark("Chart"),
    "runs": mark("Two runs"),
    "close": mark("Close it"),
    "report": mark("Report"),
    "out": mark("Take it out"),
    "list": mark("All my journals"),
}
ASKED_NAME = "journal_person"
NOTHING = ()
"""What is said of the last save where one's view is asked for: it names estimates."""


def show_journal() -> None:
    """Draw what the address asks for of the visitor's own journals."""
    if not session.person():
        _ask_name()
        return
    show_saved(NOTHING if asked("view") == "close" else None)
    try:
        journal = _journal()
    except NotFoundError as problem:
        st.warning(plain(str(problem)))
        journal = None
    view = asked("view")
    if view == "list" or (journal is None and _has_journals() and view != "start"):
        draw_list()
    elif view == "compare":
        _compare()
    elif journal is None or view == "start":
        draw_start(journal if asked("journal") else None)
    else:
        _draw(journal, view if view in VIEWS else "month")


def _journal() -> Journal | None:
    with session.reading() as db:
        if asked("journal"):
            return get_own_journal(db, asked("journal"), session.person())
        return find_current_journal(db, session.person())


def _has_journals() -> bool:
    with session.reading() as db:
        return bool(list_own_journals(db, session.person()))


def _compare() -> None:
    with session.reading() as db:
        show_months(list_own_journals(db, session.person()))


def _ask_name() -> None:
    st.markdown(
        _(
            "A journal is somebody's own: a month with the theme that matters most to "
            "your work. Say whose it is."
        )
    )
    with st.form("journal_name", border=True):
        st.text_input(_("Your name"), key=ASKED_NAME, max_chars=80)
        st.form_submit_button(_("Go on"), type="primary", on_click=_take_name)


def _take_name() -> None:
    """Remember who keeps the journal, before the sidebar draws its own field for it."""
    if name := st.session_state[ASKED_NAME].strip():
        session.remember(name)


def _draw(journal: Journal, view: str) -> None:
    theme = catalogue().theme(journal.theme)
    st.header(plain(theme_name(theme)))
    left_out = "close" if journal.is_closed else "report"
    with st.container(horizontal=True, key="journal_views"):
        for name, title in NAMES.items():
            if name != left_out:
                st.button(
                    _(title),
                    key=f"to_{name}",
                    type="secondary" if name == view else "tertiary",
                    on_click=open_view,
                    args=(name,),
                    kwargs={"journal": journal.id},
                )
    VIEWS_OF.get(view, draw_month)(journal)


def _draw_chart(journal: Journal) -> None:
    with session.reading() as db:
        entries = list_own_entries(db, journal)
    show_month_chart(journal, entries)


VIEWS_OF: Mapping[str, Callable[[Journal], None]] = {
    "month": draw_month,
    "chart": _draw_chart,
    "runs": draw_two_runs,
    "close": draw_close,
    "report": draw_report,
    "out": draw_take_out,
}
