"""The figures and charts of months, kept until evidence or the journal changes."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

import streamlit as st

from themewatch.charts.journal_figure import month_figure
from themewatch.charts.palette import palette_for
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_report import Figures, Report
from themewatch.services.journal_figures import month_end, month_figures
from themewatch.ui import cache, session


class Seen(NamedTuple):
    """What tells a month's figures from another's: evidence, journal, entries, day.

    Those of a closed version tell themselves, by its number.
    """

    version: int
    journal: str
    revision: int
    entries: tuple[tuple[str, int], ...]
    on: date | None = None
    number: int = 0


class _Look(NamedTuple):
    """What a visitor's browser adds to how a chart is drawn."""

    ground: Literal["light", "dark"] | None
    locale: str | None


def seen_now(journal: Journal, entries: Sequence[Entry]) -> Seen:
    """Return what tells a month as it stands now from any other."""
    return Seen(
        version=cache.version(),
        journal=journal.id,
        revision=journal.version,
        entries=tuple((entry.id, entry.version) for entry in entries),
        on=month_end(journal, session.today()),
    )


def seen_closed(report: Report) -> Seen:
    """Return what tells a closed version from any other: it never changes."""
    return Seen(0, report.journal, 0, (), number=report.number)


def figures_now(journal: Journal, entries: Sequence[Entry]) -> Figures:
    """Return a month's figures as far as it has come."""
    return _figures(seen_now(journal, entries), journal, entries)


def month_chart(seen: Seen, journal: Journal, figures: Figures) -> Any:
    """Return a month as a Plotly figure, in the visitor's colours and language."""
    look = _Look(st.context.theme.type, st.context.locale)
    return _chart(seen, (journal.started_on, journal.ends_on), look, journal, figures)


@st.cache_resource(max_entries=32, show_spinner=False)
def _figures(seen: Seen, _journal: Journal, _entries: Sequence[Entry]) -> Figures:
    on = seen.on or _journal.ends_on
    return month_figures(cache.assessment(on), _journal, _entries)


@st.cache_resource(max_entries=32, show_spinner=False)
def _chart(
    seen: Seen,  # noqa: ARG001  part of the key
    days: tuple[date, date],  # noqa: ARG001  part of the key
    look: _Look,
    _journal: Journal,
    _figures: Figures,
) -> Any:
    return month_figure(_journal, _figures, palette_for(look.ground))
