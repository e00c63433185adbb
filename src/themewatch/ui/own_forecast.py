"""A visitor's own forecast beside the map's, and what others here have said."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from themewatch.charts.forecast_words import (
    sentence,
    three_chances,
    who_and_when,
)
from themewatch.domain.forecast import Forecast
from themewatch.errors import InputError
from themewatch.services.forecast import Outlook
from themewatch.services.forecasts import chances_on_map
from themewatch.services.log import log_record
from themewatch.ui import cache, session
from themewatch.ui.evidence_list import page_of
from themewatch.ui.forms import Form
from themewatch.ui.links import page_link
from themewatch.ui.rights import may_log
from themewatch.ui.saved import remember_saved, show_saved
from themewatch.ui.text import plain
from themewatch.words import _

PER_CENT_WIDTH, NAME_WIDTH = 320, 220  # pixels
KEPT = "own-forecast-kept"
"""The id of the forecast kept last, so that this page says so, and no other."""


def show_own_forecast(theme: str, day: date, outlook: Outlook) -> None:
    """Ask for a per cent on the sentence above, and list what was said before."""
    if may_log():
        _ask_at(theme, day, outlook)
    said = [f for f in cache.evidence().forecasts if f.theme == theme]
    _list(sorted(said, key=lambda f: (f.on, f.recorded_at, f.id), reverse=True))


def _ask_at(theme: str, day: date, outlook: Outlook) -> None:
    """Ask on the map of today, where it can be set beside it."""
    st.subheader(_("And you?"))
    kept = st.session_state.get(KEPT)
    show_saved({kept} if kept else ())
    if day == session.today():
        _ask(Form(f"forecast-{theme}"), theme, outlook)
    else:
        st.markdown(_("Your own forecast is set beside the map of today."))
        page_link("theme", _("Go to today"), theme=theme)


def _ask(form: Form, theme: str, outlook: Outlook) -> None:
    form.show_problems()
    label = _("{sentence}: your per cent")
    with (
        st.form("own-forecast", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.number_input(
            label.format(sentence=sentence(outlook.stage, outlook.by)),
            min_value=0,
            max_value=100,
            value=None,
            key=form.key("per_cent"),
            width=PER_CENT_WIDTH,
            placeholder=_("0 to 100"),
        )
        if not session.person():
            name = form.key("person")
            st.text_input(_("Your name"), key=name, max_chars=80, width=NAME_WIDTH)
        st.form_submit_button(
            _("Keep my forecast"),
            key=form.key("save"),
            on_click=form.once(lambda: _save(form, theme, outlook)),
        )
    st.caption(
        _(
            "It is kept with the map's chance of this moment, and scored when its day "
            "comes. It can be taken back for a day, not corrected: whoever thinks "
            "otherwise later gives another, and both are scored."
        )
    )


def _save(form: Form, theme: str, outlook: Outlook) -> None:
    person, per_cent = _filled_in(form)
    today = cache.todays_assessment()
    chances = chances_on_map(today, theme, outlook.stage, outlook.by)
    forecast = Forecast(
        id=form.record_id(),
        recorded_at=session.now(),
        theme=theme,
        person=person,
        on=today.as_of,
        stage=outlook.stage,
        by=outlook.by,
        chance=per_cent / 100,
        estimated=chances.estimated,
        unchanged=chances.unchanged,
    )
    session.remember(person)
    with session.writing() as db:
        log_record(db, forecast)
    st.session_state[KEPT] = forecast.id
    remember_saved([forecast.id], theme, [_kept_words(forecast)])


def _filled_in(form: Form) -> tuple[str, int]:
    """Return who forecasts, and the per cent; raises InputError for what is missing."""
    person = session.person() or form.text("person")
    per_cent: int | None = form.value("per_cent")
    missing = []
    if per_cent is None:
        missing.append(_("A per cent from 0 to 100 is needed: type one."))
    if not person:
        missing.append(_("Your name is missing: it stands beside the forecast."))
    if per_cent is None or missing:
        raise InputError(*missing)
    return person, per_cent


def _kept_words(forecast: Forecast) -> str:
    said = _("{sentence}: {chances}. It is scored on {day}.")
    return said.format(
        sentence=sentence(forecast.stage, forecast.by),
        chances=three_chances(forecast),
        day=forecast.by.isoformat(),
    )


def _list(forecasts: Sequence[Forecast]) -> None:
    if not forecasts:
        return
    st.markdown(f"**{_('What people here have said')}**")
    shown = page_of(forecasts, "forecasts_page")
    st.markdown("\n".join(map(_item, shown)))
    page_link("ahead", _("All forecasts"), view="forecasts")


def _item(forecast: Forecast) -> str:
    said = [sentence(forecast.stage, forecast.by), who_and_when(forecast)]
    return f"- {plain(' · '.join(said))}  \n  {plain(three_chances(forecast))}"
