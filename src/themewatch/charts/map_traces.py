"""The map's bars, lines and marks as Plotly traces: one a kind, not one a lane."""

from collections.abc import Iterable
from html import escape
from itertools import chain
from typing import Any

from themewatch.charts.geometry import Footing, Lane, MapGeometry, Mark, Shape
from themewatch.charts.looks import filling, tone
from themewatch.charts.map_table import tooltip_rows
from themewatch.charts.palette import Palette

BAR_LANES = 14
MARK_SIZES = {Shape.BEFORE: 11, Shape.CLAIMED: 14, Shape.TESTED: 15}
STAY_OPAQUE = {"marker": {"opacity": 1}}  # a click selects, and would fade the others

Trace = dict[str, Any]


def map_traces(geometry: MapGeometry, palette: Palette, *, pitch: int) -> list[Trace]:
    """Return the traces from the back to the front; `pitch`: a lane's height in px."""
    tooltips = {lane.slug: tooltip(lane) for lane in geometry.lanes}
    return [
        _ranges(geometry.lanes, palette, tooltips, BAR_LANES / pitch),
        _gaps(geometry.lanes, palette),
        *(_marks(geometry, shape, palette, tooltips) for shape in MARK_SIZES),
    ]


def tooltip(lane: Lane) -> str:
    """Return the lane's small table, in the few tags Plotly knows."""
    rows = (
        f"{escape(label)}:&nbsp; {escape(words)}"
        for label, words in tooltip_rows(lane.standing, lane.needed)
    )
    return "<br>".join([f"<b>{escape(lane.name)}</b>", *rows])


def _ranges(
    lanes: Iterable[Lane], palette: Palette, tooltips: dict[str, str], width: float
) -> Trace:
    lanes = list(lanes)
    return {
        "type": "bar",
        "name": "range",
        "orientation": "h",
        "width": width,
        "y": [lane.y for lane in lanes],
        "base": [lane.low for lane in lanes],
        "x": [lane.high - lane.low for lane in lanes],
        "marker": _bar_look(lanes, palette),
        **_tellable([lane.slug for lane in lanes], tooltips),
    }


def _bar_look(lanes: list[Lane], palette: Palette) -> dict[str, Any]:
    fills = {Footing.ENOUGH: palette.range_fill}
    hatches = {Footing.FEW: "/"}
    return {
        "color": [fills.get(lane.footing, palette.paper) for lane in lanes],
        "line": {"color": palette.range_edge, "width": 1},
        "pattern": {
            "shape": [hatches.get(lane.footing, "") for lane in lanes],
            "fgcolor": palette.range_edge,
            "fillmode": "overlay",
            "fgopacity": 1,
            "size": 6,
            "solidity": 0.2,
        },
    }


def _gaps(lanes: Iterable[Lane], palette: Palette) -> Trace:
    """One broken line through all lanes' gaps."""
    gaps = [(lane.gap, lane.y) for lane in lanes if lane.gap]
    return {
        "type": "scatter",
        "name": "gap",
        "mode": "lines",
        "x": list(chain.from_iterable((*ends, None) for ends, _y in gaps)),
        "y": list(chain.from_iterable((y, y, None) for _ends, y in gaps)),
        "line": {"color": palette.same, "width": 1},
        "hoverinfo": "skip",
    }


def _marks(
    geometry: MapGeometry, shape: Shape, palette: Palette, tooltips: dict[str, str]
) -> Trace:
    marks = geometry.marks(shape)
    return {
        "type": "scatter",
        "name": shape.value,
        "mode": "markers",
        "cliponaxis": False,
        "x": [mark.x for mark in marks],
        "y": [mark.y for mark in marks],
        "marker": _mark_look(geometry, marks, shape, palette),
        **_tellable([mark.slug for mark in marks], tooltips),
    }


def _mark_look(
    geometry: MapGeometry, marks: list[Mark], shape: Shape, palette: Palette
) -> dict[str, Any]:
    lanes = [geometry.lanes[mark.y] for mark in marks]
    look: dict[str, Any] = {"size": MARK_SIZES[shape], "opacity": 1}
    if shape is Shape.CLAIMED:
        line = {"color": palette.ink, "width": 1.5}
        return look | {"symbol": "diamond", "color": palette.paper, "line": line}
    line = {"color": [tone(lane, palette) for lane in lanes], "width": 2}
    if shape is Shape.BEFORE:
        return look | {"symbol": "circle", "color": palette.paper, "line": line}
    dashes = ["3,2" if lane.footing is Footing.UNTESTED else "solid" for lane in lanes]
    fills = [filling(lane, palette) for lane in lanes]
    return look | {"symbol": "circle", "color": fills, "line": line | {"dash": dashes}}


def _tellable(slugs: list[str], tooltips: dict[str, str]) -> dict[str, Any]:
    """Give each point its tooltip, and the theme a click opens."""
    return {
        "customdata": slugs,
        "hovertext": [tooltips[slug] for slug in slugs],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": STAY_OPAQUE,
        "unselected": STAY_OPAQUE,
    }
