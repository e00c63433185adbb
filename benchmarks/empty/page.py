"""An empty page: a button that changes a text."""

import streamlit as st

st.session_state.setdefault("count", 0)
if st.button("Count"):
    st.session_state["count"] += 1
st.text(f"counted {st.session_state['count']}")
