"""Whether news come in at all, and what to do where they do not."""

import streamlit as st

from themewatch.services.feed_lists import add_starters, list_starters
from themewatch.services.feeds import QUIET_FOR, last_ingest_at
from themewatch.services.inbox import list_sources
from themewatch.ui import session
from themewatch.ui.feed_acts import Said, attempt
from themewatch.ui.links import page_link
from themewatch.ui.moments import how_long
from themewatch.ui.rights import may_choose_feeds
from themewatch.words import _, ngettext


def show_status() -> bool:
    """Offer sources where there are none; say how to start what brings news.

    Returns:
        Whether there are sources.
    """
    with session.reading() as db:
        has_feeds = bool(list_sources(db))
        last = last_ingest_at(db)
    if not has_feeds:
        _offer_sources()
    elif last is None:
        st.warning(f"{_('Nobody looks for news regularly.')} {_how_to_start()}")
    elif session.now() - last > QUIET_FOR:
        span = how_long(session.now() - last)
        said = _("Nobody has looked for news for {span}.").format(span=span)
        st.warning(f"{said} {_how_to_start()}")
    return has_feeds


def _how_to_start() -> str:
    return _("Start it with `themewatch ingest --every 1h`, or run `themewatch run`.")


def _offer_sources() -> None:
    if not may_choose_feeds():
        st.markdown(_("**No sources yet.** An admin chooses where news comes from."))
        return
    with st.container(border=True, key="no_sources"):
        st.markdown(_("**No sources yet.** News comes from feeds that you choose."))
        with st.container(horizontal=True, vertical_alignment="center"):
            starters_button()
            page_link("feeds", _("Choose your own"))


def starters_button() -> None:
    """Offer the shipped list of sources."""
    count = len(list_starters())
    label = ngettext("Follow {n} known source", "Follow {n} known sources", count)
    said = _("They are followed: the fetcher will look at them next.")
    st.button(
        label.format(n=count),
        key="starters",
        type="primary",
        on_click=attempt,
        args=(
            lambda db, now: add_starters(db, by=session.person(), now=now),
            Said(said),
        ),
    )
