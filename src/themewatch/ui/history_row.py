"""One line of what was done: what it leads to, and putting back what was taken back."""

from datetime import datetime
from typing import NamedTuple

import streamlit as st

from themewatch.charts.activity_words import about_words, done_words
from themewatch.domain.about import BETWEEN
from themewatch.domain.activity import Activity, Subject
from themewatch.domain.kinds import RECORD_KINDS
from themewatch.errors import ThemewatchError
from themewatch.services.history import Done
from themewatch.services.log import put_back
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.links import page_link
from themewatch.ui.pages import may_open
from themewatch.ui.row import row
from themewatch.ui.saved import PROBLEM, remember_saved
from themewatch.ui.text import plain
from themewatch.words import _


class Where(NamedTuple):
    """A page, and what its address calls the id; empty where it takes none."""

    script: str
    name: str = ""


WHERE = dict.fromkeys(RECORD_KINDS, Where("record", "id")) | {
    "story": Where("inbox"),
    "feed": Where("feeds"),
    "feeds": Where("feeds"),
    "review": Where("review", "review"),
    "edition": Where("editions", "edition"),
    "person": Where("people"),
    "setting": Where("settings"),
}


def show_done(done: Done, at: datetime) -> None:
    """Draw a line; `at` is its moment by the visitor's clock."""
    line = done.line
    words = [f"{at:%H:%M} · **{plain(done_words(line))}**"]
    if line.subject.about:
        words.append(plain(about_words(line.subject.about, catalogue())))
    with row("  \n".join(words), border=False):
        if done.can_put_back:
            st.button(
                _("Put it back"),
                key=f"put_back-{line.id}",
                on_click=_put_back,
                args=(line,),
            )
        _link(line.subject)


def _link(subject: Subject) -> None:
    where = WHERE.get(subject.kind)
    if where is None or not may_open(where.script):
        return
    query = {where.name: subject.id} if where.name and subject.id else {}
    if subject.kind == "story":
        query = {"view": "decided"}
    if subject.kind == "review":
        query |= _theme_asked(subject.about)
    page_link(where.script, _("Open"), **query)


def _theme_asked(about: str) -> dict[str, str]:
    """Return how a theme of a review is asked for, where a line tells of one."""
    title, _between, theme = about.rpartition(BETWEEN)
    return {"theme": theme} if title and theme in catalogue().themes else {}


def _put_back(line: Activity) -> None:
    session.speak()
    record_id = line.subject.id
    try:
        with session.writing() as db:
            put_back(db, record_id, by=session.person(), now=session.now())
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
    else:
        said = _("It was put back, and counts again.")
        remember_saved([record_id], None, [said])
