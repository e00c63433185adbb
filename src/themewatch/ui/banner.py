"""The first-start banner: what is there, counted, and what to do with it."""

import streamlit as st

from themewatch.services.welcome import Welcome, dismiss_welcome, get_welcome
from themewatch.ui import cache, session
from themewatch.ui.links import page_link
from themewatch.ui.rights import may_log
from themewatch.words import _, ngettext


def first_start_banner() -> None:
    """Greet with counted facts until somebody has tested, or closes the banner."""
    with session.reading() as db:
        welcome = get_welcome(db, cache.evidence())
    if welcome is None:
        return
    with st.container(border=True, key="welcome"):
        st.markdown(_facts(welcome))
        if not may_log():
            return
        st.markdown(
            _(
                "Choose a theme, open it, and test one claim: about five minutes. "
                "Your note moves ●; nothing a vendor says ever does."
            )
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            page_link("journal", _("Follow a theme for a month"))
            page_link("log", _("Log a test"))
            st.button(_("Close"), key="close_welcome", on_click=_dismiss)


def _facts(welcome: Welcome) -> str:
    course = _("This is the course's map of early 2026")
    if not welcome.claims:
        return course + _(". **Nobody here has tested anything yet.**")
    since = ngettext(
        ", with {n} claim vendors have made since. **Nobody here has tested it.**",
        ", with {n} claims vendors have made since. "
        "**Nobody here has tested any of them.**",
        welcome.claims,
    )
    return course + since.format(n=welcome.claims)


def _dismiss() -> None:
    with session.writing() as db:
        dismiss_welcome(db)
