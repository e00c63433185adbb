"""What the inbox says when nothing is left to decide, and why that may be."""

from datetime import datetime, time, timedelta

import streamlit as st

from themewatch.domain.news import Act
from themewatch.domain.story import StorySearch
from themewatch.services.inbox import Inbox, count_decided
from themewatch.ui import session
from themewatch.words import _, ngettext


def show_caught_up(search: StorySearch, inbox: Inbox) -> None:
    """Say that all is done, or that nothing fits what is looked for."""
    if search != StorySearch(everything=search.everything):
        st.markdown(_("Nothing fits. Leave something out of the search."))
        return
    with st.container(border=True, key="caught_up"):
        st.header(_("All caught up."), anchor=False)
        st.markdown(week_in_words())
        if inbox.hidden:
            st.caption(
                _("What is hidden has neither one of the seven themes nor a release.")
            )


def week_in_words() -> str:
    """Say what was decided since Monday."""
    with session.reading() as db:
        counts = count_decided(db, since=_monday())
    kept = counts.get(Act.ACCEPT, 0) + counts.get(Act.ATTACH, 0)
    gone = counts.get(Act.DISMISS, 0)
    if not kept and not gone:
        return _("Nothing was decided this week yet.")
    accepted = ngettext("{n} accepted", "{n} accepted", kept).format(n=kept)
    dismissed = ngettext("{n} dismissed", "{n} dismissed", gone).format(n=gone)
    return _("{accepted}, {dismissed} this week.").format(
        accepted=accepted, dismissed=dismissed
    )


def _monday() -> datetime:
    today = session.today()
    monday = today - timedelta(days=today.weekday())
    return datetime.combine(monday, time(), session.zone())
