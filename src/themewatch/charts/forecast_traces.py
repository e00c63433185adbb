"""A theme's forecast as Plotly traces: a paler range, and the line it begins at."""

from collections.abc import Sequence

from themewatch.charts.palette import Palette
from themewatch.charts.range_traces import Trace, middle_trace, range_traces
from themewatch.domain.stage import SCALE_END
from themewatch.domain.standing import PathPoint


def forecast_range(ahead: Sequence[PathPoint], palette: Palette) -> list[Trace]:
    """Return what lies behind all else: where a theme likely goes; or nothing."""
    if not ahead:
        return []
    edge = {"width": 1, "color": palette.ahead_edge, "dash": "dot"}
    names = "low ahead", "high ahead"
    return range_traces(ahead, names, edge=edge, fill=palette.ahead_fill)


def forecast_lines(ahead: Sequence[PathPoint], palette: Palette) -> list[Trace]:
    """Return the line up from the day it is made on, and the middle of the range."""
    if not ahead:
        return []
    made_on = {
        "type": "scatter",
        "name": "made on",
        "mode": "lines",
        "x": [ahead[0].on] * 2,
        "y": [0, SCALE_END],
        "line": {"width": 1, "color": palette.same},
        "hoverinfo": "skip",
    }
    line = {"width": 2, "color": palette.muted, "dash": "dash"}
    return [made_on, middle_trace(ahead, "ahead", line=line)]
