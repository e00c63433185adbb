"""How forecasts turned out, kept until evidence changes."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from themewatch.domain.forecast import ScoredForecast
from themewatch.domain.stage import Stage
from themewatch.services.forecasts import scored, stages_of
from themewatch.ui import cache


def scored_forecasts(on: date) -> list[ScoredForecast]:
    """Return the forecasts whose day has come, each with whether it came true."""
    version = cache.version()
    return scored(cache.evidence(), on, partial(_stages_on, version))


@st.cache_resource(max_entries=256, show_spinner=False)
def _stages_on(version: int, day: date) -> Mapping[str, Stage]:  # noqa: ARG001  the key
    return stages_of(cache.evidence(), day)
