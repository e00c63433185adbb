"""Where editions and moves can be followed: the address of the Atom feed."""

import streamlit as st

from themewatch.errors import ThemewatchError
from themewatch.services.edition_feed import (
    feed_address,
    own_feed_key,
    renew_feed_key,
)
from themewatch.ui import session
from themewatch.ui.problems import show_problem
from themewatch.words import _

SHOWN = "own-feed-shown"
"""Set once the visitor asked for their own address."""
REFUSED = "own-feed-refused"


def show_feed_address() -> None:
    """Say where the feed is; with sign-in it is each person's own."""
    st.header(_("Follow editions"))
    st.markdown(
        _("A news reader tells you of every edition, and of what moved (Atom).")
    )
    if problem := st.session_state.pop(REFUSED, None):
        show_problem(problem)
    if session.how_to_sign_in() is None:
        _show(feed_address(_base()))
    elif st.session_state.get(SHOWN):
        _show(feed_address(_base(), st.session_state[SHOWN]))
        st.caption(
            _(
                "This address is yours alone: whoever has it reads the feed as you. "
                "Take another one if somebody else has seen it."
            )
        )
        st.button(_("Take another address"), key="renew_feed", on_click=_renew)
    else:
        st.button(_("Show my own address"), key="own_feed", on_click=_ask)


def _show(address: str) -> None:
    st.code(address, language=None, wrap_lines=True)


def _ask() -> None:
    session.speak()
    try:
        with session.writing() as db:
            st.session_state[SHOWN] = own_feed_key(db)
    except ThemewatchError as problem:
        st.session_state[REFUSED] = problem


def _renew() -> None:
    session.speak()
    try:
        with session.writing() as db:
            st.session_state[SHOWN] = renew_feed_key(db, now=session.now())
    except ThemewatchError as problem:
        st.session_state[REFUSED] = problem


def _base() -> str:
    """Return where the house is reached: as it was said, else as the browser has it."""
    named = session.settings().public_url
    scheme, _separator, rest = (st.context.url or "").partition("://")
    return named or (f"{scheme}://{rest.partition('/')[0]}" if rest else "")
