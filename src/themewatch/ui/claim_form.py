"""The fields of one claim; a form may hold several, each under its number."""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.claim import Claim
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.services.reference import catalogue
from themewatch.ui.choices import CLAIMED_STAGES
from themewatch.ui.forms import Form
from themewatch.words import _


def fields_of_claim(claim: Claim, number: int = 0) -> dict[str, Any]:
    """Return what the fields hold when a claim is corrected."""
    stage = claim.claimed_stage
    return {
        f"theme{number}": claim.theme,
        f"signal{number}": claim.signal,
        f"stage{number}": "" if stage is None else stage.slug,
        f"text{number}": claim.text,
    }


def draw_claim_fields(form: Form, number: int = 0) -> None:
    """Draw what one claim says: of which theme, of what in it, and how much."""
    themes = catalogue().themes
    left, right = st.columns(2)
    theme = left.selectbox(
        _("Theme"),
        SLUGS,
        index=None,
        format_func=lambda slug: theme_name(themes[slug]),
        key=form.key(f"theme{number}"),
        placeholder=_("choose"),
    )
    signals = {s.slug: s for s in themes[theme].signals} if theme else {}
    if form.value(f"signal{number}") not in signals:
        st.session_state[form.key(f"signal{number}")] = None
    right.selectbox(
        _("What to watch"),
        list(signals),
        index=None,
        format_func=lambda slug: _(signals[slug].name),
        key=form.key(f"signal{number}"),
        placeholder=_("the theme as a whole"),
    )
    st.text_input(
        _("What is claimed, in your own words"),
        key=form.key(f"text{number}"),
        max_chars=500,
    )
    st.radio(
        _("What does the vendor say?"),
        list(CLAIMED_STAGES),
        format_func=lambda stage: _(CLAIMED_STAGES[stage]),
        key=form.key(f"stage{number}"),
        horizontal=True,
        help=_("Without it the claim is kept, and moves nothing."),
    )


def claim_from(form: Form, number: int = 0) -> dict[str, Any]:
    """Return a claim's own fields; raises InputError for what is missing."""
    if missing := list(_missing(form, number)):
        raise InputError(*missing)
    stage = form.value(f"stage{number}")
    return {
        "theme": form.value(f"theme{number}"),
        "signal": form.value(f"signal{number}"),
        "claimed_stage": Stage.named(stage) if stage else None,
        "text": form.text(f"text{number}"),
    }


def _missing(form: Form, number: int) -> Iterator[str]:
    if not form.value(f"theme{number}"):
        yield _("Claim {n} has no theme: choose one.").format(n=number + 1)
    if not form.text(f"text{number}"):
        yield _("Claim {n} says nothing: type what is claimed.").format(n=number + 1)
