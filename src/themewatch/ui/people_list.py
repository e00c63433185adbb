"""Everybody there is: those who wait for a role first."""

import streamlit as st

from themewatch.services.people import list_people
from themewatch.ui import session
from themewatch.ui.evidence_list import page_of
from themewatch.ui.people_row import show_person
from themewatch.words import _, ngettext


def show_people() -> None:
    """Draw the people, a page at a time."""
    with session.reading() as db:
        found = list_people(db)
    waiting = [one for one in found.everybody if one.role is None]
    if waiting:
        said = ngettext("{n} waits for a role", "{n} wait for a role", len(waiting))
        st.header(said.format(n=len(waiting)))
    for one in page_of(waiting, "waiting_page"):
        show_person(one, found.unowned_names)
    others = [one for one in found.everybody if one.role is not None]
    said = ngettext("{n} person", "{n} people", len(others))
    st.header(said.format(n=len(others)))
    for one in page_of(others, "people_page"):
        show_person(one, found.unowned_names)
    if len(found.everybody) == 1:
        _show_alone()


def _show_alone() -> None:
    address = session.settings().public_url or ""
    said = _(
        "Nobody else has come yet. Invite somebody above, or send them this address; "
        "whoever signs in unannounced waits here until you give them a role."
    )
    st.markdown(said)
    st.code(address, language=None)
