"""Bring in a journal from its zip."""

from io import BytesIO

import streamlit as st

from themewatch.errors import ThemewatchError
from themewatch.services.journal_zip import BroughtIn, import_journal
from themewatch.ui import session
from themewatch.ui.journal_state import open_view
from themewatch.ui.problems import show_problem
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

LARGEST = 50  # MB; the server takes no more
BROUGHT = "journal-brought-in"


def draw_bring_in() -> None:
    """Draw where a zip is handed in, and what came of the last one."""
    with st.expander(_("Bring in a journal"), key="bring_in", on_change="rerun") as it:
        if not it.open:
            return
        st.markdown(
            _(
                "A journal's zip, as it was downloaded here or elsewhere. It has to be "
                "yours: kept under the name you go by here. A larger one: "
                "`themewatch journal import`."
            )
        )
        upload = st.file_uploader(
            _("The zip of a journal"),
            type="zip",
            max_upload_size=LARGEST,
            key="journal_zip",
        )
        if upload is not None and st.button(_("Bring it in"), key="bring_it_in"):
            _bring_in(upload)
        if brought := st.session_state.get(BROUGHT):
            _show(brought)


def _bring_in(upload: BytesIO) -> None:
    st.session_state.pop(BROUGHT, None)
    try:
        with st.spinner(_("Looking at all of it first…")):
            st.session_state[BROUGHT] = import_journal(
                session.own_house(),
                upload,
                person=session.person(),
                now=session.now(),
            )
    except ThemewatchError as problem:
        show_problem(problem)


def _show(brought: BroughtIn) -> None:
    for sentence in _sentences(brought):
        st.markdown(plain(sentence))
    st.button(
        _("Open it"),
        key="open_brought_in",
        on_click=open_view,
        args=("report" if brought.journal.is_closed else "month",),
        kwargs={"journal": brought.journal.id},
    )


def _sentences(brought: BroughtIn) -> list[str]:
    """Say what came, and what did not."""
    if not brought.is_new:
        said = [_("This journal was here already, the same to the letter.")]
    else:
        entries = ngettext(
            "Brought in with {n} entry.",
            "Brought in with {n} entries.",
            brought.entries,
        )
        said = [entries.format(n=brought.entries)]
    if brought.private:
        said.append(
            ngettext(
                "{n} result counted on a shared map whose note is not here: it stays "
                "private until that evidence is brought in too.",
                "{n} results counted on a shared map whose notes are not here: they "
                "stay private until that evidence is brought in too.",
                brought.private,
            ).format(n=brought.private)
        )
    if brought.missing:
        missing = _("Files that were not in it: {names}.")
        said.append(missing.format(names=", ".join(brought.missing)))
    return said
