"""What the doctor finds where the house lies: what is wrong first."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from themewatch.services.doctor import examine_here
from themewatch.services.findings import Finding
from themewatch.ui import session
from themewatch.ui.text import as_code, plain
from themewatch.words import _, ngettext

FOUND = "settings-found"


def show_findings() -> None:
    """Say what is wrong and what to do, then all that was looked at."""
    st.header(_("Where the data lies, and whether it is safe"), anchor=False)
    _show_places()
    if FOUND not in st.session_state:
        _look()
    at, found = st.session_state[FOUND]
    wrong = [finding for finding in found if finding.is_wrong]
    _show_wrong(wrong)
    title = ngettext(
        "{n} thing was looked at", "{n} things were looked at", len(found)
    ).format(n=len(found))
    with st.expander(title, key="looked_at"):
        for finding in found:
            sign = "✗" if finding.is_wrong else "✓"
            st.markdown(f"{sign} {in_words(finding.sentence)}")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(_("Look again"), key="look_again", on_click=_look)
        st.button(
            _("Read every file too"),
            key="look_deep",
            on_click=_look,
            kwargs={"deep": True},
            help=_("All of the database and every attachment: it takes a while."),
        )
        st.caption(_("Looked at {time}.").format(time=_time(at)))


def _show_places() -> None:
    chosen = session.settings()
    places = {
        _("Database"): chosen.whereabouts,
        _("Files"): str(chosen.home / "attachments"),
    }
    for what, place in places.items():
        st.markdown(f"{what}: {as_code(place)}")


def in_words(sentence: str) -> str:
    r"""Return a sentence to draw, with what is to be typed set apart.

    >>> print(in_words("Type `themewatch run` *once* more"))
    Type `themewatch run` \*once\* more
    """
    pieces = sentence.split("`")
    return "".join(
        as_code(piece) if number % 2 else _plain(piece)
        for number, piece in enumerate(pieces)
    )


def _plain(piece: str) -> str:
    """Return a piece of a sentence, which may begin or end with a space."""
    before = " " if piece[:1].isspace() else ""
    after = " " if piece[1:] and piece[-1:].isspace() else ""
    return f"{before}{plain(piece)}{after}"


def _show_wrong(wrong: Sequence[Finding]) -> None:
    if not wrong:
        st.success(_("Nothing is wrong."), icon=":material/check:")
    for finding in wrong:
        st.error(in_words(finding.sentence), icon=":material/error:")


def _look(*, deep: bool = False) -> None:
    session.speak()
    now = session.now()
    house = session.house().acting(session.actor())
    with st.spinner(_("Looking…")):
        found = examine_here(house, session.settings(), now=now, deep=deep)
    st.session_state[FOUND] = (now, found)


def _time(at: datetime) -> str:
    return f"{at.astimezone(session.zone()):%H:%M:%S}"
