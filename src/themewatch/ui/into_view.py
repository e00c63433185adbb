"""Brings what was just said into view, once, if it stands elsewhere on the page."""

import streamlit as st

_JS = """
const said = new Map();
export default function ({ data }) {
  const { place, opening } = data;
  if (said.get(place) === opening) return;
  said.set(place, opening);
  setTimeout(() => {
    const node = document.querySelector(`.st-key-${CSS.escape(place)}`);
    const box = node?.getBoundingClientRect();
    const isSeen = box && box.top >= 0 && box.bottom <= innerHeight;
    if (!isSeen) node?.scrollIntoView({ block: "center" });
  }, 100);
}
"""

_component = st.components.v2.component("themewatch_into_view", html="<i></i>", js=_JS)


def bring_into_view(place: str, saying: str) -> None:
    """Bring a container into view.

    Args:
        place: The container's key.
        saying: Another one each time something new is said there.
    """
    with st.container(height=1, border=False):
        _component(key=f"into_view_{place}", data={"place": place, "opening": saying})
