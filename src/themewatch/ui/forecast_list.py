"""What people here have forecast, and how good they are at it."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.forecast_words import (
    against_map,
    outcome_words,
    score_words,
    sentence,
    three_chances,
    three_scores,
    too_few,
    who_and_when,
)
from themewatch.charts.sentences import theme_name
from themewatch.domain.forecast import Forecast, ScoredForecast, Scores, mean_scores
from themewatch.services.forecasts import open_forecasts
from themewatch.services.reference import catalogue
from themewatch.ui import cache, session
from themewatch.ui.evidence_list import page_of
from themewatch.ui.forecast_cache import scored_forecasts
from themewatch.ui.links import page_link
from themewatch.ui.rights import may_log
from themewatch.ui.row import row
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def show_forecasts() -> None:
    """Draw the open ones by day, then how good they are, then the scored ones."""
    today, forecasts = session.today(), cache.evidence().forecasts
    st.markdown(
        _(
            "Whoever looks at a theme's forecast can set a per cent of their own "
            "beside it. Both are kept, and scored when the day comes."
        )
    )
    if not forecasts:
        st.markdown(_("Nobody here has given a forecast yet."))
        if may_log():
            page_link("theme", _("Forecast a theme"))
        return
    waiting, come = open_forecasts(forecasts, today), scored_forecasts(today)
    if waiting:
        st.header(_("Open forecasts"))
        for forecast in page_of(waiting, "open_page"):
            _show_row(forecast, _title(forecast))
    _show_scores(come)
    if come:
        st.header(_("Scored forecasts"))
        for scored in page_of(come, "scored_page"):
            _show_row(scored.forecast, _title_after(scored), _scores(scored))


def _title(forecast: Forecast) -> str:
    return _("{theme}: {sentence}").format(
        theme=theme_name(catalogue().theme(forecast.theme)),
        sentence=sentence(forecast.stage, forecast.by),
    )


def _title_after(scored: ScoredForecast) -> str:
    return _("{sentence}: {outcome}").format(
        sentence=_title(scored.forecast), outcome=outcome_words(scored)
    )


def _show_row(forecast: Forecast, title: str, *results: str) -> None:
    chances = _("said: {chances}").format(chances=three_chances(forecast))
    lines = map(plain, [chances, *results, who_and_when(forecast)])
    with row("  \n".join([f"**{plain(title)}**", *lines])):
        page_link("record", _("Open"), id=forecast.id)


def _scores(scored: ScoredForecast) -> str:
    return _("score: {scores} ({against})").format(
        scores=three_scores(scored), against=against_map(scored)
    )


def _show_scores(come: Sequence[ScoredForecast]) -> None:
    """Say how good all are together, and the visitor; nobody else by name."""
    st.header(_("How good are we?"))
    st.markdown(
        _(
            "A score is the squared distance between a forecast and what came: 0 is "
            "perfect, 1 as wrong as can be, and who always says 50 % gets 0.25. "
            "Lower is better. “No change” is what somebody scores who goes by where "
            "the theme stood already."
        )
    )
    person = session.person()
    whose = {_("All of us together"): mean_scores(come)}
    if person:
        whose[_("You")] = mean_scores(s for s in come if s.forecast.person == person)
    enough = {name: s for name, s in whose.items() if s is not None and s.are_enough}
    for name, scores in whose.items():
        st.markdown(plain(_in_words(name, scores)))
    if enough:
        rows = [_row(name, scores) for name, scores in enough.items()]
        st.table(rows, hide_index=True, alt=_("Mean scores side by side"))


def _in_words(name: str, scores: Scores | None) -> str:
    if scores is None or not scores.are_enough:
        few = too_few(scores.forecasts if scores else 0)
        return _("{whose}: {words}.").format(whose=name, words=few)
    count = ngettext("{n} forecast", "{n} forecasts", scores.forecasts)
    return _("{whose}: {against}, over {forecasts}.").format(
        whose=name,
        against=against_map(scores),
        forecasts=count.format(n=scores.forecasts),
    )


def _row(name: str, scores: Scores) -> dict[str, str]:
    return {
        _("Mean score"): name,
        _("people"): score_words(scores.own),
        _("the map"): score_words(scores.estimated),
        _("no change"): score_words(scores.unchanged),
    }
