"""Log a view: where somebody places a theme, asked before the estimate is shown."""

import streamlit as st

from themewatch.domain.view import Confidence, View
from themewatch.services.learned import theme_change
from themewatch.services.log import log_record
from themewatch.ui import cache, session
from themewatch.ui.choosing import choose_theme
from themewatch.ui.forms import Form
from themewatch.ui.saved import change_sentence, remember_saved
from themewatch.ui.view_form import PLACES, draw_view_fields, view_from
from themewatch.words import _

FORM = Form("view")


def log_view_page() -> None:
    """Draw the form of a new view."""
    theme = choose_theme().slug
    FORM.begin(
        {
            "position": PLACES[len(PLACES) // 2 - 1],
            "on": session.today(),
            "confidence": Confidence.FAIR,
        }
    )
    FORM.show_problems()
    with st.form("view", border=True):
        draw_view_fields(FORM, is_new=True)
        st.markdown(
            _(
                "A view counts where you have not tested that theme in the 30 days "
                "before: whoever tested has said it by testing."
            )
        )
        st.form_submit_button(
            _("Save"),
            type="primary",
            key=FORM.key("save"),
            on_click=FORM.once(lambda: _save(theme)),
        )


def _save(theme: str) -> None:
    view = View(
        id=FORM.record_id(), recorded_at=session.now(), **view_from(FORM, theme)
    )
    session.remember(view.person)
    before = cache.todays_assessment()
    with session.writing() as db:
        log_record(db, view)
    after = cache.todays_assessment()
    change = theme_change(theme, before, after)
    remember_saved([view.id], theme, [change_sentence(change)])
