"""Claim by claim: searched, drawn against tests, listed; all of it in the address."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.claim_alt import cloud_alt, cloud_sentences, left_out_sentence
from themewatch.charts.claim_words import about_words, counts_sentence
from themewatch.domain.claim_search import ClaimSearch, outcome_counts
from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.services.reference import catalogue
from themewatch.ui import cache, claims_kept
from themewatch.ui.claim_filters import ask_claims
from themewatch.ui.claim_row import show_claim
from themewatch.ui.evidence_list import page_of
from themewatch.ui.links import go_to, page_link
from themewatch.ui.overrule import show_overruling, show_what_was_said_elsewhere
from themewatch.ui.rights import may_log
from themewatch.ui.text import plain
from themewatch.words import _

PAGE = "claims_page"
LOOKED_FOR = "claims_looked_for"


def show_claims_found(*, is_narrow: bool) -> None:
    """Draw the search, the chart of what it finds, and each claim."""
    search, order = ask_claims(is_narrow=is_narrow)
    _begin_anew(search)
    found = claims_kept.found(search, order)
    if not found:
        show_what_was_said_elsewhere(())
        st.markdown(_no_claim_fits())
        page_link("log", _("Log a release"), log="release")
        return
    clicked = _show_chart(search, is_narrow=is_narrow)
    if search != ClaimSearch():
        st.markdown(plain(counts_sentence(outcome_counts(found))))
    rows = page_of(found, PAGE)
    shown = {judged.claim.id for judged in rows}
    show_what_was_said_elsewhere(shown)
    evidence = cache.evidence()
    for judged in rows:
        theme = catalogue().theme(judged.claim.theme)
        show_claim(
            judged,
            heading_of(judged, evidence),
            about_words(judged, theme),
            asks_word=True,
        )
    show_overruling(shown)
    if clicked:
        go_to("record", id=clicked)


def _no_claim_fits() -> str:
    if not may_log():
        return _("No claim fits. Leave something out.")
    return _("No claim fits. Leave something out, or log a release.")


def heading_of(judged: JudgedClaim, evidence: Evidence) -> str:
    """Name a claim's model and vendor."""
    release = evidence.release_of(judged.claim)
    return f"{release.model} · {release.vendor}" if release else judged.claim.release


def _begin_anew(search: ClaimSearch) -> None:
    """Begin at the first page whenever something else is looked for."""
    if st.session_state.get(LOOKED_FOR, search) != search:
        st.session_state[PAGE] = 1
    st.session_state[LOOKED_FOR] = search


def _show_chart(search: ClaimSearch, *, is_narrow: bool) -> str:
    """Draw claimed against tested; return the id of a claim that was clicked."""
    cloud = claims_kept.cloud(search, narrow=is_narrow)
    if not cloud.tested:
        _show_nothing_tested(search)
        return ""
    said = " ".join([*cloud_sentences(cloud), left_out_sentence(cloud)]).strip()
    st.markdown(f"**{plain(said)}**")
    clicked = st.plotly_chart(
        claims_kept.chart(search, narrow=is_narrow),
        key="claims_chart",
        theme=None,
        on_select="rerun",
        selection_mode=("points",),
        config={"displayModeBar": False},
        alt=cloud_alt(cloud),
    )
    st.caption(
        _(
            "Below the line claims run ahead of tests. A mark opens its claim; in its "
            "column it stands aside only to make room for others."
        )
    )
    points: Sequence[dict[str, str]] = clicked["selection"]["points"]
    return str(points[0]["customdata"]) if points else ""


def _show_nothing_tested(search: ClaimSearch) -> None:
    """Say that there is nothing to draw yet, and what would begin it."""
    if search != ClaimSearch():
        st.markdown(_("None of these claims has been tested yet: a test draws a mark."))
        return
    st.markdown(
        _(
            "Nobody here has tested a claim yet. The first test draws the first mark "
            "of what vendors say against what tests show: about five minutes."
        )
    )
    page_link("next", _("What to test next"))
