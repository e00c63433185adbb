"""The ground of claimed against tested: axes, bands, and the line of agreement."""

from collections.abc import Iterator
from typing import Any

from themewatch.charts.palette import Palette
from themewatch.charts.sentences import stage_name
from themewatch.domain.stage import SCALE_END, Stage
from themewatch.words import _

NAMES = 72  # px for the names of stages at the left


def frame_of_claims(palette: Palette) -> dict[str, Any]:
    """Return axes, shapes, names and key: what is there before any mark."""
    return {
        "showlegend": True,
        "legend": _legend(palette),
        "shapes": [*_bands(palette), _line(palette)],
        "annotations": list(_names(palette)),
        "xaxis": _axis(palette) | {"title": _title(_("◇ what vendors say"), palette)},
        "yaxis": _axis(palette),
    }


def _axis(palette: Palette) -> dict[str, Any]:
    return {
        "range": [0, SCALE_END],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "ticklabelstandoff": 6,
        "tickvals": [stage.midpoint for stage in Stage],
        "ticktext": [stage_name(stage) for stage in Stage],
        "tickfont": {"color": palette.ink, "size": 12},
    }


def _title(words: str, palette: Palette) -> dict[str, Any]:
    return {"text": words, "standoff": 8, "font": {"color": palette.ink, "size": 13}}


def _legend(palette: Palette) -> dict[str, Any]:
    return {
        "orientation": "h",
        "xref": "container",
        "x": 0,
        "yref": "container",
        "y": 1,
        "yanchor": "top",
        "font": {"color": palette.ink, "size": 12},
        "itemclick": False,
        "itemdoubleclick": False,
    }


def _bands(palette: Palette) -> Iterator[dict[str, Any]]:
    """Shade every other column, and part the stages tests show by a thin line."""
    for stage in (Stage.EARLY, Stage.MATURING):
        yield {
            "type": "rect",
            "layer": "below",
            "x0": stage,
            "x1": stage + 1,
            "y0": 0,
            "y1": SCALE_END,
            "fillcolor": palette.band,
            "line": {"width": 0},
        }
    for stage in Stage:
        yield _stroke((0, stage), (SCALE_END, stage), palette.grid, 1)


def _line(palette: Palette) -> dict[str, Any]:
    return _stroke((0, 0), (SCALE_END, SCALE_END), palette.same, 1.5)


def _stroke(
    start: tuple[float, float], end: tuple[float, float], colour: str, width: float
) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "x0": start[0],
        "y0": start[1],
        "x1": end[0],
        "y1": end[1],
        "line": {"color": colour, "width": width},
    }


def _names(palette: Palette) -> Iterator[dict[str, Any]]:
    """Name the diagonal at its end, and the upright axis above its own."""
    yield _text(_("as claimed"), palette) | {
        "x": SCALE_END,
        "y": SCALE_END,
        "xanchor": "right",
        "yanchor": "bottom",
    }
    yield _text(_("● what tests show"), palette) | {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -NAMES,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
    }


def _text(words: str, palette: Palette) -> dict[str, Any]:
    return {
        "text": words,
        "showarrow": False,
        "font": {"color": palette.ink, "size": 13},
    }
