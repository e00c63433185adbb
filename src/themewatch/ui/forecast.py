"""What may come of a theme: a sentence one may ask for, and how likely it is."""

from datetime import date

import streamlit as st

from themewatch.charts.chances import (
    chance_words,
    forecast_meaning,
    forecast_sentence,
    month_words,
)
from themewatch.charts.sentences import stage_name
from themewatch.domain.stage import Stage
from themewatch.domain.standing import ThemeStanding
from themewatch.services.forecast import (
    STAGES,
    Outlook,
    offered_days,
    usual_day,
    usual_stage,
)
from themewatch.ui import cache, session
from themewatch.ui.address import choice
from themewatch.ui.text import plain
from themewatch.words import _

STAGE_WIDTH, MONTH_WIDTH = 140, 180  # pixels


def show_forecast(standing: ThemeStanding, day: date, since: date) -> Outlook:
    """Say how likely a stage is by the end of a month, both for the visitor to choose.

    The map it is made from is that of `day`, compared with `since`.
    """
    st.header(_("Forecast"))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        said = st.container(width="content")
        stage = _choose_stage(usual_stage(standing.position))
        by = _choose_month(day)
    outlook = cache.outlook(standing.theme.slug, day, since, stage, by)
    sentence = forecast_sentence(stage, by, outlook.chance)
    said.markdown(f"**{plain(sentence)}**  \n{plain(_already(outlook, day))}")
    st.caption(plain(" ".join(_meaning(standing, outlook))))
    return outlook


def _choose_stage(usual: Stage) -> Stage:
    named = {stage.slug: stage for stage in STAGES}
    slug = st.selectbox(
        _("Stage"),
        list(named),
        format_func=lambda slug: stage_name(named[slug]),
        width=STAGE_WIDTH,
        **choice("stage", named, usual.slug),
    )
    return named[slug]


def _choose_month(day: date) -> date:
    ends = {_month(end): end for end in offered_days(day)}
    month = st.selectbox(
        _("By the end of"),
        list(ends),
        format_func=lambda month: month_words(ends[month]),
        width=MONTH_WIDTH,
        **choice("by", ends, _month(usual_day(day))),
    )
    return ends[month]


def _month(end: date) -> str:
    return f"{end:%Y-%m}"


def _already(outlook: Outlook, day: date) -> str:
    chance = chance_words(outlook.today)
    if day == session.today():
        return _("today: {chance}").format(chance=chance)
    return _("on {day}: {chance}").format(day=day.isoformat(), chance=chance)


def _meaning(standing: ThemeStanding, outlook: Outlook) -> list[str]:
    said = [
        forecast_meaning(outlook.stage, outlook.by),
        _(
            "This is reckoned from its past: it goes on as it has, with all its doubt. "
            "The course's map gives no forecast."
        ),
    ]
    if standing.is_untested:
        said.append(_("Nobody here has tested it yet, so there is little to go by."))
    return said
