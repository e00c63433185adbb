"""Forms that keep what was typed: each field lives in the session under its form.

A form is emptied by giving its fields new keys, and only after it was saved.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from themewatch.errors import InputError, ThemewatchError
from themewatch.ui.text import plain


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one form in one visitor's session."""

    name: str

    def key(self, field: str) -> str:
        """Return the key of a field's widget."""
        round_ = st.session_state.get(f"{self.name}-round", 0)
        return f"{self.name}-{round_}-{field}"

    def begin(self, values: Mapping[str, Any]) -> None:
        """Fill fields that nobody has touched yet."""
        for field, value in values.items():
            st.session_state.setdefault(self.key(field), value)

    def value(self, field: str, default: Any = None) -> Any:
        return st.session_state.get(self.key(field), default)

    def text(self, field: str) -> str:
        return (self.value(field) or "").strip()

    def empty(self) -> None:
        """Start over with empty fields."""
        name = f"{self.name}-round"
        st.session_state[name] = st.session_state.get(name, 0) + 1
        self.excuse()

    def excuse(self) -> None:
        st.session_state.pop(f"{self.name}-problems", None)

    def attempt(self, save: Callable[[], None]) -> None:
        """Save, and empty the form; if it is refused, keep all and say why.

        For a button's `on_click`: nothing is drawn here.
        """
        try:
            save()
        except ThemewatchError as error:
            said = error.problems if isinstance(error, InputError) else (str(error),)
            st.session_state[f"{self.name}-problems"] = said
        else:
            self.empty()

    def show_problems(self) -> None:
        """Say what was refused the last time, above the form."""
        for sentence in st.session_state.get(f"{self.name}-problems", ()):
            st.error(plain(sentence), icon=":material/front_hand:")
