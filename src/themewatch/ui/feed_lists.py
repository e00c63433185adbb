"""Bring sources in, one or a list of them, and take the list along."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

import streamlit as st

from themewatch.domain.excerpt import shortened, without_traces
from themewatch.errors import InputError, ThemewatchError
from themewatch.services.feed_lists import (
    ImportedRow,
    RowState,
    export_feeds,
    import_feeds,
)
from themewatch.services.feeds import add_feed
from themewatch.services.house import House
from themewatch.ui import session
from themewatch.ui.download import File, offer_file
from themewatch.ui.feed_acts import PROBLEM, Said, attempt
from themewatch.ui.rights import may_choose_feeds
from themewatch.ui.text import plain
from themewatch.words import _, mark, ngettext

ADDRESS, FILE, IMPORTED = "feed_address", "feed_list", "feeds-imported"
MOST_MEGABYTES = 5
STATES = {
    RowState.ADDED: mark("added"),
    RowState.THERE: mark("followed already"),
    RowState.WRONG: mark("left out"),
}


def ask_for_feeds() -> None:
    """Ask for an address, or a list; offer the list of what is followed."""
    if may_choose_feeds():
        _ask_for_address()
        with st.expander(_("Import or export a list (OPML)"), key="feed_lists"):
            _ask_for_list()
        _show_imported()
    else:
        _offer_list()


def _ask_for_address() -> None:
    form = st.form("add_feed", border=False)
    with form, st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            _("Address of a site or its feed"),
            key=ADDRESS,
            placeholder="https://",
            max_chars=2048,
        )
        st.form_submit_button(_("Add"), type="primary", on_click=_add)


def _ask_for_list() -> None:
    st.file_uploader(
        _("A list of feeds from another reader"),
        type=("opml", "xml"),
        max_upload_size=MOST_MEGABYTES,
        key=FILE,
    )
    with st.container(horizontal=True):
        st.button(_("Import it"), key="import_feeds", on_click=_import)
        _offer_list()


def _offer_list() -> None:
    offer_file(
        _("Export the list"),
        partial(_exported, session.own_house()),
        File(
            name="themewatch-feeds.opml", media_type="text/x-opml", key="export_feeds"
        ),
    )


def _add() -> None:
    session.speak()
    address = without_traces(st.session_state[ADDRESS] or "")
    if not address:
        st.session_state[PROBLEM] = InputError(_("Type an address first."))
        return
    said = _("Added. The fetcher will look at {feed} next, and find its feed.")
    attempt(
        lambda db, now: add_feed(db, address, by=session.person(), now=now),
        Said(said.format(feed=address)),
    )
    if PROBLEM not in st.session_state:
        st.session_state[ADDRESS] = ""


def _import() -> None:
    session.speak()
    st.session_state.pop(IMPORTED, None)
    try:
        st.session_state[IMPORTED] = _imported()
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem


def _imported() -> Sequence[ImportedRow]:
    """Take in the file that was chosen; raises InputError."""
    upload = st.session_state.get(FILE)
    if upload is None:
        raise InputError(_("Choose a file first."))
    with session.writing() as db:
        rows = import_feeds(
            db, upload.getvalue(), by=session.person(), now=session.now()
        )
    is_no_list = len(rows) == 1 and rows[0].problem and not rows[0].name
    if is_no_list:
        raise InputError(rows[0].problem or "")
    return rows


def _exported(house: House) -> str:
    with house.reading() as db:
        return export_feeds(db)


def _show_imported() -> None:
    """Say what became of each row, the bad ones first."""
    rows: Sequence[ImportedRow] | None = st.session_state.get(IMPORTED)
    if rows is None:
        return
    with st.container(border=True, key="imported"):
        st.markdown(plain(_counted(rows)))
        order = [RowState.WRONG, RowState.ADDED, RowState.THERE]
        ranked = sorted(rows, key=lambda row: order.index(row.state))
        if ranked:
            st.table([_row(row) for row in ranked], hide_index=True, height=300)
        st.button(
            _("Close"),
            key="close_imported",
            on_click=lambda: st.session_state.pop(IMPORTED, None),
        )


def _counted(rows: Sequence[ImportedRow]) -> str:
    counts = Counter(row.state for row in rows)
    added, there, wrong = (counts[state] for state in RowState)
    return " ".join(
        [
            ngettext("{n} added.", "{n} added.", added).format(n=added),
            ngettext(
                "{n} was followed already.", "{n} were followed already.", there
            ).format(n=there),
            ngettext("{n} left out.", "{n} left out.", wrong).format(n=wrong),
        ]
    )


def _row(row: ImportedRow) -> dict[str, str]:
    return {
        _("Line"): str(row.line),
        _("Source"): plain(shortened(row.name)),
        _("What became of it"): _(STATES[row.state]),
        _("Why"): plain(row.problem or ""),
    }
