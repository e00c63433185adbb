"""A theme through time as a Plotly figure, over the bands of the four stages."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from themewatch.charts.looks import quiet_frame
from themewatch.charts.map_labels import symbol
from themewatch.charts.palette import Palette
from themewatch.charts.sentences import stage_name
from themewatch.charts.theme_traces import ROWS, tested_sign, theme_traces
from themewatch.domain.stage import SCALE_END, Stage
from themewatch.domain.standing import MarkKind, ThemeHistory
from themewatch.words import _

HEIGHT = 512
KEY = 16  # px of a line
NAMES = 84
ROWS_TOP = 0.277
STAGES_FROM = 0.31
AIR = 0.02
TWO_WEEKS = 14 * 24 * 3600 * 1000  # in ms, as Plotly counts


def theme_figure(
    history: ThemeHistory, palette: Palette, today: date | None = None
) -> go.Figure:
    """Draw the history, whose path must hold a point, and the forecast it has.

    A forecast made `today` says so.
    """
    more = KEY * (bool(history.ahead) + bool(history.published))
    frame = quiet_frame(palette) | {
        "height": HEIGHT + more,
        "margin": {"t": 48 + more, "b": 30, "l": NAMES, "r": 12},
        "shapes": list(_bands(palette)),
        "annotations": [_key(history, palette), *_made_on(history, today, palette)],
        "xaxis": _time_axis(history, palette),
        "yaxis": _stage_axis(palette),
        "yaxis2": _rows_axis(palette),
    }
    return go.Figure({"data": theme_traces(history, palette), "layout": frame})


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


def _key(history: ThemeHistory, palette: Palette) -> dict[str, Any]:
    tests = (
        _("not tested here yet, in its likely range (8 in 10)")
        if history.is_untested
        else _("what tests show, in its likely range (8 in 10)")
    )
    vendors = _("what vendors say")
    lines = [f"{symbol(tested_sign(history))} {tests}", f"{symbol('◇')} {vendors}"]
    if history.published:
        published = _("where editions placed it")
        lines.append(f"{symbol('□')} {published}")
    if history.ahead:
        ahead = _("forecast, in its likely range")
        lines.append(f"{symbol('┄')} {ahead}")
    return {
        "text": "<br>".join(lines),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -NAMES,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 4,
        "align": "left",
        "font": {"color": palette.ink, "size": 13},
        "showarrow": False,
    }


def _made_on(
    history: ThemeHistory, today: date | None, palette: Palette
) -> Iterator[dict[str, Any]]:
    """Name the day a forecast is made on, at the foot of its line."""
    for point in history.ahead[:1]:
        yield {
            "text": _("today") if point.on == today else point.on.isoformat(),
            "x": point.on,
            "y": (ROWS_TOP + STAGES_FROM) / 2,
            "yref": "paper",
            "yanchor": "middle",
            "font": {"color": palette.ink, "size": 12},
            "showarrow": False,
        }


def _time_axis(history: ThemeHistory, palette: Palette) -> dict[str, Any]:
    return {
        "type": "date",
        "range": _days(history),
        "anchor": "y2",
        "fixedrange": True,
        "tickformat": "%Y-%m",
        "tickformatstops": [{"dtickrange": [None, TWO_WEEKS], "value": "%Y-%m-%d"}],
        "ticks": "outside",
        "tickcolor": palette.same,
        "tickfont": {"color": palette.ink, "size": 12},
        "tickangle": 0,
        "gridcolor": palette.grid,
        "zeroline": False,
    }


def _days(history: ThemeHistory) -> list[date]:
    """From the first to the last day of anything, with a little air."""
    days = [point.on for point in (*history.path, *history.ahead)]
    days += [mark.on for mark in history.marks]
    days += [on for on, _value in history.claimed]
    air = max((max(days) - min(days)) * AIR, timedelta(days=1))
    return [min(days) - air, max(days) + air]


def _stage_axis(palette: Palette) -> dict[str, Any]:
    return _plain_axis(palette) | {
        "domain": [STAGES_FROM, 1],
        "range": [0, SCALE_END],
        "tickvals": [stage.midpoint for stage in Stage],
        "ticktext": [stage_name(stage) for stage in Stage],
    }


def _rows_axis(palette: Palette) -> dict[str, Any]:
    names = {
        MarkKind.RELEASE: _("Releases"),
        MarkKind.NOTE: _("Tests"),
        MarkKind.VIEW: _("Views"),
        MarkKind.STORY: _("News"),
        MarkKind.CHECKPOINT: _("Checkpoints"),
    }
    return _plain_axis(palette) | {
        "domain": [0, ROWS_TOP],
        "range": [-0.6, len(ROWS) - 0.4],
        "tickvals": list(ROWS.values()),
        "ticktext": [names[kind] for kind in ROWS],
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
