"""What holds a theme where it stands, adding up in plain sight."""

from collections.abc import Iterator

import streamlit as st

from themewatch.charts.signed import figure, signed
from themewatch.domain.attribution import Attribution
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def show_attribution(attribution: Attribution) -> None:
    """Draw the sum: the start, the tests, the views, other themes, the position."""
    st.header(_("What holds it there"))
    if attribution.notes or attribution.views:
        st.markdown(plain(" · ".join(sum_in_words(attribution))))
    else:
        said = _("It stands where it started, at {value:.2f}: nothing was added yet.")
        st.markdown(plain(said.format(value=attribution.position)))
    st.caption(
        _(
            "The start is the course's map of early 2026. Every test and view adds its "
            "effect; none is ever set by hand."
        )
    )


def sum_in_words(attribution: Attribution) -> list[str]:
    """Return the terms of the sum as they are read, the result last.

    What is shown adds up: the start takes what rounding leaves over.
    """
    effects = [(words, round(amount, 2)) for words, amount in _effects(attribution)]
    position = round(attribution.position, 2)
    start = position - sum(amount for _words, amount in effects)
    return [
        _("start {value}").format(value=figure(start)),
        *(f"{words} {signed(amount)}" for words, amount in effects),
        f"= {figure(position)}",
    ]


def _effects(attribution: Attribution) -> Iterator[tuple[str, float]]:
    notes, views = len(attribution.notes), len(attribution.views)
    if notes:
        words = ngettext("{n} test", "{n} tests", notes)
        yield words.format(n=notes), attribution.tested
    if views:
        words = ngettext("{n} view", "{n} views", views)
        yield words.format(n=views), attribution.viewed
    if round(attribution.elsewhere, 2):
        words = _("tests of other themes by the same people and on the same tools")
        yield words, attribution.elsewhere
