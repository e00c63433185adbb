"""What holds a theme where it stands, adding up in plain sight."""

import streamlit as st

from themewatch.domain.attribution import Attribution, total
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def show_attribution(attribution: Attribution) -> None:
    """Draw the sum: the start, the tests, the views, other themes, the position."""
    st.subheader(_("What holds it there"))
    st.markdown(plain(" · ".join(sum_in_words(attribution))))
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
    terms = []
    if attribution.notes:
        count = len(attribution.notes)
        words = ngettext("{n} test", "{n} tests", count).format(n=count)
        terms.append((words, round(total(attribution.notes), 2)))
    if attribution.views:
        count = len(attribution.views)
        words = ngettext("{n} view", "{n} views", count).format(n=count)
        terms.append((words, round(total(attribution.views), 2)))
    elsewhere = round(attribution.elsewhere, 2)
    if elsewhere:
        words = _("tests of other themes by the same people and on the same tools")
        terms.append((words, elsewhere))
    position = round(attribution.position, 2)
    start = position - sum(amount for _words, amount in terms)
    return [
        _("start {value:.2f}").format(value=start),
        *(f"{words} {amount:+.2f}" for words, amount in terms),
        f"= {position:.2f}",
    ]
