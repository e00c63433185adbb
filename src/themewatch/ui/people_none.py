"""What the page of people says where nobody signs in."""

import streamlit as st

from themewatch.words import _


def show_nobody_signs_in() -> None:
    """Say how a team gets in."""
    st.markdown(
        _(
            "Nobody signs in here: whoever opens this page may do everything. "
            "To give people roles, connect your organisation's sign-in; "
            "`docs/sign-in.md` leads through it step by step."
        )
    )
