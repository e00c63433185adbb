"""Forms that keep what was typed: each field lives in the session under its form.

A form is emptied by giving its fields new keys, and only after it was saved.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import streamlit as st

from themewatch.errors import InputError, ThemewatchError
from themewatch.services.log import new_id
from themewatch.ui import session
from themewatch.ui.text import plain

NOT_TYPED = {"files", "kept", "save"}
"""What only a browser can fill, or brings its own value."""
REFUSED = "-refused"
"""What the name of a form is followed by where its refused fields are kept."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one form in one visitor's session."""

    name: str

    def key(self, field: str) -> str:
        """Return the key of a field's widget."""
        round_ = st.session_state.get(f"{self.name}-round", 0)
        return f"{self.name}-{round_}-{field}"

    def begin(self, values: Mapping[str, Any]) -> None:
        """Fill fields that nobody has touched yet, and those refused before."""
        for field, value in {**values, **self._refused()}.items():
            st.session_state.setdefault(self.key(field), value)

    def value(self, field: str, default: Any = None) -> Any:
        return st.session_state.get(self.key(field), default)

    def text(self, field: str) -> str:
        return (self.value(field) or "").strip()

    def record_id(self, number: int = 0) -> str:
        """Return the id of what this round saves: pressing twice saves it once.

        A second press interrupts the first after its record was kept and before
        the form was emptied.
        """
        key = self.key(f"id{number}")
        return cast(str, st.session_state.setdefault(key, new_id()))

    def empty(self) -> None:
        """Start over with empty fields."""
        name = f"{self.name}-round"
        st.session_state[name] = st.session_state.get(name, 0) + 1
        self.excuse()

    def excuse(self) -> None:
        st.session_state.pop(f"{self.name}-problems", None)
        st.session_state.pop(self.name + REFUSED, None)

    def _refused(self) -> Mapping[str, Any]:
        """Return what was typed when the form was refused.

        Streamlit forgets a field's value when its page is left.
        """
        return cast(dict[str, Any], st.session_state.get(self.name + REFUSED, {}))

    def _typed(self) -> Mapping[str, Any]:
        prefix = self.key("")
        return {
            name.removeprefix(prefix): value
            for name, value in st.session_state.items()
            if isinstance(name, str) and name.startswith(prefix)
            if name.removeprefix(prefix) not in NOT_TYPED
        }

    def attempt(self, save: Callable[[], None]) -> None:
        """Save, and empty the form; if it is refused, keep all and say why.

        For a button's `on_click`: nothing is drawn here.
        """
        session.speak()
        try:
            save()
        except ThemewatchError as error:
            said = error.problems if isinstance(error, InputError) else (str(error),)
            st.session_state[f"{self.name}-problems"] = said
            st.session_state[self.name + REFUSED] = self._typed()
        else:
            self.empty()

    def once(self, save: Callable[[], None]) -> Callable[[], None]:
        """Return what a button calls, whose key is `key("save")`: one press a round.

        A second press, quicker than the emptied form is drawn, is let go: it would
        be told that all is missing.
        """
        drawn = self.key("save")

        def press() -> None:
            if self.key("save") == drawn:
                self.attempt(save)

        return press

    @property
    def was_refused(self) -> bool:
        """Whether what stands in it was refused, and nobody has put it right yet."""
        return f"{self.name}-problems" in st.session_state

    def show_problems(self) -> None:
        """Say what was refused the last time, above the form."""
        for sentence in st.session_state.get(f"{self.name}-problems", ()):
            st.error(plain(sentence), icon=":material/front_hand:")


@dataclass(frozen=True, slots=True)
class Part(Form):
    """A part of a form whose fields are asked for more than once."""

    part: str

    def key(self, field: str) -> str:
        return Form.key(self, part_field(self.part, field))


def part_field(part: str, field: str) -> str:
    """Return what a field of a part is called in the form around it."""
    return f"{part}-{field}"


def together(parts: Iterable[Callable[[], dict[str, Any]]]) -> list[dict[str, Any]]:
    """Read the parts of a form; raises one InputError with what is wrong in all."""
    read: list[dict[str, Any]] = []
    problems: list[str] = []
    for part in parts:
        try:
            read.append(part())
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(*problems)
    return read
