"""A likely range through time as Plotly traces, and what is the same in all of them."""

from collections.abc import Sequence
from typing import Any

from themewatch.charts.geometry import on_scale
from themewatch.charts.sentences import place
from themewatch.domain.standing import PathPoint
from themewatch.words import _

DAY = "%{x|%Y-%m-%d}"

Trace = dict[str, Any]


def drawn(value: float) -> float:
    """Keep a value to the scale, in no more digits than a screen can show."""
    return round(on_scale(value), 3)


def range_traces(
    path: Sequence[PathPoint], names: tuple[str, str], *, edge: Trace, fill: str
) -> list[Trace]:
    """Return the lower edge, then the upper one with what lies between filled."""
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [point.on for point in path],
        "line": edge,
        "hoverinfo": "skip",
    }
    low, high = names
    return [
        line | {"name": low, "y": [drawn(point.low) for point in path]},
        line
        | {"name": high, "y": [drawn(point.high) for point in path]}
        | {"fill": "tonexty", "fillcolor": fill},
    ]


def middle_trace(
    path: Sequence[PathPoint], name: str, *, line: Trace, glyph: str = ""
) -> Trace:
    """Return the line in the middle of a likely range, which says where it runs."""
    words = _("likely range (8 in 10): {low} to {high}").format(
        low="%{customdata[0]:.2f}", high="%{customdata[1]:.2f}"
    )
    return {
        "type": "scatter",
        "name": name,
        "mode": "lines",
        "x": [point.on for point in path],
        "y": [drawn(point.mean) for point in path],
        "line": line,
        "text": [place(point.mean) for point in path],
        "customdata": [[round(p.low, 2), round(p.high, 2)] for p in path],
        "hovertemplate": f"{DAY}<br>{glyph}<b>%{{text}}</b>: %{{y:.2f}}<br>{words}"
        "<extra></extra>",
    }
