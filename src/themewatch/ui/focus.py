"""Puts the keyboard where a form begins, once, when it was opened."""

import streamlit as st

_JS = """
let last;
export default function ({ data }) {
  if (data.opening === last) return;
  last = data.opening;
  let tries = 40;
  const look = () => {
    const field = document.querySelector(`.st-key-${data.place} input`);
    if (field) field.focus();
    else if (tries--) requestAnimationFrame(look);
  };
  look();
}
"""

_component = st.components.v2.component("themewatch_focus", html="<i></i>", js=_JS)


def focus_on(place: str, opening: int) -> None:
    """Focus the first field inside a container.

    Args:
        place: The container's key.
        opening: Another number each time it is opened.
    """
    with st.container(height=1, border=False):
        _component(key="focus", data={"place": place, "opening": opening})
