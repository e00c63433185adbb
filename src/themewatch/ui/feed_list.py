"""The sources that are followed: those in trouble first, on request alone."""

from collections.abc import Sequence

import streamlit as st

from themewatch.services.feeds import Followed, list_feeds, refresh
from themewatch.ui import session
from themewatch.ui.address import choice
from themewatch.ui.evidence_list import page_of
from themewatch.ui.feed_acts import Said, attempt
from themewatch.ui.feed_row import show_feed
from themewatch.ui.inbox_status import starters_button
from themewatch.ui.rights import may_choose_feeds
from themewatch.words import _, mark, ngettext

STANDS = {
    "all": mark("all"),
    "failing": mark("failing"),
    "paused": mark("paused"),
}


def show_feeds() -> None:
    """Draw the feeds, a page at a time."""
    with session.reading() as db:
        followed = list_feeds(db, now=session.now())
    if not followed:
        _show_none()
        return
    _show_head(followed)
    shown = [one for one in followed if _stands(one)]
    if not shown:
        st.markdown(_("None of the sources."))
    in_trouble_first = sorted(shown, key=lambda one: one.feed.failing_since is None)
    for one in page_of(in_trouble_first, "feeds_page"):
        show_feed(one, {other.feed.address for other in followed})


def _show_none() -> None:
    if not may_choose_feeds():
        st.markdown(_("**No sources yet.** An admin chooses where news comes from."))
        return
    with st.container(border=True, key="no_sources"):
        st.markdown(
            _(
                "**No sources yet.** Add a site or a feed above, or begin with a list "
                "of known sources of generative-media news, in English and Korean."
            )
        )
        starters_button()


def _show_head(followed: Sequence[Followed]) -> None:
    failing = sum(one.feed.failing_since is not None for one in followed)
    with st.container(horizontal=True, vertical_alignment="center"):
        count = ngettext("{n} source", "{n} sources", len(followed))
        words = f"**{count.format(n=len(followed))}**"
        if failing:
            trouble = ngettext("{n} is failing", "{n} are failing", failing)
            words = f"{words}, {trouble.format(n=failing)}"
        st.markdown(words, width="content")
        st.segmented_control(
            _("Which of them"),
            list(STANDS),
            format_func=lambda name: _(STANDS[name]),
            required=True,
            label_visibility="collapsed",
            **choice("feeds", STANDS, "all"),
        )
        if may_choose_feeds():
            _offer_refresh([one.feed.id for one in followed])


def _offer_refresh(ids: Sequence[str]) -> None:
    st.button(
        _("Refresh all now"),
        key="refresh_all",
        on_click=attempt,
        args=(
            lambda db, now: refresh(db, ids, now=now),
            Said(_("The fetcher will look at all of them next.")),
        ),
    )


def _stands(one: Followed) -> bool:
    wanted = st.session_state.get("feeds", "all")
    if wanted == "failing":
        return one.feed.failing_since is not None
    return wanted != "paused" or one.feed.paused_at is not None
