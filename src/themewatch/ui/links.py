"""Links to pages and to pieces of evidence, and the addresses they lead to.

One to a page that the visitor may not open is not drawn.
"""

import streamlit as st

from themewatch.ui.pages import may_open, page_icon, page_path
from themewatch.ui.text import plain


def page_link(script: str, label: str, **query: str) -> None:
    """Draw a link to a page of ours, under that page's sign."""
    if not may_open(script):
        return
    st.page_link(
        page_path(script),
        label=plain(label),
        icon=page_icon(script),
        query_params=query,
    )


def turn_to(script: str, label: str, key: str, **query: str) -> None:
    """Draw what leads to a page of ours, be it the one that one is on.

    A link to that leads nowhere: Streamlit leaves the address as it is.
    """
    if not may_open(script):
        return
    sign = page_icon(script)
    if st.button(plain(label), key=key, type="tertiary", icon=sign):
        go_to(script, **query)


def go_to(script: str, **query: str) -> None:
    """Leave this page for another."""
    st.switch_page(page_path(script), query_params=query)
