"""Expect somebody: their mail, and the role they have as soon as they sign in."""

import streamlit as st

from themewatch.domain.person import Role
from themewatch.services import people
from themewatch.ui.people_acts import is_done
from themewatch.ui.roles import role_name, what_it_may
from themewatch.words import _

_MAIL, _ROLE = "invite_mail", "invite_role"


def ask_for_people() -> None:
    """Draw the form of an invitation, and what each role may do."""
    with st.form("invite", border=True):
        mail, role, button = st.columns([3, 2, 1], vertical_alignment="bottom")
        mail.text_input(
            _("Invite by mail"), key=_MAIL, placeholder=_("name@example.org")
        )
        role.selectbox(_("Role"), list(Role), key=_ROLE, index=1, format_func=role_name)
        button.form_submit_button(_("Invite"), on_click=_invite, width="stretch")
    with st.expander(_("What each role may do")):
        for one in Role:
            st.markdown(f"**{role_name(one)}** · {what_it_may(one)}")
        st.markdown(_("Each may also do what those above it may."))


def _invite() -> None:
    mail, role = st.session_state[_MAIL], st.session_state[_ROLE]
    said = _("{mail} is expected as {role}: send them the address of this map.")
    done = is_done(
        lambda db, now: people.invite(db, mail, role, now),
        said.format(mail=mail.strip(), role=role_name(role)),
        lambda invited: lambda db, now: people.uninvite(db, invited, now),
    )
    if done:
        st.session_state[_MAIL] = ""
