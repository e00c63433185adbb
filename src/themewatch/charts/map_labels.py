"""The words on the map's figure: heads of columns, names, sentences, and the key."""

from html import escape
from typing import Any

from themewatch.charts.columns import Column
from themewatch.charts.geometry import Lane
from themewatch.charts.lines import KeyLine, lane_lines
from themewatch.charts.looks import GLYPHS, tone
from themewatch.charts.palette import Palette

Annotation = dict[str, Any]

RIGHT_LETTERS = 40
BELOW_LETTERS = 52


def head(column: Column, palette: Palette, *, height: int, narrow: bool) -> Annotation:
    """Head a column: the stage, what it means, how many tries are acceptable."""
    meaning = escape(column.meaning)
    lines = [
        f"<b>{escape(column.name)}</b>",
        meaning.replace(" ", "<br>", 1) if narrow else meaning,
        escape(column.share),
    ]
    return _text("<br>".join(lines), palette, size=12) | {
        "x": column.stage.midpoint,
        "xanchor": "center",
        "align": "center",
        "y": 1,
        "yref": "paper",
        "yshift": height,
    }


def key(
    lines: list[KeyLine], palette: Palette, *, right: int, above: int
) -> Annotation:
    """Place the key so many px right of the plot's left edge and above its top."""
    entries = [[f"{symbol(glyph)} {escape(w)}" for glyph, w in line] for line in lines]
    text = "<br>".join("&nbsp;&nbsp;&nbsp; ".join(line) for line in entries)
    return _text(text, palette, size=13) | {
        "x": 0,
        "xref": "paper",
        "xshift": right,
        "y": 1,
        "yref": "paper",
        "yshift": above,
    }


def symbol(glyph: str) -> str:
    """Set a glyph in a font that draws it like the mark it stands for."""
    return f'<span style="font-family:{GLYPHS}">{glyph}</span>'


def words_at_right(lane: Lane, palette: Palette) -> Annotation:
    """The lane's sentences beside it."""
    return _text(_sentences(lane, palette, RIGHT_LETTERS), palette, size=13) | {
        "x": 1,
        "xref": "paper",
        "xshift": 12,
        "y": lane.y,
        "yanchor": "middle",
    }


def words_below(lane: Lane, palette: Palette) -> Annotation:
    """The lane's sentences under its marks, where there is no room beside them."""
    text = _sentences(lane, palette, BELOW_LETTERS)
    return _text(text, palette, size=13) | {"x": 0, "y": lane.y, "yshift": -10}


def name_above(lane: Lane, palette: Palette) -> Annotation:
    name = _text(f"<b>{escape(lane.short_name)}</b>", palette, size=14)
    return name | {"x": 0, "y": lane.y, "yanchor": "bottom", "yshift": 10}


def _text(text: str, palette: Palette, *, size: int) -> Annotation:
    return {
        "text": text,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "font": {"color": palette.ink, "size": size},
        "showarrow": False,
    }


def _sentences(lane: Lane, palette: Palette, letters: int) -> str:
    colour = tone(lane, palette)
    lines, changes = lane_lines(lane, letters)
    coloured = [
        f'<span style="color:{colour}">{escape(line)}</span>' for line in changes
    ]
    return "<br>".join([*map(escape, lines), *coloured])
