"""What stands in place of every page while nobody is signed in."""

import streamlit as st

from themewatch.errors import ForbiddenError, InputError
from themewatch.ui import session
from themewatch.ui.problems import show_bug, show_problem
from themewatch.ui.sidebar import sign_out
from themewatch.ui.signed_in import Absence, Here
from themewatch.ui.unsaved import show_unsaved
from themewatch.words import _, mark

FAILED_COOKIE = "themewatch_sign_in_failed"
"""Set for a moment where somebody came back from the provider without being let in."""
WIDTH = 560  # pixels

WHY = {
    Absence.SIGNED_OUT: mark(
        "This is themewatch, and this map belongs to a team. Sign in to see it; "
        "you come to the page you asked for."
    ),
    Absence.EXPIRED: mark(
        "Your sign-in has run out. Sign in again; you come back to this page."
    ),
    Absence.ENDED: mark(
        "This sign-in has ended: you signed out, or an admin did it. Sign in again; "
        "you come back to this page."
    ),
    Absence.UNKNOWN: mark(
        "Your organisation's sign-in did not say who you are. Whoever runs "
        "themewatch can look into it with `themewatch doctor`."
    ),
}


def show_sign_in(here: Here) -> None:
    """Say why nobody may come in, and offer the one thing to do about it."""
    with st.container(width=WIDTH):
        if here.absence is Absence.WAITING:
            _show_waiting(here)
        elif here.absence is Absence.REFUSED:
            st.title(_("Nobody can come in yet"))
            show_problem(InputError(here.said))
            if st.user.get("is_logged_in"):
                _other_account()
        else:
            _show_button(here.absence or Absence.SIGNED_OUT)
        show_unsaved()


def show_what_went_wrong(error: Exception) -> bool:
    """Show whatever escaped a page; who is signed out by now comes to the gate.

    Returns:
        True: Streamlit need not show anything of its own.
    """
    if isinstance(error, ForbiddenError):
        here = session.look_who_is_here()
        if here.absence is not None:
            show_sign_in(here)
            return True
    return show_bug(error)


def _show_button(absence: Absence) -> None:
    st.title(_("Sign in"))
    if FAILED_COOKIE in st.context.cookies:
        st.warning(
            _("Signing in did not work this time. Please try again."),
            icon=":material/front_hand:",
        )
    st.markdown(_(WHY[absence]))
    st.button(
        _("Sign in"),
        key="sign_in",
        type="primary",
        icon=":material/login:",
        on_click=st.login,
    )


def _show_waiting(here: Here) -> None:
    """Say what an admin needs to know, in words one can send them."""
    st.title(_("You wait for a role"))
    st.markdown(
        _(
            "You are signed in. An admin decides what you may do here: send them these "
            "words, and reload this page once they have given you a role."
        )
    )
    st.code(_asked_for(here), language=None, wrap_lines=True)
    _other_account()


def _asked_for(here: Here) -> str:
    address = session.settings().public_url or ""
    asked = _("Please give {name} a role in themewatch, on its page of people: {page}")
    is_named = not here.email or here.email in here.said
    who = here.said if is_named else f"{here.said} ({here.email})"
    return asked.format(name=who, page=f"{address}/people")


def _other_account() -> None:
    st.button(
        _("Sign in as somebody else"),
        key="sign_in_otherwise",
        icon=":material/logout:",
        on_click=sign_out,
    )
