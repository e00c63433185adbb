"""Editions as they are shown: what is frozen is read once, and never grows old."""

from typing import Any

import streamlit as st

from themewatch.charts.geometry import map_geometry
from themewatch.charts.map_figure import map_figure
from themewatch.charts.palette import palette_for
from themewatch.domain.edition import Edition, Ground
from themewatch.domain.edition_comparison import EditionComparison
from themewatch.domain.recomputed import Recomputed
from themewatch.services import editions
from themewatch.services.edition_files import edition_picture
from themewatch.services.edition_recompute import recompute
from themewatch.ui import cache, session
from themewatch.ui.cache import Look
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
    return _chart(number, Look(is_narrow(), st.context.theme.type, st.context.locale))


def recomputed(number: int) -> Recomputed:
    """Return how the edition fares when it is worked out anew."""
    return _recomputed(number, cache.version())


@st.cache_resource(max_entries=16, show_spinner=False)
def picture(number: int, locale: str | None) -> str:  # noqa: ARG001  part of the key
    """Return an edition's map as an SVG, in the visitor's language."""
    return edition_picture(edition(number))


@st.cache_resource(max_entries=16, show_spinner=False)
def _chart(number: int, look: Look) -> Any:
    geometry = map_geometry(edition(number).maturity_map)
    return map_figure(geometry, palette_for(look.theme), narrow=look.is_narrow)


@st.cache_resource(max_entries=16, show_spinner=False)
def _recomputed(number: int, version: int) -> Recomputed:  # noqa: ARG001  the key
    with session.reading() as db:
        return recompute(db, number)
