"""Who decided what and when, with the reasons, and each with its undo."""

from collections.abc import Iterator

import streamlit as st

from themewatch.domain.news import Act
from themewatch.errors import ThemewatchError
from themewatch.services.inbox import PastAct, list_decided
from themewatch.services.triage import By
from themewatch.services.undoing import undo
from themewatch.ui import cache, inbox_state, session
from themewatch.ui.inbox_done import reason_in_words
from themewatch.ui.links import page_link
from themewatch.ui.problems import show_problem
from themewatch.ui.rights import may_change_of
from themewatch.ui.text import plain
from themewatch.words import _, mark, ngettext

PAGE = "decided"
MOST_TITLES = 5
DONE = {
    Act.ACCEPT: mark("accepted as {what} by {who}"),
    Act.ATTACH: mark("attached to {what} by {who}"),
    Act.DISMISS: mark("dismissed by {who}"),
    Act.MERGE: mark("merged into “{what}” by {who}"),
    Act.LATER: mark("put off for a day by {who}"),
}


def show_decided() -> None:
    """Draw what was decided, the last first."""
    if problem := inbox_state.take_problem():
        show_problem(problem)
    with session.reading() as db:
        decided = list_decided(db, page=st.session_state.get(PAGE, 1))
    if not decided.acts:
        st.markdown(_("Nothing was decided yet."))
    for act in decided.acts:
        _show_act(act)
    if decided.pages > 1:
        st.pagination(decided.pages, key=PAGE, bind="query-params")


def _show_act(act: PastAct) -> None:
    """Draw what was done; what was undone stands back, and offers nothing."""
    if act.first.undone_at is not None:
        st.caption("  \n".join(_act_words(act)))
        return
    with st.container(border=True):
        words, more = st.columns([3, 1], vertical_alignment="center")
        words.markdown("  \n".join(_act_words(act)))
        with (
            more,
            st.container(
                horizontal=True,
                horizontal_alignment="right",
                vertical_alignment="center",
            ),
        ):
            if act.first.release:
                page_link("release", _("Open"), release=act.first.release)
            if may_change_of(act.first.by):
                key = f"undo-{act.first.id}"
                st.button(_("Undo"), key=key, on_click=_undo, args=(act,))


def _act_words(act: PastAct) -> Iterator[str]:
    first = act.first
    for title in act.titles[:MOST_TITLES]:
        yield plain(title) if first.undone_at else f"**{plain(title)}**"
    if (more := len(act.titles) - MOST_TITLES) > 0:
        yield plain(ngettext("and {n} more", "and {n} more", more).format(n=more))
    when = first.at.strftime("%Y-%m-%d %H:%M UTC")
    who = first.by or _("somebody")
    what = _model(first.release) if first.release else act.into
    facts = [when, _(DONE[first.act]).format(who=who, what=what)]
    if first.reason:
        facts.append(
            _("because: {reason}").format(reason=reason_in_words(first.reason))
        )
    yield plain(" · ".join(facts))
    if first.undone_at is not None:
        yield plain(
            _("undone by {who}, {when}").format(
                who=first.undone_by or _("somebody"),
                when=first.undone_at.strftime("%Y-%m-%d %H:%M UTC"),
            )
        )


def _model(release: str) -> str:
    return cache.evidence().models.get(release, release)


def _undo(act: PastAct) -> None:
    session.speak()
    try:
        with session.writing() as db:
            undo(db, act.ids, By(session.person(), session.now()))
    except ThemewatchError as problem:
        inbox_state.note_problem(problem)
