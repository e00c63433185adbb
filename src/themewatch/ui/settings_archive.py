"""Take everything along in one file: made on the server, then downloaded from there."""

from functools import partial

import streamlit as st

from themewatch.charts.size_words import size
from themewatch.errors import StorageError, ThemewatchError
from themewatch.services.archive import backup
from themewatch.services.exchange import export_records
from themewatch.services.house import House
from themewatch.ui import session
from themewatch.ui.archives_made import Made, a_place, find_made, remember_made
from themewatch.ui.download import File, offer_file
from themewatch.ui.problems import show_problem
from themewatch.words import _, ngettext

MADE, MISSING = "settings-archive", "settings-archive-missing"


def offer_archive() -> None:
    """Offer to make an archive, and to download the one that was made."""
    st.header(_("Take everything along"), anchor=False)
    st.markdown(
        _(
            "One file with all there is: evidence, journals, reviews, editions, feeds, "
            "people and files. It is a backup to restore into an empty place, or to "
            "bring in elsewhere. Whoever has it can read everything, journals too."
        )
    )
    if st.button(_("Make an archive"), key="make_archive", type="primary"):
        _make()
    made: Made | None = st.session_state.get(MADE)
    if made is not None and find_made(made.token, session.now()):
        _offer(made)
    offer_file(
        _("Evidence alone, one record a line (JSON Lines)"),
        partial(_evidence, session.own_house()),
        File("themewatch-evidence.jsonl", "application/jsonl", "download_evidence"),
    )
    st.markdown(_("Every night, without anybody: `themewatch backup FILE`, from cron."))


def _evidence(house: House) -> str:
    with house.reading() as db:
        return "".join(f"{line}\n" for line in export_records(db))


def _offer(made: Made) -> None:
    said = _("Download it ({size})").format(size=size(made.size))
    st.link_button(said, f"/{made.address}", icon=":material/download:")
    if missing := st.session_state.get(MISSING):
        told = ngettext(
            "{n} file that something speaks of was not there, or damaged.",
            "{n} files that something speaks of were not there, or damaged.",
            missing,
        )
        st.warning(told.format(n=missing))


def _make() -> None:
    actor, now = session.actor(), session.now()
    house = session.own_house()
    try:
        with st.spinner(_("Packing everything…")):
            path = a_place(house.home, now)
            packed = backup(house, path, now=now)
            st.session_state[MADE] = remember_made(path, actor, now)
            st.session_state[MISSING] = packed.missing
    except OSError as error:
        said = _("The archive cannot be written ({reason}): make room on the disk.")
        show_problem(StorageError(said.format(reason=error.strerror)))
    except ThemewatchError as problem:
        show_problem(problem)
