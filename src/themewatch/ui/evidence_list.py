"""The evidence under a theme: notes and views with their effects, and claims."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from math import ceil
from typing import TypeVar

import streamlit as st

from themewatch.charts.note_words import result_in_words
from themewatch.charts.sentences import place
from themewatch.charts.signed import signed
from themewatch.domain.attribution import Effect
from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.domain.theme import Theme
from themewatch.domain.view import View
from themewatch.services.themes import ThemeReport
from themewatch.ui.claim_row import show_claim
from themewatch.ui.links import page_link
from themewatch.ui.row import row
from themewatch.ui.text import plain
from themewatch.words import _

ROWS_A_PAGE = 10
Row = TypeVar("Row")


def show_tests(report: ThemeReport, evidence: Evidence) -> None:
    """Draw every test note of a theme with its effect."""
    if not report.notes:
        st.markdown(_("Nobody here has tested this theme yet."))
    effects = _amounts(report.attribution.notes)
    for note in page_of(report.notes, "tests_page"):
        tool = evidence.tool_label(note) or _("no tool named")
        effect = _effect_words(effects.get(note.id))
        show_note(note, report.standing.theme, tool, effect)


def show_views(report: ThemeReport) -> None:
    """Draw every view of a theme with its effect."""
    if not report.views:
        st.markdown(_("Nobody here has said yet where they would place it."))
    page_link("log", _("Log my view"), log="view", theme=report.standing.theme.slug)
    effects = _amounts(report.attribution.views)
    for view in page_of(report.views, "views_page"):
        _show_view(view, _effect_words(effects.get(view.id)))


def show_claims_of(report: ThemeReport, evidence: Evidence) -> None:
    """Draw every claim of a theme with its outcome so far."""
    if report.claims:
        slug = report.standing.theme.slug
        page_link("claims", _("Search them, and see them against tests"), themes=slug)
    else:
        st.markdown(_("No release claims anything of it yet."))
    show_claims(report.claims, "claims_page", partial(_model_of, evidence))


def _amounts(effects: Iterable[Effect]) -> dict[str, float]:
    return {effect.evidence: effect.amount for effect in effects}


def _model_of(evidence: Evidence, judged: JudgedClaim) -> str:
    release = evidence.release_of(judged.claim)
    return f"{release.model} · {release.vendor}" if release else judged.claim.release


def page_of(rows: Sequence[Row], key: str) -> Sequence[Row]:
    """Return the rows of one page; the pages are offered where there are several."""
    pages = ceil(len(rows) / ROWS_A_PAGE)
    number = st.pagination(pages, key=key, bind="query-params") if pages > 1 else 1
    return rows[(number - 1) * ROWS_A_PAGE : number * ROWS_A_PAGE]


def show_note(note: Note, theme: Theme, heading: str, effect: str = "") -> None:
    """Draw one test note, with its effect on ● where that is asked for."""
    lines = [
        f"**{plain(heading)}** · {plain(result_in_words(note, theme))}",
        plain(note.observed),
        plain(_who_and_when(note.person, note.tested_on.isoformat(), effect)),
    ]
    with row("  \n".join(line for line in lines if line)):
        page_link("record", _("Open"), id=note.id)


def _show_view(view: View, effect: str) -> None:
    lines = [
        f"**{plain(place(view.position))}**",
        plain(view.reason),
        plain(_who_and_when(view.person, view.on.isoformat(), effect)),
    ]
    with row("  \n".join(line for line in lines if line)):
        page_link("record", _("Open"), id=view.id)


def _who_and_when(person: str, day: str, effect: str) -> str:
    said = _("{person}, {day}").format(person=person, day=day)
    return f"{said} · {effect}" if effect else said


def _effect_words(effect: float | None) -> str:
    if effect is None:
        return _("moves nothing")
    return _("effect {effect}").format(effect=signed(effect))


def show_claims(
    claims: Sequence[JudgedClaim], key: str, heading: Callable[[JudgedClaim], str]
) -> None:
    """Draw claims with their outcome so far, a page at a time."""
    for judged in page_of(claims, key):
        show_claim(judged, heading(judged))
