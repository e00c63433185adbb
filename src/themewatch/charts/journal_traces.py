"""A month's figures as Plotly traces: likely range, ●, ◇, and what happened.

● is drawn as the map showed it: it holds until the next day on which it moved.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

from themewatch.charts.geometry import on_scale
from themewatch.charts.journal_days import DayMarks, marks_by_day
from themewatch.charts.journal_words import ROWS, row_name
from themewatch.charts.palette import Palette
from themewatch.charts.range_traces import DAY, Trace, middle_trace, range_traces
from themewatch.charts.sentences import place
from themewatch.charts.theme_traces import stairs
from themewatch.domain.journal_report import Figures, MarkOf
from themewatch.domain.standing import PathPoint

SYMBOLS = {
    MarkOf.RELEASE: "square-open",
    MarkOf.OTHER: "circle-open",
    MarkOf.NOTE: "circle",
    MarkOf.CLAIM: "diamond-open",
    MarkOf.IMPROVEMENT: "triangle-up",
}


def month_traces(figures: Figures, palette: Palette) -> Iterator[Trace]:
    """Yield the traces from the back to the front."""
    path = [PathPoint(p.on, p.value, p.low, p.high) for p in figures.tested]
    edge = {"width": 1, "color": palette.range_edge, "shape": "hv"}
    line = {"width": 2.5, "color": palette.ink, "shape": "hv"}
    yield from range_traces(path, ("low", "high"), edge=edge, fill=palette.range_fill)
    yield middle_trace(path, "●", line=line, glyph="● ")
    yield from _claimed(figures, palette)
    yield _now("●", [(figures.end.on, on_scale(figures.end.value))], palette)
    yield from (_happened(figures, kind, palette) for kind in ROWS)


def _claimed(figures: Figures, palette: Palette) -> Iterator[Trace]:
    """The stair ◇ climbs, and a ◇ at its end."""
    stair = stairs(figures.claimed, figures.end.on)
    yield {
        "type": "scatter",
        "name": "stair",
        "mode": "lines",
        "x": [on for on, _value in stair],
        "y": [value for _on, value in stair],
        "text": ["" if value is None else place(value) for _on, value in stair],
        "line": {"color": palette.same, "width": 1.5, "shape": "hv"},
        "hovertemplate": f"{DAY}<br>◇ <b>%{{text}}</b>: %{{y:.2f}}<extra></extra>",
    }
    yield _now("◇", [end for end in stair[-1:] if end[1] is not None], palette)


def _now(shape: str, last: list[tuple[Any, float | None]], palette: Palette) -> Trace:
    """A mark at the end of its line, as on the map."""
    is_claimed = shape == "◇"
    return {
        "type": "scatter",
        "name": f"{shape} now",
        "mode": "markers",
        "cliponaxis": False,
        "x": [on for on, _value in last],
        "y": [value for _on, value in last],
        "marker": {
            "symbol": "diamond" if is_claimed else "circle",
            "color": palette.paper if is_claimed else palette.ink,
            "size": 13,
            "line": {"color": palette.ink, "width": 1.5},
        },
        "hoverinfo": "skip",
    }


def _happened(figures: Figures, kind: MarkOf, palette: Palette) -> Trace:
    """One mark for each day on which something of this kind happened."""
    days = [day for day in marks_by_day(figures) if day.kind is kind]
    colour = palette.up if kind is MarkOf.IMPROVEMENT else palette.ink
    return {
        "type": "scatter",
        "name": kind.value,
        "mode": "markers",
        "cliponaxis": False,
        "yaxis": "y2",
        "x": [day.on for day in days],
        "y": [day.row for day in days],
        "hovertext": [_day_words(day) for day in days],
        "hovertemplate": f"{DAY}<br>%{{hovertext}}<extra></extra>",
        "marker": {
            "symbol": SYMBOLS[kind],
            "size": [10 if len(day.marks) == 1 else 14 for day in days],
            "color": colour,
            "opacity": 1,
            "line": {"width": 1.5, "color": colour},
        },
        "unselected": {"marker": {"opacity": 1}},
    }


def _day_words(day: DayMarks) -> str:
    titles = "<br>".join(escape(title) for title in day.titles)
    return f"<b>{escape(row_name(day.kind))}</b><br>{titles}"
