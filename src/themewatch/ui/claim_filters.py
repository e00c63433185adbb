"""Which claims somebody looks for, and in which order; all of it in the address."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from themewatch.charts.claim_words import OUTCOMES, signed_outcome
from themewatch.charts.sentences import stage_name, theme_name
from themewatch.domain.claim import Outcome
from themewatch.domain.claim_search import ClaimOrder, ClaimSearch
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS
from themewatch.services.reference import catalogue
from themewatch.ui import claims_kept
from themewatch.ui.address import choice, choices
from themewatch.words import _, mark

ORDERS = {
    ClaimOrder.NEWEST: mark("newest first"),
    ClaimOrder.BOLDEST: mark("boldest first"),
    ClaimOrder.AHEAD: mark("furthest ahead of tests first"),
}
STAGES = {stage.slug: stage for stage in Stage}


def ask_claims(*, is_narrow: bool) -> tuple[ClaimSearch, ClaimOrder]:
    """Ask for words, outcome, theme, what to watch, vendor, stage claimed and order."""
    outcomes = _ask_outcomes()
    place = st.popover(_("Search and order")) if is_narrow else st.container()
    with place:
        top, below = st.columns(3), st.columns(3)
        with top[0]:
            words = _ask_words()
        with top[1]:
            themes = _ask_themes()
        with top[2]:
            signals = _ask_signals(themes)
        with below[0]:
            vendors = _ask_vendors()
        with below[1]:
            stages = _ask_stages()
        with below[2]:
            order = _ask_order()
    search = ClaimSearch(
        words=words,
        themes=tuple(themes),
        signals=tuple(signals),
        vendors=tuple(vendors),
        outcomes=tuple(map(Outcome, outcomes)),
        stages=tuple(STAGES[slug] for slug in stages),
    )
    return search, order


def _ask_outcomes() -> Sequence[str]:
    chosen: Sequence[str] = st.pills(
        _("Outcome"),
        [outcome.value for outcome in OUTCOMES],
        selection_mode="multi",
        format_func=lambda name: signed_outcome(Outcome(name)),
        label_visibility="collapsed",
        **choices("outcome", [outcome.value for outcome in OUTCOMES]),
    )
    return chosen


def _ask_words() -> str:
    words = st.text_input(
        _("Search"),
        key="find",
        type="search",
        live=True,
        bind="query-params",
        placeholder=_("what is claimed, model, or vendor"),
    )
    return words or ""


def _ask_themes() -> list[str]:
    themes = catalogue().themes
    return _several(
        _("Theme"),
        SLUGS,
        "themes",
        _("any theme"),
        format_func=lambda slug: theme_name(themes[slug]),
    )


def _ask_signals(themes: Sequence[str]) -> list[str]:
    """Ask what to watch in the themes that were chosen, or in all."""
    names = {
        signal.slug: signal.name
        for slug in themes or SLUGS
        for signal in catalogue().theme(slug).signals
    }
    return _several(
        _("What to watch"),
        tuple(names),
        "watch",
        _("anything"),
        format_func=lambda slug: _(names[slug]),
    )


def _ask_vendors() -> list[str]:
    return _several(_("Vendor"), claims_kept.vendor_names(), "vendors", _("any vendor"))


def _ask_stages() -> list[str]:
    return _several(
        _("Stage claimed"),
        tuple(STAGES),
        "stage",
        _("any stage"),
        format_func=lambda slug: stage_name(STAGES[slug]),
    )


def _ask_order() -> ClaimOrder:
    chosen: str = st.selectbox(
        _("Order"),
        [order.value for order in ORDERS],
        format_func=lambda name: _(ORDERS[ClaimOrder(name)]),
        **choice("sort", [order.value for order in ORDERS], ClaimOrder.NEWEST.value),
    )
    return ClaimOrder(chosen)


def _several(
    label: str, options: Sequence[str], key: str, nothing: str, **more: Any
) -> list[str]:
    """Ask for any number of options; `nothing` is said where none is chosen."""
    chosen: list[str] = st.multiselect(
        label, options, placeholder=nothing, **choices(key, options), **more
    )
    return chosen
