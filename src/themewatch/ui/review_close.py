"""Ending all voting in a review: what that does is said before it is done."""

import streamlit as st

from themewatch.domain.person import Role
from themewatch.domain.review import Review
from themewatch.ui import session
from themewatch.ui.review_acts import close_voting
from themewatch.words import _


def offer_closing(review: Review) -> None:
    """Let a reviewer end the votes of an open review; it takes a second press."""
    if review.is_closed or not session.may(Role.REVIEWER):
        return
    with st.popover(_("Close voting"), key="closing"):
        st.markdown(
            _(
                "All votes are shown then, and nobody votes any more. A review that "
                "is closed stays closed; decisions can still be made in it."
            )
        )
        st.button(
            _("Close it for good"),
            key="close_review",
            type="primary",
            on_click=close_voting,
            args=(review.id,),
        )
