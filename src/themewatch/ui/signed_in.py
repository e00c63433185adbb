"""Who is signed in in this browser, and why nobody is where that is so.

Streamlit keeps what the provider said in a signed cookie for 30 days. Whether the
sign-in has ended, and what the person may do, is asked of the house at every run.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from typing import Any

import streamlit as st

from themewatch.domain.person import Actor
from themewatch.domain.sign_in import Arrival, SignIn, arrival_of
from themewatch.errors import ConflictError, InputError
from themewatch.services.house import House
from themewatch.services.signing_in import (
    Presence,
    presence_of,
    refuse_without_admin,
    sign_in,
)

NOBODY = Actor("", None)
"""Who is not signed in: they may do nothing."""
_HERE = "who_is_here"
_COME = "who_has_come"


class Absence(Enum):
    """Why nobody may come in."""

    SIGNED_OUT = auto()  # or never signed in
    EXPIRED = auto()  # its time is over
    ENDED = auto()  # somebody ended it
    WAITING = auto()  # for a role
    UNKNOWN = auto()  # the provider did not say who it is
    REFUSED = auto()  # the house lets nobody in yet


@dataclass(frozen=True, slots=True)
class Here:
    """Who is here at this run; `absence` says why nobody is, `email` who waits."""

    actor: Actor
    absence: Absence | None = None
    email: str = ""
    said: str = ""
    ends_at: datetime | None = None


def who(house: House, how: SignIn, now: datetime) -> Here:
    """Return who is here, as it was found when this run began."""
    here = st.session_state.get(_HERE)
    if not isinstance(here, Here):
        return look(house, how, now)
    if here.ends_at is not None and now >= here.ends_at:
        return Here(NOBODY, Absence.EXPIRED)
    return here


def look(house: House, how: SignIn, now: datetime) -> Here:
    """Look anew who is here, and with which role."""
    here = st.session_state[_HERE] = _look(house, how, now)
    return here


def forget() -> None:
    """Let nobody be here until somebody looks again."""
    st.session_state.pop(_HERE, None)
    st.session_state.pop(_COME, None)


def _look(house: House, how: SignIn, now: datetime) -> Here:
    claims: dict[str, Any] = dict(st.user.to_dict())
    if not claims.get("is_logged_in"):
        return _nobody(house, how)
    arrival = arrival_of(claims, how)
    if arrival is None:
        return Here(NOBODY, Absence.UNKNOWN)
    if now >= arrival.ends_at:
        return Here(NOBODY, Absence.EXPIRED)
    try:
        person = _person(house, arrival, how, now)
    except InputError as refused:
        return Here(NOBODY, Absence.REFUSED, said=str(refused))
    with house.reading() as session:
        found = presence_of(session, person, arrival.signed_in_at)
    return _here(found, arrival)


def _nobody(house: House, how: SignIn) -> Here:
    """Return why nobody is here: who would be refused need not sign in first."""
    try:
        with house.reading() as session:
            refuse_without_admin(session, how)
    except InputError as refused:
        return Here(NOBODY, Absence.REFUSED, said=str(refused))
    return Here(NOBODY, Absence.SIGNED_OUT)


def _here(found: Presence, arrival: Arrival) -> Here:
    if found.is_over:
        return Here(NOBODY, Absence.ENDED)
    if found.actor.role is None:
        return Here(found.actor, Absence.WAITING, arrival.email, found.actor.name)
    return Here(found.actor, email=arrival.email, ends_at=arrival.ends_at)


def _person(house: House, arrival: Arrival, how: SignIn, now: datetime) -> str:
    """Return the id of who has come; they sign in once in each browser window."""
    key = (arrival.issuer, arrival.subject, arrival.signed_in_at)
    came = st.session_state.get(_COME)
    if isinstance(came, tuple) and came[0] == key:
        return str(came[1])
    try:
        person_id = _sign_in(house, arrival, how, now)
    except ConflictError:  # two windows at once; the other one has done it
        person_id = _sign_in(house, arrival, how, now)
    st.session_state[_COME] = (key, person_id)
    return person_id


def _sign_in(house: House, arrival: Arrival, how: SignIn, now: datetime) -> str:
    with replace(house, actor=None).writing() as session:
        return sign_in(session, arrival, how, now).id
