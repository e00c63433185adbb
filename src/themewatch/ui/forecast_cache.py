"""How forecasts turned out, worked out once for what happened by their day."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from themewatch.domain.forecast import ScoredForecast
from themewatch.domain.stage import Stage
from themewatch.services.forecasts import scored, stages_by
from themewatch.ui import cache
from themewatch.words import _


def scored_forecasts(on: date) -> list[ScoredForecast]:
    """Return the forecasts whose day has come, each with whether it came true."""
    with st.spinner(_("Looking at what came of the forecasts")):
        return scored(cache.evidence(), on, partial(_stages_on, cache.version()))


@st.cache_resource(max_entries=256, show_spinner=False)
def _stages_on(version: int, day: date) -> Mapping[str, Stage]:  # noqa: ARG001  the key
    """Return the stages on a day; what was logged of later days changes nothing."""
    readings = cache.todays_assessment().readings.values()
    known = tuple(reading for reading in readings if reading.on <= day)
    return _stages_by(day, hash(known), known)


@st.cache_resource(max_entries=256, show_spinner=False)
def _stages_by(
    day: date,
    told: int,  # noqa: ARG001  part of the key: what is told of days up to then
    _known: tuple[Any, ...],
) -> Mapping[str, Stage]:
    return stages_by(_known, day)
