"""What a story claims of each theme: a few words and one choice each."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from themewatch.charts.sentences import short_name, theme_name
from themewatch.domain.stage import Stage
from themewatch.domain.suggestion import SuggestedClaim
from themewatch.domain.theme import SLUGS
from themewatch.services.reference import catalogue
from themewatch.ui.choices import CLAIMED_STAGES
from themewatch.ui.forms import Form
from themewatch.ui.text import plain
from themewatch.words import _


def fields_of_claims(claims: Sequence[SuggestedClaim], title: str) -> dict[str, Any]:
    """Return what the fields hold at first: what is suggested, no stage said."""
    texts = dict.fromkeys(SLUGS, title) | {c.theme: c.text for c in claims}
    signals = {claim.theme: claim.signal for claim in claims}
    return {
        "themes": [claim.theme for claim in claims],
        **{f"text-{slug}": text for slug, text in texts.items()},
        **{f"signal-{slug}": signals.get(slug) for slug in SLUGS},
        **{f"stage-{slug}": "" for slug in SLUGS},
    }


def ask_themes(form: Form) -> None:
    """Ask which themes a story speaks of."""
    themes = catalogue().themes
    st.pills(
        _("Themes"),
        SLUGS,
        selection_mode="multi",
        format_func=lambda slug: short_name(themes[slug]),
        key=form.key("themes"),
    )


def ask_claims(form: Form) -> None:
    """Ask what is claimed of each theme chosen."""
    for slug in chosen_themes(form):
        with st.container(border=True):
            _ask_claim(form, slug)


def chosen_themes(form: Form) -> tuple[str, ...]:
    chosen = form.value("themes") or ()
    return tuple(slug for slug in SLUGS if slug in chosen)


def claims_from(form: Form) -> tuple[SuggestedClaim, ...]:
    """Return the claims as they were put right."""
    return tuple(_claim_from(form, slug) for slug in chosen_themes(form))


def _ask_claim(form: Form, slug: str) -> None:
    theme = catalogue().theme(slug)
    name = theme_name(theme)
    signals = {signal.slug: signal for signal in theme.signals}
    st.markdown(f"**{plain(name)}**")
    st.radio(
        _("What does the vendor say?"),
        list(CLAIMED_STAGES),
        format_func=lambda stage: _(CLAIMED_STAGES[stage]),
        key=form.key(f"stage-{slug}"),
        horizontal=True,
    )
    st.text_input(
        _("In these words"),
        key=form.key(f"text-{slug}"),
        max_chars=500,
    )
    st.selectbox(
        _("What to watch"),
        list(signals),
        index=None,
        format_func=lambda signal: _(signals[signal].name),
        key=form.key(f"signal-{slug}"),
        placeholder=_("the theme as a whole"),
    )


def _claim_from(form: Form, slug: str) -> SuggestedClaim:
    stage = form.value(f"stage-{slug}")
    return SuggestedClaim(
        theme=slug,
        signal=form.value(f"signal-{slug}"),
        text=form.text(f"text-{slug}"),
        claimed_stage=Stage.named(stage) if stage else None,
    )
