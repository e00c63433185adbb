"""Which edition, and which other one, the address asks for."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.edition_words import edition_name
from themewatch.domain.edition import EditionHead
from themewatch.ui.address import choice
from themewatch.ui.links import turn_to
from themewatch.words import _

EDITION, WITH = "edition", "with"
NONE = ""
"""What the address says where nothing is compared."""


def asked_edition(known: Sequence[EditionHead]) -> int | None:
    """Return the number of the edition that is asked for, if there is one."""
    return _number(EDITION, known)


def asked_other(known: Sequence[EditionHead], edition: int | None) -> int | None:
    """Return the number of the edition it is to be compared with, if any."""
    other = _number(WITH, known)
    return None if other == edition else other


def is_unknown(known: Sequence[EditionHead]) -> bool:
    """Say whether the address asks for an edition that is not there."""
    return EDITION in st.query_params and asked_edition(known) is None


def choose_other(known: Sequence[EditionHead], edition: int) -> None:
    """Ask which edition to hold this one against; the address names it."""
    others = [str(head.number) for head in known if head.number != edition]
    if not others:
        return
    st.selectbox(
        _("Compare with"),
        [NONE, *others],
        format_func=_named,
        width=180,
        **choice(WITH, [NONE, *others], NONE),
    )


def all_editions() -> None:
    """Offer the way back to the list."""
    turn_to("editions", _("All editions"), "all_editions")


def _named(number: str) -> str:
    return edition_name(int(number)) if number else _("nothing")


def _number(name: str, known: Sequence[EditionHead]) -> int | None:
    asked = st.query_params.get(name, "")
    return next((h.number for h in known if str(h.number) == asked), None)
