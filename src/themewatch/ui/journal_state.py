"""Where one is in a journal: all of it in the address."""

import streamlit as st

VIEWS = ("month", "chart", "runs", "close", "report", "out", "compare", "list", "start")
PLACES = ("view", "journal", "day", "entry", "kind", "theme", "test", "one", "other")


def asked(name: str) -> str:
    """Return what the address asks for, empty where it says nothing."""
    return st.query_params.get(name, "")


def open_view(view: str, **query: str) -> None:
    """Go to a view of the page of journals, from a button's `on_click`."""
    for name in PLACES:
        st.query_params.pop(name, None)
    st.query_params.update({"view": view, **query})
