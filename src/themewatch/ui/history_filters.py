"""What somebody looks for in what was done; all of it in the address."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import streamlit as st

from themewatch.charts.activity_words import ACTS, doer
from themewatch.domain.activity import Act, Sought
from themewatch.services.history import list_acts, list_doers
from themewatch.ui import session
from themewatch.ui.address import choice, choices
from themewatch.words import _

ANYBODY = ""
NAMELESS = "-"
"""How whoever gave no name is written in the address."""
_DAY = timedelta(days=1)


def ask_sought(*, is_narrow: bool) -> Sought:
    """Ask for who, what kind of act, words, and days; folded where there is no room."""
    with session.reading() as db:
        people, acts = list_doers(db), list_acts(db)
    with st.popover(_("Search")) if is_narrow else st.container():
        return _ask(people, acts)


def _ask(people: Sequence[str], acts: Sequence[Act]) -> Sought:
    above, below = st.columns(2), st.columns([2, 1, 1])
    with above[0]:
        who = _ask_who(people)
    with above[1]:
        chosen = _ask_acts(acts)
    with below[0]:
        text = _ask_words()
    with below[1]:
        since = _ask_day(_("From"), "from")
    with below[2]:
        until = _ask_day(_("To"), "to")
    return Sought(
        person=_person(who),
        acts=tuple(map(Act, chosen)),
        text=text,
        since=_midnight(since),
        before=_midnight(until, after=_DAY),
    )


def _ask_who(people: Sequence[str]) -> str:
    options = [ANYBODY, *(person or NAMELESS for person in people)]
    chosen: str = st.selectbox(
        _("Who"), options, format_func=_name, **choice("who", options, ANYBODY)
    )
    return chosen


def _name(who: str) -> str:
    person = _person(who)
    return _("anybody") if person is None else doer(person)


def _person(who: str) -> str | None:
    """Return whom an option stands for; None for anybody."""
    if who == ANYBODY:
        return None
    return "" if who == NAMELESS else who


def _ask_acts(acts: Sequence[Act]) -> Sequence[str]:
    slugs = [act.value for act in acts]
    chosen: Sequence[str] = st.multiselect(
        _("What was done"),
        slugs,
        format_func=lambda slug: _(ACTS[Act(slug)]),
        placeholder=_("anything"),
        **choices("act", slugs),
    )
    return chosen


def _ask_words() -> str:
    words = st.text_input(
        _("Search"),
        key="find",
        type="search",
        live=True,
        bind="query-params",
        placeholder=_("model, title, or feed"),
    )
    return (words or "").strip()


def _ask_day(label: str, key: str) -> date | None:
    chosen: date | None = st.date_input(
        label, None, key=key, bind="query-params", format="YYYY-MM-DD"
    )
    return chosen


def _midnight(on: date | None, after: timedelta = timedelta()) -> datetime | None:
    """Return when a visitor's day begins, or so much later."""
    if on is None:
        return None
    return datetime.combine(on, time(), session.zone()) + after
