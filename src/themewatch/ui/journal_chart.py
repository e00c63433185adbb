"""The chart of a month, and what stands behind the marks that were clicked in it."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from themewatch.charts.journal_words import month_alt, row_name, your_effect
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_report import Figures, Mark, MarkOf
from themewatch.ui.journal_cache import Seen, figures_now, month_chart, seen_now
from themewatch.ui.journal_state import open_view
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.words import _


def show_month_chart(journal: Journal, entries: Sequence[Entry]) -> None:
    """Draw ● and ◇ through a month as far as it has come, and say what moved ●."""
    figures = figures_now(journal, entries)
    st.markdown(f"**{plain(your_effect(figures))}**")
    show_figures(seen_now(journal, entries), journal, figures)


def show_figures(seen: Seen, journal: Journal, figures: Figures) -> None:
    """Draw the chart of some figures, and list the days clicked in it."""
    clicked = st.plotly_chart(
        month_chart(seen, journal, figures),
        key=f"month_chart_{seen.number}",
        theme=None,
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False},
        alt=month_alt(figures),
    )
    _show_chosen_days(journal, figures, clicked["selection"]["points"])


def _show_chosen_days(
    journal: Journal, figures: Figures, points: Iterable[dict[str, Any]]
) -> None:
    """List what lies behind the marks that were clicked, each opening its own place."""
    days = {str(point["x"])[:10] for point in points}
    chosen = [mark for mark in figures.marks if mark.on.isoformat() in days]
    if not chosen:
        return
    with st.container(border=True, key="chosen_marks"):
        for day in sorted(days):
            here = [mark for mark in chosen if mark.on.isoformat() == day]
            if here:
                st.markdown(f"**{plain(day)}**")
            for place, mark in enumerate(here):
                _show_mark(journal, mark, f"mark_{day}_{place}")


def _show_mark(journal: Journal, mark: Mark, key: str) -> None:
    said = _("{row}: {title}")
    words = said.format(row=row_name(mark.kind), title=mark.title)
    if mark.entry is not None:
        open_entry(journal, mark.on.isoformat(), words, key)
    elif mark.record is not None and mark.kind is MarkOf.RELEASE:
        page_link("release", words, release=mark.record)
    elif mark.record is not None:
        page_link("record", words, id=mark.record)


def open_entry(journal: Journal, day: str, words: str, key: str) -> None:
    """Draw what opens the day of an entry; a link to the page one is on would not."""
    st.button(
        plain(words),
        key=key,
        type="tertiary",
        icon=":material/menu_book:",
        on_click=open_view,
        args=("month",),
        kwargs={"journal": journal.id, "day": day},
    )
