"""The map as a Plotly figure: seven lanes across four equal columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from themewatch.charts import map_labels
from themewatch.charts.geometry import Lane, MapGeometry, Shape
from themewatch.charts.lines import KeyLine, key_lines, lane_lines
from themewatch.charts.looks import BRACKET, KeptFigure, quiet_frame, tone
from themewatch.charts.map_traces import MARK_SIZES, map_traces
from themewatch.charts.palette import Palette
from themewatch.domain.stage import SCALE_END

BOTTOM = 8
LINE = 17
LEAST_LANE = 52


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand, in px; a lane's marks lie `above` px under its top."""

    key: list[KeyLine]
    head: int
    left: int
    right: int
    lane: int
    above: int

    @property
    def top(self) -> int:
        return self.head + LINE * len(self.key) + 18

    @property
    def rise(self) -> float:
        """The part of a lane over its marks."""
        return self.above / self.lane


def _layout(geometry: MapGeometry, *, narrow: bool) -> Layout:
    """Make lanes as high as the longest words in them need."""
    words = LINE * max(_lines(lane, narrow=narrow) for lane in geometry.lanes)
    if narrow:
        key = key_lines(geometry, 2)
        return Layout(key, head=70, left=0, right=0, lane=words + 60, above=40)
    key = key_lines(geometry, 6)
    lane = max(words + 10, LEAST_LANE)
    return Layout(key, head=56, left=164, right=248, lane=lane, above=lane // 2)


def _lines(lane: Lane, *, narrow: bool) -> int:
    letters = map_labels.BELOW_LETTERS if narrow else map_labels.RIGHT_LETTERS
    return sum(len(lines) for lines in lane_lines(lane, letters))


def map_figure(
    geometry: MapGeometry, palette: Palette, *, narrow: bool = False
) -> KeptFigure:
    """Draw the map; every mark's customdata is its theme's slug.

    Wide, names stand at the left and sentences at the right: give it 740 px or
    more. Narrow, both stand in the lane, above and below its marks: for 340 px
    or more.
    """
    layout = _layout(geometry, narrow=narrow)
    words = _words_in_lanes if narrow else _words_beside
    annotations = [
        *_heads_and_key(geometry, palette, layout, narrow=narrow),
        *words(geometry, palette),
        *(_arrow(lane, palette) for lane in geometry.lanes if lane.arrow),
    ]
    shapes = [
        *_bands(geometry, palette),
        *_separators(geometry, palette, layout),
        *_brackets(geometry, palette),
    ]
    return KeptFigure(
        {
            "data": map_traces(geometry, palette, pitch=layout.lane),
            "layout": _frame(geometry, palette, layout)
            | {"yaxis": _lanes_axis(geometry, palette, layout, named=not narrow)}
            | {"annotations": annotations, "shapes": shapes},
        }
    )


def _frame(geometry: MapGeometry, palette: Palette, layout: Layout) -> dict[str, Any]:
    return quiet_frame(palette) | {
        "height": layout.top + layout.lane * len(geometry.lanes) + BOTTOM,
        "margin": {
            "t": layout.top,
            "b": BOTTOM,
            "l": layout.left,
            "r": layout.right,
        },
        "barcornerradius": 5,
        "xaxis": {"range": [0, SCALE_END], "fixedrange": True, "visible": False},
    }


def _lanes_axis(
    geometry: MapGeometry, palette: Palette, layout: Layout, *, named: bool
) -> dict[str, Any]:
    lanes = geometry.lanes
    return {
        "range": [len(lanes) - layout.rise, -layout.rise],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showticklabels": named,
        "ticks": "",
        "ticklabelstandoff": 10,
        "tickvals": [lane.y for lane in lanes],
        "ticktext": [escape(lane.name) for lane in lanes],
        "tickfont": {"color": palette.ink, "size": 13},
    }


def _heads_and_key(
    geometry: MapGeometry, palette: Palette, layout: Layout, *, narrow: bool
) -> Iterator[dict[str, Any]]:
    for column in geometry.columns:
        yield map_labels.head(column, palette, height=layout.head, narrow=narrow)
    yield map_labels.key(layout.key, palette, right=-layout.left, above=layout.top)


def _words_beside(geometry: MapGeometry, palette: Palette) -> Iterator[dict[str, Any]]:
    for lane in geometry.lanes:
        yield map_labels.words_at_right(lane, palette)


def _words_in_lanes(
    geometry: MapGeometry, palette: Palette
) -> Iterator[dict[str, Any]]:
    for lane in geometry.lanes:
        yield map_labels.name_above(lane, palette)
        yield map_labels.words_below(lane, palette)


def _arrow(lane: Lane, palette: Palette) -> dict[str, Any]:
    start, end = lane.arrow or (lane.tested, lane.tested)
    return {
        "x": end,
        "y": lane.y,
        "ax": start,
        "ay": lane.y,
        "axref": "x",
        "ayref": "y",
        "text": "",
        "showarrow": True,
        "arrowhead": 2,
        "arrowsize": 0.9,
        "arrowwidth": 2,
        "arrowcolor": tone(lane, palette),
        "standoff": MARK_SIZES[Shape.TESTED] / 2 + 1,
        "startstandoff": MARK_SIZES[Shape.BEFORE] / 2,
    }


def _brackets(geometry: MapGeometry, palette: Palette) -> Iterator[dict[str, Any]]:
    """Open a bracket in each lane where its theme begins to be enough."""
    half, foot = BRACKET
    for lane in geometry.lanes:
        if lane.needed is not None:
            yield {
                "type": "path",
                "path": f"M{foot},{-half}H0V{half}H{foot}",
                "xsizemode": "pixel",
                "ysizemode": "pixel",
                "xanchor": float(lane.needed),
                "yanchor": lane.y,
                "line": {"color": palette.ink, "width": 2},
            }


def _bands(geometry: MapGeometry, palette: Palette) -> Iterator[dict[str, Any]]:
    """Shade every other column."""
    for column in geometry.columns[::2]:
        yield {
            "type": "rect",
            "layer": "below",
            "x0": column.stage,
            "x1": column.stage + 1,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "fillcolor": palette.band,
            "line": {"width": 0},
        }


def _separators(
    geometry: MapGeometry, palette: Palette, layout: Layout
) -> Iterator[dict[str, Any]]:
    """Part the lanes by a thin line."""
    for lane in geometry.lanes[1:]:
        yield {
            "type": "line",
            "layer": "below",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": lane.y - layout.rise,
            "y1": lane.y - layout.rise,
            "line": {"color": palette.grid, "width": 1},
        }
