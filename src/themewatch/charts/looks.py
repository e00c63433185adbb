"""What drawings share: colour and filling of a lane, font, a quiet frame."""

import json
from typing import Any

import plotly.graph_objects as go

from themewatch.charts.geometry import Direction, Footing, Lane
from themewatch.charts.palette import Palette

FONT = (
    '"Source Sans", "Source Sans 3", system-ui, -apple-system, "Segoe UI", Roboto, '
    '"Noto Sans", "Noto Sans KR", "DejaVu Sans", sans-serif'
)
GLYPHS = "Segoe UI Symbol, Apple Symbols, DejaVu Sans, Noto Sans Symbols, sans-serif"
"""Fonts whose ◌ shows its dashes and whose ● is no dot; Plotly wants them unquoted."""

BRACKET = (11, 6)
"""In px: half the height of the bracket where a theme is enough, and its feet."""


def tone(lane: Lane, palette: Palette) -> str:
    """Return the colour of change; plain ink where nothing is compared."""
    return {
        Direction.UP: palette.up,
        Direction.DOWN: palette.down,
        Direction.SAME: palette.same,
        None: palette.ink,
    }[lane.direction]


def filling(lane: Lane, palette: Palette) -> str:
    """Return what fills ●: nothing without tests, pale with few."""
    return {
        Footing.UNTESTED: palette.paper,
        Footing.FEW: palette.range_fill,
        Footing.ENOUGH: tone(lane, palette),
    }[lane.footing]


def quiet_frame(palette: Palette) -> dict[str, Any]:
    """Return what all our figures share: no ground of their own, no zoom, no legend."""
    return {
        "template": "none",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 12, "color": palette.ink},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.range_edge,
            "font": {"family": FONT, "color": palette.ink, "size": 13},
            "align": "left",
        },
    }


class KeptFigure(go.Figure):  # type: ignore[misc]
    """A figure that stays as it was made, and is turned into plain values once.

    One that is kept is written whenever its page is drawn, and Plotly copies all of
    it each time.
    """

    _plain: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        if self._plain is None:
            self._plain = super().to_dict()
        return self._plain


def with_days_as_text(figure: go.Figure) -> KeptFigure:
    """Return a figure whose days are written already.

    Dates take Python's slow way whenever one is written.
    """
    return KeptFigure(json.loads(figure.to_json()))
