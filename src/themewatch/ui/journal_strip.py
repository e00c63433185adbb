"""The strip that reminds whoever keeps a journal, on every page."""

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.services.journal_standing import Strip, strip_of
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def show_strip() -> None:
    """Draw where the visitor's month stands, if they keep one."""
    person = session.person()
    if not person:
        return
    with session.reading() as db:
        strip = strip_of(db, person, session.today())
    if strip is None:
        return
    with st.container(
        horizontal=True, vertical_alignment="center", key="journal_strip"
    ):
        st.markdown(plain(" · ".join(_words(strip))), width="content")
        day = {} if strip.is_over else {"day": session.today().isoformat()}
        view = "close" if strip.is_over else "month"
        label = _("Close the month") if strip.is_over else _("Log it")
        page_link("journal", label, view=view, journal=strip.journal.id, **day)


def _words(strip: Strip) -> list[str]:
    theme = catalogue().theme(strip.theme)
    if strip.is_over:
        return [theme_name(theme), _("the month is over")]
    where = _("Day {n} of {days}").format(n=strip.day, days=strip.days)
    tests = ngettext("{n} test this week", "{n} tests this week", strip.tests)
    signal = _(theme.signal(strip.prompt.signal).name)
    asks = _("this week: {signal}").format(signal=signal)
    return [where, theme_name(theme), tests.format(n=strip.tests), asks]
