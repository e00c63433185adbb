"""What somebody typed and could not save, shown to be copied: it is not lost."""

from collections.abc import Iterator

import streamlit as st

from themewatch.ui.forms import REFUSED
from themewatch.words import _


def show_unsaved() -> None:
    """Show the words of forms that were refused in this window, if there are any."""
    texts = list(dict.fromkeys(_texts()))
    if not texts:
        return
    st.markdown(_("What you typed was not saved. Copy it here, and bring it back:"))
    for text in texts:
        st.code(text, language=None, wrap_lines=True)


def _texts() -> Iterator[str]:
    """Yield what was typed; a choice, an id and a number are chosen anew in no time."""
    for name, fields in st.session_state.items():
        if not (isinstance(name, str) and name.endswith(REFUSED)):
            continue
        for value in fields.values():
            if type(value) is str and len(value.split()) > 1:
                yield value
