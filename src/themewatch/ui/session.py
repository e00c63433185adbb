"""The visitor and the moment: who logs, what day it is, and the open database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import unquote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from themewatch import words
from themewatch.config import Settings
from themewatch.domain.person import AT_THE_MACHINE, Actor, Role
from themewatch.domain.sign_in import SignIn
from themewatch.errors import ForbiddenError
from themewatch.services.house import House, Session, open_house
from themewatch.services.rights import keep_refusal
from themewatch.ui import signed_in

MONTH = timedelta(days=30)
NAME = "tester_name"
TO_REMEMBER = "tester_name_is_new"
NAME_COOKIE = "themewatch_name"


@st.cache_resource(show_spinner=False)
def house() -> House:
    """Open the database once per process; creates and migrates it where needed."""
    return open_house(settings())


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """Return what was chosen from outside, read once per process."""
    return Settings.from_environment()


def how_to_sign_in() -> SignIn | None:
    """Return how people sign in; None where nobody needs to."""
    return settings().sign_in


def own_house() -> House:
    """Return the house as the visitor's: whatever is done in it they do.

    For what runs outside of a page, where nobody knows who is there.
    """
    return house().acting(actor())


@contextmanager
def reading() -> Iterator[Session]:
    """Open a session that only reads, for the visitor."""
    with _refusals_kept(), own_house().reading() as session:
        yield session


@contextmanager
def writing() -> Iterator[Session]:
    """Open a session whose changes are kept if its block ends well; the visitor's."""
    with _refusals_kept(), own_house().writing() as session:
        yield session


@contextmanager
def _refusals_kept() -> Iterator[None]:
    try:
        yield
    except ForbiddenError as refused:
        keep_refused(refused)
        raise


def keep_refused(refused: ForbiddenError) -> None:
    """Keep that the visitor tried what they may not."""
    with own_house().writing() as session:
        keep_refusal(session, refused, now())


def may(role: Role) -> bool:
    """Say whether the visitor may do what needs this role."""
    return actor().may(role)


def actor() -> Actor:
    """Return who acts: without sign-in, whoever sits here, under the name they gave."""
    how = how_to_sign_in()
    if how is None:
        return replace(AT_THE_MACHINE, name=typed_name())
    return signed_in.who(house(), how, now()).actor


def look_who_is_here() -> signed_in.Here:
    """Ask the house anew who is here; what they may do is known from here on."""
    how = how_to_sign_in()
    return (
        signed_in.Here(actor()) if how is None else signed_in.look(house(), how, now())
    )


def speak() -> None:
    """Use the visitor's language; an `on_click` runs before the entry script."""
    words.speak(words.translations(st.context.locale))


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """Return the visitor's day."""
    return now().astimezone(zone()).date()


def zone() -> ZoneInfo:
    """Return where the visitor's clock stands."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def month_before(day: date) -> date:
    """Return the day a map is compared with where nobody chose one."""
    return day - MONTH


def remember(name: str) -> None:
    """Log under this name from here on; the sidebar leaves it with the browser.

    Signed in, one has a name and needs no other.
    """
    if how_to_sign_in() is not None:
        return
    st.session_state[NAME] = name
    st.session_state[TO_REMEMBER] = True


def person() -> str:
    """Return the name under which the visitor logs, empty until one is chosen.

    Signed in it is their own, and nobody else's.
    """
    return typed_name() if how_to_sign_in() is None else actor().name


def typed_name() -> str:
    """Return the name that was typed here, which this browser remembers."""
    if NAME not in st.session_state:
        st.session_state[NAME] = unquote(st.context.cookies.get(NAME_COOKIE, ""))
    return " ".join(st.session_state[NAME].split())
