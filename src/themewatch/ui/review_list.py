"""All reviews of the map: which are open, what came of the others."""

import streamlit as st

from themewatch.charts.review_words import review_period, review_state
from themewatch.domain.person import Role
from themewatch.domain.review import Review
from themewatch.services.review_decided import count_decided
from themewatch.services.reviews import list_reviews
from themewatch.ui import session
from themewatch.ui.evidence_list import page_of
from themewatch.ui.review_state import go
from themewatch.ui.row import row
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def draw_list() -> None:
    """Draw every review, the one opened last first; a reviewer opens another."""
    with session.reading() as db:
        reviews = list_reviews(db)
        decided = count_decided(db)
    st.markdown(
        _(
            "Once a month a team looks at the map together: each votes unseen, all "
            "votes are shown at once, and what is decided says what you do now. "
            "Half an hour is enough."
        )
    )
    _offer_to_open(is_first=not reviews)
    for review in page_of(reviews, "reviews_page"):
        with row(_words(review, decided.get(review.id, 0))):
            st.button(
                _("Open"),
                key=f"open_{review.id}",
                on_click=go,
                kwargs={"review": review.id},
            )


def _offer_to_open(*, is_first: bool) -> None:
    if session.may(Role.REVIEWER):
        st.button(
            _("Open the first review") if is_first else _("Open a review"),
            type="primary",
            key="open_review",
            on_click=go,
            kwargs={"view": "open"},
        )
    elif is_first:
        st.markdown(_("No review was opened yet: a reviewer opens one here."))


def _words(review: Review, decided: int) -> str:
    themes = len(review.themes)
    said = ngettext(
        "{decided} of {n} theme decided", "{decided} of {n} themes decided", themes
    ).format(decided=decided, n=themes)
    facts = (
        review_period(review),
        review_state(review, session.now(), session.zone()),
        said,
    )
    return f"**{plain(review.title)}**  \n{plain(' · '.join(facts))}"
