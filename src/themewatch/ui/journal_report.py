"""A closed month: its report, its chart, its other versions."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.journal_words import since_words, your_effect
from themewatch.domain.journal import Journal
from themewatch.domain.journal_report import Report
from themewatch.errors import ThemewatchError
from themewatch.services.journal_closing import changed_since, list_reports
from themewatch.services.journal_entries import list_own_entries
from themewatch.services.journals import reopen_journal
from themewatch.ui import cache, session
from themewatch.ui.journal_cache import seen_closed
from themewatch.ui.journal_chart import show_figures
from themewatch.ui.journal_marked import report_markdown
from themewatch.ui.journal_state import open_view
from themewatch.ui.journal_take_out import offer_to_take_out
from themewatch.ui.saved import PROBLEM
from themewatch.ui.text import plain
from themewatch.words import _


def draw_report(journal: Journal) -> None:
    """Draw the last closed version of a journal, or the one that was chosen."""
    with session.reading() as db:
        reports = list_reports(db, journal)
    if not reports:
        st.markdown(_("This journal was never closed, so it has no report yet."))
        return
    report = _chosen(journal, reports)
    offer_to_take_out(journal, report)
    show_report(journal, report)
    if journal.is_closed:
        _offer_to_reopen(journal)


def show_report(journal: Journal, report: Report) -> None:
    """Draw a closed version as it was closed, and say what became of its ground."""
    with session.reading() as db:
        entries = {entry.id: entry for entry in list_own_entries(db, journal)}
        since = changed_since(db, cache.evidence(), report)
    closed = _("Closed on {day}, version {n}.")
    st.caption(plain(closed.format(day=report.closed_on.isoformat(), n=report.number)))
    if since:
        st.info(plain(since_words(since.taken_back, since.corrected)))
    st.markdown(f"**{plain(your_effect(report.figures))}**")
    show_figures(seen_closed(report), report.month, report.figures)
    for section in report.sections:
        st.subheader(plain(section.title))
        st.markdown(report_markdown(section.text, journal, entries))


def _chosen(journal: Journal, reports: Sequence[Report]) -> Report:
    """Ask which version, where there are several."""
    if len(reports) == 1:
        return reports[0]
    named = {report.number: report for report in reports}
    number = st.segmented_control(
        _("Closed versions"),
        list(named),
        default=reports[-1].number,
        required=True,
        key=f"version_{journal.id}_{len(reports)}",
    )
    return named[number or reports[-1].number]


def _offer_to_reopen(journal: Journal) -> None:
    st.divider()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(_("Open it again"), key="reopen", on_click=_reopen, args=(journal,))
        st.caption(
            _("You can write into it again; this version stays as it is."),
            width="content",
        )


def _reopen(journal: Journal) -> None:
    session.speak()
    try:
        with session.writing() as db:
            reopen_journal(db, journal)
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
        return
    open_view("month", journal=journal.id)
