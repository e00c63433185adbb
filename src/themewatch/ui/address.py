"""Choices that live in the page's address, so that a link shows what one saw.

Streamlit's own binding writes the words on screen into the address; these are ids,
which stay the same in every language.
"""

from collections.abc import Collection
from typing import Any

import streamlit as st

YES = "true"


def choice(key: str, options: Collection[str], default: str) -> dict[str, Any]:
    """Return what ties a widget's one choice of an id to the address."""
    asked = st.query_params.get(key, default)
    st.session_state[key] = asked if asked in options else default
    return {"key": key, "on_change": _write_choice, "args": (key, default)}


def choices(key: str, options: Collection[str]) -> dict[str, Any]:
    """Return what ties a widget's several choices of ids to the address."""
    asked = st.query_params.get_all(key)
    st.session_state[key] = [option for option in asked if option in options]
    return {"key": key, "on_change": _write_choices, "args": (key,)}


def typed(key: str) -> dict[str, Any]:
    """Return what ties words somebody types to the address."""
    st.session_state[key] = st.query_params.get(key, "")
    return {"key": key, "on_change": _write_choice, "args": (key, "")}


def flag(key: str) -> dict[str, Any]:
    """Return what ties a yes or no to the address."""
    st.session_state[key] = st.query_params.get(key) == YES
    return {"key": key, "on_change": _write_flag, "args": (key,)}


def _write_choice(key: str, default: str) -> None:
    if st.session_state[key] == default:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = st.session_state[key]


def _write_flag(key: str) -> None:
    if st.session_state[key]:
        st.query_params[key] = YES
    else:
        st.query_params.pop(key, None)


def _write_choices(key: str) -> None:
    st.query_params[key] = st.session_state[key]
