"""Choices that several pages ask for: a theme, and the days a map speaks of."""

from datetime import date
from typing import Any

import streamlit as st

from themewatch.charts.sentences import theme_name
from themewatch.domain.theme import SLUGS, Theme
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.address import choice
from themewatch.ui.compared import day_to_compare
from themewatch.words import _

DAY_WIDTH = 160  # pixels


def choose_theme(**options: Any) -> Theme:
    """Ask for a theme; the address names it."""
    themes = catalogue().themes
    slug = st.selectbox(
        _("Theme"),
        SLUGS,
        format_func=lambda slug: theme_name(themes[slug]),
        **choice("theme", SLUGS, SLUGS[0]),
        **options,
    )
    return themes[slug]


def choose_days(now_key: str, then_key: str) -> tuple[date, date]:
    """Ask for the day shown and the one it is compared with, under those names."""
    today = session.today()
    now = _choose_day(_("As of"), now_key, today, latest=today)
    then = _choose_day(_("Compare with"), then_key, day_to_compare(now), latest=now)
    return now, then


def chosen_days() -> dict[str, str]:
    """Return the days chosen on the map, as the page of a theme names them."""
    names = {"as_of": "day", "compare": "since"}
    asked = st.query_params
    return {names[key]: asked[key] for key in names if key in asked}


def _choose_day(label: str, key: str, preset: date, *, latest: date) -> date:
    chosen: date = st.date_input(
        label,
        preset,
        max_value=latest,
        key=key,
        bind="query-params",
        format="YYYY-MM-DD",
        width=DAY_WIDTH,
    )
    return chosen
