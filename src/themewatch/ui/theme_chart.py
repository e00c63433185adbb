"""The chart of a theme, drawn anew only when something in it changed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal, NamedTuple

import streamlit as st

from themewatch.charts.alt import theme_alt
from themewatch.charts.looks import with_days_as_text
from themewatch.charts.palette import palette_for
from themewatch.charts.theme_figure import theme_figure
from themewatch.domain.history import with_checkpoints, with_stories
from themewatch.domain.standing import Step, ThemeHistory
from themewatch.services.forecast import Outlook
from themewatch.services.told import Told
from themewatch.ui import cache, edition_cache, session
from themewatch.ui.happened import show_chosen_days
from themewatch.ui.off_the_line import name_off_the_line


class _Look(NamedTuple):
    """What tells one chart from another."""

    version: int
    theme: str
    on: date
    by: date
    stories: tuple[tuple[date, str, str], ...]
    published: tuple[Step, ...]
    today: date
    ground: Literal["light", "dark"] | None
    locale: str | None


def show_chart(
    history: ThemeHistory, outlook: Outlook, told: Mapping[str, Told]
) -> None:
    """Draw a theme through time with its forecast, and the days clicked in it.

    `told` are the stories of its time line, by their ids.
    """
    stories = [(story.on, story.story, story.title) for story in told.values()]
    checkpoints = cache.evidence().checkpoints
    history = replace(with_stories(history, stories), ahead=outlook.path)
    steps = edition_cache.steps(history.theme.slug, history.path[-1].on)
    history = replace(with_checkpoints(history, checkpoints), published=steps)
    look = _Look(
        version=cache.version(),
        theme=history.theme.slug,
        on=outlook.path[0].on,
        by=outlook.by,
        stories=tuple(stories),
        published=steps,
        today=session.today(),
        ground=st.context.theme.type,
        locale=st.context.locale,
    )
    clicked = st.plotly_chart(
        _figure(look, history),
        key="theme_chart",
        theme=None,
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False},
        alt=theme_alt(history),
    )
    show_chosen_days(history, clicked["selection"]["points"], told)
    name_off_the_line(history, checkpoints)


@st.cache_resource(max_entries=32, show_spinner=False)
def _figure(look: _Look, _history: ThemeHistory) -> Any:
    figure = theme_figure(_history, palette_for(look.ground), look.today)
    return with_days_as_text(figure)
