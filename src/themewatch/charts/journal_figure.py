"""A month with one theme as a Plotly figure, its edges drawn."""

from collections.abc import Iterator
from typing import Any

from themewatch.charts.journal_days import edges, span_of
from themewatch.charts.journal_traces import month_traces
from themewatch.charts.journal_words import ROWS, row_name
from themewatch.charts.looks import KeptFigure, quiet_frame
from themewatch.charts.map_labels import symbol
from themewatch.charts.palette import Palette
from themewatch.charts.sentences import stage_name
from themewatch.domain.journal import Journal
from themewatch.domain.journal_report import Figures
from themewatch.domain.stage import SCALE_END, Stage
from themewatch.words import _

HEIGHT = 460
NAMES = 104
ROWS_TOP = 0.36
STAGES_FROM = 0.40


def month_figure(journal: Journal, figures: Figures, palette: Palette) -> KeptFigure:
    """Draw a month, as far as its figures reach."""
    frame = quiet_frame(palette) | {
        "height": HEIGHT,
        "margin": {"t": 66, "b": 30, "l": NAMES, "r": 16},
        "shapes": [*_bands(palette), *_edges(journal, palette)],
        "annotations": [_key(palette), *_edge_names(journal, palette)],
        "xaxis": _time_axis(journal, figures, palette),
        "yaxis": _stage_axis(palette),
        "yaxis2": _rows_axis(palette),
    }
    return KeptFigure({"data": list(month_traces(figures, palette)), "layout": frame})


def _bands(palette: Palette) -> Iterator[dict[str, Any]]:
    """Shade every other stage."""
    for stage in (Stage.EARLY, Stage.MATURING):
        yield {
            "type": "rect",
            "layer": "below",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": stage,
            "y1": stage + 1,
            "fillcolor": palette.band,
            "line": {"width": 0},
        }


def _edges(journal: Journal, palette: Palette) -> Iterator[dict[str, Any]]:
    for day, _name in edges(journal):
        yield {
            "type": "line",
            "yref": "paper",
            "x0": day,
            "x1": day,
            "y0": 0,
            "y1": 1,
            "line": {"color": palette.same, "width": 1, "dash": "dot"},
        }


def _edge_names(journal: Journal, palette: Palette) -> Iterator[dict[str, Any]]:
    """Name the month's edges over their lines, each turned towards the inside."""
    for anchor, (day, name) in zip(("left", "right"), edges(journal), strict=True):
        yield {
            "text": name,
            "x": day,
            "xanchor": anchor,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "font": {"color": palette.muted, "size": 12},
            "showarrow": False,
        }


def _key(palette: Palette) -> dict[str, Any]:
    tests = _("what tests show, in its likely range (8 in 10)")
    vendors = _("what vendors say")
    return {
        "text": f"{symbol('●')} {tests}<br>{symbol('◇')} {vendors}",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -NAMES,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 22,
        "align": "left",
        "font": {"color": palette.ink, "size": 13},
        "showarrow": False,
    }


def _time_axis(journal: Journal, figures: Figures, palette: Palette) -> dict[str, Any]:
    span = span_of(journal, figures)
    return {
        "type": "date",
        "range": [span.first, span.last],
        "anchor": "y2",
        "fixedrange": True,
        "tickvals": list(span.ticks),
        "ticktext": [f"{day:%m-%d}" for day in span.ticks],
        "ticks": "outside",
        "tickcolor": palette.same,
        "tickfont": {"color": palette.ink, "size": 12},
        "tickangle": 0,
        "gridcolor": palette.grid,
        "zeroline": False,
    }


def _stage_axis(palette: Palette) -> dict[str, Any]:
    return _plain_axis(palette) | {
        "domain": [STAGES_FROM, 1],
        "range": [0, SCALE_END],
        "tickvals": [stage.midpoint for stage in Stage],
        "ticktext": [stage_name(stage) for stage in Stage],
    }


def _rows_axis(palette: Palette) -> dict[str, Any]:
    return _plain_axis(palette) | {
        "domain": [0, ROWS_TOP],
        "range": [-0.6, len(ROWS) - 0.4],
        "tickvals": list(range(len(ROWS))),
        "ticktext": [row_name(kind) for kind in ROWS],
    }


def _plain_axis(palette: Palette) -> dict[str, Any]:
    return {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "ticklabelstandoff": 8,
        "tickfont": {"color": palette.ink, "size": 12},
    }
