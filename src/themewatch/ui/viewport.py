"""Whether the visitor's window is narrow, which only the browser knows."""

import streamlit as st

_JS = """
export default function (component) {
  const { data, setStateValue } = component;
  const query = window.matchMedia("(max-width: 720px)");
  const tell = () => {
    if (query.matches !== data.narrow) setStateValue("narrow", query.matches);
  };
  query.addEventListener("change", tell);
  tell();
  return () => query.removeEventListener("change", tell);
}
"""

_component = st.components.v2.component("themewatch_viewport", html="<i></i>", js=_JS)


def is_narrow() -> bool:
    """Say whether the window is narrow; a phone is taken for one until it answers."""
    known = st.session_state.get("viewport", {}).get("narrow")
    guess = "Mobi" in st.context.headers.get("User-Agent", "")
    narrow = guess if known is None else bool(known)
    with st.container(height=1, border=False):
        _component(key="viewport", data={"narrow": narrow}, on_narrow_change=_noted)
    return narrow


def _noted() -> None:
    """Having a callback is what makes Streamlit keep the state."""
