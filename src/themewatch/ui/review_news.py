"""What is new on a theme since it was last looked at: tests, views, claims."""

from collections.abc import Callable, Iterator

import streamlit as st

from themewatch.charts.note_words import result_in_words
from themewatch.charts.sentences import place, stage_name
from themewatch.domain.claim import Claim
from themewatch.domain.evidence import Evidence
from themewatch.domain.excerpt import shortened
from themewatch.domain.note import Note
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.theme import Theme
from themewatch.domain.view import View
from themewatch.ui import cache
from themewatch.ui.links import page_link
from themewatch.ui.review_state import days_asked
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

SHOWN = 4
LONGEST = 160  # letters of what somebody saw


def draw_news(board: ReviewBoard, theme: str) -> None:
    """List what came, the newest first; the theme's page has all of it."""
    st.subheader(_("What is new"))
    news, evidence = board.news[theme], cache.evidence()
    about = board.standing(theme).theme
    lines = [
        *_some([_note(n, about, evidence) for n in news.notes], _more_tests),
        *_some([_view(v) for v in news.views], _more_views),
        *_some([_claim(c, evidence) for c in news.claims], _more_claims),
    ]
    if lines:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    else:
        st.markdown(_("No test, no view and no claim in these days."))
    page_link("theme", _("Open the theme"), theme=theme, **days_asked(board.review))


def _some(lines: list[str], more: Callable[[int], str]) -> Iterator[str]:
    yield from lines[:SHOWN]
    if left := len(lines[SHOWN:]):
        yield more(left)


def _more_tests(n: int) -> str:
    return ngettext("and {n} more test", "and {n} more tests", n).format(n=n)


def _more_views(n: int) -> str:
    return ngettext("and {n} more view", "and {n} more views", n).format(n=n)


def _more_claims(n: int) -> str:
    return ngettext("and {n} more claim", "and {n} more claims", n).format(n=n)


def _note(note: Note, theme: Theme, evidence: Evidence) -> str:
    said = _("Test: {tool}, {result} ({person}, {day}). {observed}")
    return said.format(
        tool=evidence.tool_label(note) or _("no tool named"),
        result=result_in_words(note, theme),
        person=note.person,
        day=note.tested_on.isoformat(),
        observed=shortened(note.observed, LONGEST),
    )


def _view(view: View) -> str:
    return _("View: {place} ({person}, {day}). {reason}").format(
        place=place(view.position),
        person=view.person,
        day=view.on.isoformat(),
        reason=shortened(view.reason, LONGEST),
    )


def _claim(claim: Claim, evidence: Evidence) -> str:
    release = evidence.release_of(claim)
    stage = claim.claimed_stage
    return _("Claim: {model}, {stage}. {text}").format(
        model=f"{release.model} ({release.vendor})" if release else claim.release,
        stage=_("no stage said") if stage is None else stage_name(stage),
        text=shortened(claim.text, LONGEST),
    )
