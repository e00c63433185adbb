"""What stands beside every page: who one is, or the name under which one logs."""

import json
from urllib.parse import quote

import streamlit as st

from themewatch.domain.person import Actor
from themewatch.services import signing_in
from themewatch.ui import session, signed_in
from themewatch.ui.roles import role_name
from themewatch.ui.text import plain
from themewatch.words import _

YEAR = 365 * 24 * 3600


def draw() -> None:
    """Say who is signed in; without sign-in ask for a name and remember it."""
    with st.sidebar:
        if session.how_to_sign_in() is None:
            _ask_for_name()
        else:
            _show_who(session.actor())


def sign_out() -> None:
    """End this sign-in, in every window it is open in, and leave the provider too."""
    with session.house().writing() as db:
        signing_in.sign_out(db, session.actor(), session.now())
    _leave()


def sign_out_everywhere() -> None:
    """End every sign-in of the visitor, in whatever browser it may be."""
    with session.house().writing() as db:
        signing_in.sign_out_everywhere(db, session.actor(), session.now())
    _leave()


def _leave() -> None:
    signed_in.forget()
    st.logout()


def _show_who(actor: Actor) -> None:
    role = f" · {role_name(actor.role)}" if actor.role else ""
    with st.container(gap=None, key="signed_in_as"):
        st.markdown(f"**{plain(actor.name)}**{role}")
        st.button(_("Sign out"), key="sign_out", type="tertiary", on_click=sign_out)
        st.button(
            _("Sign out everywhere"),
            key="sign_out_everywhere",
            type="tertiary",
            help=_("In every browser and on every device"),
            on_click=sign_out_everywhere,
        )


def _ask_for_name() -> None:
    session.person()
    st.text_input(
        _("Your name"),
        key=session.NAME,
        max_chars=80,
        placeholder=_("under your notes"),
        help=_("Notes and views you log carry this name. This browser remembers it."),
        on_change=lambda: session.remember(st.session_state[session.NAME]),
    )
    if st.session_state.pop(session.TO_REMEMBER, False):
        st.html(_cookie_script(session.person()), unsafe_allow_javascript=True)


def _cookie_script(name: str) -> str:
    cookie = (
        f"{session.NAME_COOKIE}={quote(name)}; path=/; max-age={YEAR}; SameSite=Lax"
    )
    return f"<script>document.cookie = {json.dumps(cookie)};</script>"
