"""One ready test, to follow while testing."""

from collections.abc import Iterable

import streamlit as st

from themewatch.domain.protocol import Protocol
from themewatch.services.protocols import protocols
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def show_protocol(protocol: Protocol) -> None:
    """Draw what to prepare, what to do, and what counts as usable."""
    with st.container(border=True):
        st.markdown(f"**{plain(_(protocol.title))}**  \n{plain(_size(protocol))}")
        prepare, do = st.columns(2, gap="medium")
        with prepare:
            _show_list(_("What to prepare"), "-", protocol.prepare)
        with do:
            _show_list(_("What to do"), "1.", protocol.steps)
        st.markdown(f"**{_('What counts as usable')}**  \n{plain(_(protocol.usable))}")
        if protocol.rubrics:
            names = " · ".join(_(protocols().rubric(r).name) for r in protocol.rubrics)
            st.markdown(f"**{_('Also worth marking')}**  \n{plain(names)}")


def _size(protocol: Protocol) -> str:
    tries = ngettext("{n} try", "{n} tries", protocol.tries)
    minutes = ngettext(
        "about {n} minute of your own time",
        "about {n} minutes of your own time",
        protocol.minutes,
    )
    return " · ".join(
        [tries.format(n=protocol.tries), minutes.format(n=protocol.minutes)]
    )


def _show_list(heading: str, sign: str, items: Iterable[str]) -> None:
    """Draw a list close under its heading."""
    with st.container(gap="xxsmall"):
        st.markdown(f"**{plain(heading)}**")
        st.markdown("\n".join(f"{sign} {plain(_(item))}" for item in items))
