"""Which model or tool: known releases are offered, a free name is kept as typed."""

from collections.abc import Mapping

import streamlit as st

from themewatch.domain.evidence import Evidence
from themewatch.domain.release import release_slug
from themewatch.ui import cache
from themewatch.words import _


def ask_model(key: str) -> None:
    """Draw the field that lives in the session under a key."""
    labels = _labels(cache.version())
    typed = st.session_state.get(key)
    options = list(labels) if typed is None or typed in labels else [typed, *labels]
    st.selectbox(
        _("Model or tool"),
        options,
        index=None,
        format_func=lambda name: labels.get(name, name),
        key=key,
        placeholder=_("type part of its name"),
        accept_new_options=True,
        filter_mode="contains",
        help=_("A name that is not listed is kept as typed."),
    )


@st.cache_resource(max_entries=2, show_spinner=False)
def _labels(version: int) -> Mapping[str, str]:  # noqa: ARG001  the key
    """Return what each release is called, the newest first."""
    releases = cache.evidence().releases.items()
    newest = sorted(releases, key=lambda r: r[1].released_on, reverse=True)
    return {name: f"{r.model} · {r.vendor}" for name, r in newest}


def known_release(evidence: Evidence, model: str) -> str | None:
    """Return the name of the release that a field's value means, if any does."""
    if model in evidence.releases:
        return model
    return evidence.release_by_slug.get(release_slug("", model))
