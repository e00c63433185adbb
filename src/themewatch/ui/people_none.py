"""What the page of people says where nobody signs in."""

import streamlit as st

from themewatch.words import _


def show_nobody_signs_in() -> None:
    """Say how a team gets in."""
    st.markdown(
        _(
            "Nobody signs in here: whoever sits at this machine may do everything. "
            "To let a team in, connect your organisation's sign-in; "
            "`docs/sign-in.md` leads through it step by step."
        )
    )
