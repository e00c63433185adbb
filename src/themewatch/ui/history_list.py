"""Who did what and when: the last first, day by day, each with what it leads to."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from itertools import groupby
from math import ceil

import streamlit as st

from themewatch.domain.activity import Sought
from themewatch.services.history import (
    LINES_A_PAGE,
    Done,
    count_done,
    list_done,
    write_history,
)
from themewatch.services.house import House
from themewatch.ui import session
from themewatch.ui.download import File, offer_file
from themewatch.ui.history_filters import ask_sought
from themewatch.ui.history_row import show_done
from themewatch.words import _, mark, ngettext

PAGE = "page"
FILES = {
    "csv": (mark("All of it (CSV)"), "text/csv"),
    "json": (mark("All of it (JSON)"), "application/json"),
}


def show_history(*, is_narrow: bool) -> None:
    """Draw the search, and what it finds."""
    sought = ask_sought(is_narrow=is_narrow)
    with session.reading() as db:
        count = count_done(db, sought)
    if not count:
        _show_nothing(sought)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        said = ngettext("{n} line", "{n} lines", count).format(n=f"{count:,}")
        st.markdown(said, width="stretch")
        for kind in FILES:
            _offer_file(kind, sought)
    place = st.container()
    pages = ceil(count / LINES_A_PAGE)
    page = st.pagination(pages, key=PAGE, bind="query-params") if pages > 1 else 1
    with session.reading() as db:
        done = list_done(db, sought, now=session.now(), page=page)
    with place:
        _show_days(done)


def _show_nothing(sought: Sought) -> None:
    if sought == Sought():
        st.markdown(
            _(
                "Nothing was done yet. Whatever somebody logs, corrects, takes back or "
                "decides here leaves a line, with who and when; what a journal holds "
                "does not."
            )
        )
    else:
        st.markdown(_("Nothing fits. Leave something out."))


def _offer_file(kind: str, sought: Sought) -> None:
    title, media_type = FILES[kind]
    offer_file(
        _(title),
        partial(_written, session.own_house(), kind, sought),
        File(
            name=f"themewatch-history.{kind}",
            media_type=media_type,
            key=f"download_{kind}",
        ),
    )


def _written(house: House, kind: str, sought: Sought) -> str:
    with house.reading() as db:
        return write_history(db, kind, sought)


def _show_days(done: Sequence[Done]) -> None:
    zone, today = session.zone(), session.today()

    def local(one: Done) -> datetime:
        return one.line.at.astimezone(zone)

    for day, of_day in groupby(done, key=lambda one: local(one).date()):
        st.header(_day_words(day, today), anchor=False)
        for one in of_day:
            show_done(one, local(one))


def _day_words(day: date, today: date) -> str:
    if day == today:
        return _("Today, {day}").format(day=day.isoformat())
    return day.isoformat()
