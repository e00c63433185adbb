"""Editions as they are shown: what is frozen is read once, and never grows old."""

from datetime import date
from typing import Any

import streamlit as st

from themewatch.charts.geometry import map_geometry
from themewatch.charts.map_figure import map_figure
from themewatch.charts.palette import palette_for
from themewatch.domain.comparison_map import map_between
from themewatch.domain.edition import Edition, Ground
from themewatch.domain.edition_comparison import EditionComparison
from themewatch.domain.recomputed import Recomputed
from themewatch.domain.standing import MaturityMap, Step
from themewatch.services import editions
from themewatch.services.edition_files import edition_picture
from themewatch.services.edition_recompute import recompute
from themewatch.ui import cache, session
from themewatch.ui.cache import Look
from themewatch.ui.compared import heads
from themewatch.ui.viewport import is_narrow


@st.cache_resource(max_entries=16, show_spinner=False)
def edition(number: int) -> Edition:
    with session.reading() as db:
        return editions.get_edition(db, number)


@st.cache_resource(max_entries=4, show_spinner=False)  # as large as the evidence
def ground(number: int) -> Ground:
    with session.reading() as db:
        return editions.get_ground(db, number)


@st.cache_resource(max_entries=8, show_spinner=False)
def comparison(one: int, other: int) -> EditionComparison:
    with session.reading() as db:
        return editions.compare(db, one, other)


def chart(number: int) -> Any:
    """Return an edition's map as a Plotly figure, in the visitor's colours."""
    return _chart(number, _look())


def chart_between(earlier: int, later: int) -> Any:
    """Return the later map as a Plotly figure, held against the earlier one."""
    return _chart_between(earlier, later, _look())


def _look() -> Look:
    return Look(is_narrow(), st.context.theme.type, st.context.locale)


def recomputed(number: int) -> Recomputed:
    """Return how the edition fares when it is worked out anew."""
    return _recomputed(number, cache.version())


def steps(theme: str, until: date) -> tuple[Step, ...]:
    """Return where editions placed a theme until a day, the first one first."""
    number = next((head.number for head in heads()), 0)
    return tuple(step for step in _steps(theme, number) if step.on <= until)


@st.cache_resource(max_entries=16, show_spinner=False)
def picture(number: int, locale: str | None) -> str:  # noqa: ARG001  part of the key
    """Return an edition's map as an SVG, in the visitor's language."""
    return edition_picture(edition(number))


@st.cache_resource(max_entries=16, show_spinner=False)
def _chart(number: int, look: Look) -> Any:
    return _drawn(edition(number).maturity_map, look)


@st.cache_resource(max_entries=16, show_spinner=False)
def _chart_between(earlier: int, later: int, look: Look) -> Any:
    return _drawn(map_between(comparison(earlier, later)), look)


def _drawn(drawn: MaturityMap, look: Look) -> Any:
    geometry = map_geometry(drawn)
    return map_figure(geometry, palette_for(look.theme), narrow=look.is_narrow)


@st.cache_resource(max_entries=16, show_spinner=False)
def _steps(theme: str, number: int) -> tuple[Step, ...]:  # noqa: ARG001  the key
    with session.reading() as db:
        return editions.steps_of(db, theme)


@st.cache_resource(max_entries=16, show_spinner=False)
def _recomputed(number: int, version: int) -> Recomputed:  # noqa: ARG001  the key
    with session.reading() as db:
        return recompute(db, number)
