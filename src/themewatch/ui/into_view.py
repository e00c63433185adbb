"""Brings what was just said into view, once, if it stands elsewhere on the page.

Of two places at once it is the first one: what was saved, before the day it is of.
"""

import streamlit as st

_JS = """
const AT_ONCE = 1000; // milliseconds
const said = new Map();
let taken = 0;
export default function ({ data }) {
  const { place, opening } = data;
  if (said.get(place) === opening) return;
  said.set(place, opening);
  if (Date.now() - taken < AT_ONCE) return;
  taken = Date.now();
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
