"""Rows of lists: what one says, and what can be done about it.

Few elements each: whatever a page draws is made anew in the browser on every run, and
most of what it draws are rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st


@contextmanager
def row(words: str, *, border: bool = True) -> Iterator[None]:
    """Draw words of Markdown; the one act drawn inside stands at their right."""
    with st.container(
        border=border, horizontal=True, wrap=False, vertical_alignment="center"
    ):
        st.markdown(words, width="stretch")
        yield


def acts() -> Any:
    """Return a line for several acts, to stand under the words they are about."""
    return st.container(horizontal=True, vertical_alignment="center")
