"""Two closed months or three side by side, and the way on from each."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.months_table import months_table
from themewatch.charts.sentences import theme_name
from themewatch.domain.journal import Journal
from themewatch.services.journal_months import ClosedMonth, closed_months
from themewatch.ui import session
from themewatch.ui.journal_state import open_view
from themewatch.ui.text import plain
from themewatch.words import _

FEWEST, MOST = 2, 3


def show_months(journals: Sequence[Journal]) -> None:
    """Draw closed months beside each other, once there are two."""
    with session.reading() as db:
        months = closed_months(db, journals)
    st.header(_("Months compared"))
    if len(months) < FEWEST:
        st.markdown(_("Once two of your months are closed, they stand here."))
        return
    chosen = _chosen(months)
    if len(chosen) < FEWEST:
        st.markdown(_("Choose two months at least."))
        return
    _show_table(chosen)
    _offer_to_go_on(chosen)


def _name(month: ClosedMonth) -> str:
    said = _("{theme}, {day}")
    return said.format(
        theme=theme_name(month.theme), day=month.journal.started_on.isoformat()
    )


def _chosen(months: Sequence[ClosedMonth]) -> list[ClosedMonth]:
    """Ask which of many; the last two where nobody chose."""
    if len(months) == FEWEST:
        return list(months)
    named = {month.journal.id: month for month in months}
    ids = st.multiselect(
        _("Months"),
        list(named),
        default=list(named)[-FEWEST:],
        format_func=lambda name: _name(named[name]),
        max_selections=MOST,
        key="compared_months",
    )
    return [month for name, month in named.items() if name in ids]


def _show_table(months: Sequence[ClosedMonth]) -> None:
    said = _("Month {n}, from {day}")
    heads = [
        plain(said.format(n=n, day=month.journal.started_on.isoformat()))
        for n, month in enumerate(months, start=1)
    ]
    rows = [
        {_("Compared"): f"**{plain(label)}**", **_by_head(heads, cells)}
        for label, cells in months_table(months)
    ]
    st.table(rows, hide_index=True, alt=_("The months in words"))


def _by_head(heads: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    return dict(zip(heads, map(_cell, cells), strict=True))


def _cell(words: str) -> str:
    return "  \n".join(map(plain, words.splitlines()))


def _offer_to_go_on(months: Sequence[ClosedMonth]) -> None:
    st.markdown(_("A next month takes fixed tests and open questions along:"))
    with st.container(horizontal=True):
        for n, month in enumerate(months, start=1):
            theme = theme_name(month.theme)
            said = _("Continue month {n}, {theme}").format(n=n, theme=theme)
            st.button(
                plain(said),
                key=f"go_on_{month.journal.id}",
                on_click=open_view,
                args=("start",),
                kwargs={"journal": month.journal.id},
            )
