"""The map as one self-contained SVG, from the same geometry as the screen's figure."""

from collections.abc import Iterator

from themewatch.charts.columns import Column
from themewatch.charts.geometry import MapGeometry
from themewatch.charts.looks import FONT
from themewatch.charts.palette import Palette
from themewatch.reports.svg import element, words
from themewatch.reports.svg_lane import hatch, lane_group, text_lines
from themewatch.reports.svg_sheet import (
    LINE,
    TITLE_LINE,
    WIDE,
    Form,
    Sheet,
    sheet_for,
)


def map_svg(  # noqa: PLR0913  what is drawn, in which colours, and four choices
    geometry: MapGeometry,
    palette: Palette,
    *,
    title: str,
    caption: str,
    form: Form = WIDE,
    headed: bool = True,
) -> str:
    """Draw the map; unless `headed`, title and caption are only told, not drawn."""
    drawn = {"title": title, "caption": caption} if headed else _NOTHING
    sheet = sheet_for(geometry, form, **drawn)
    label, description = f"{form.name}-title", f"{form.name}-desc"
    return element(
        "svg",
        words("title", title, id=label),
        words("desc", caption, id=description),
        element("defs", hatch(sheet, palette)),
        element("rect", width="100%", height="100%", fill=palette.paper),
        *_above(sheet, palette),
        *_columns(geometry, sheet, palette),
        *_separators(sheet, palette),
        *(lane_group(lane, sheet, palette) for lane in geometry.lanes),
        xmlns="http://www.w3.org/2000/svg",
        width=form.width,
        height=sheet.height,
        viewBox=f"0 0 {form.width} {sheet.height}",
        role="img",
        aria_labelledby=label,
        aria_describedby=description,
        font_family=FONT,
        font_size=12,
        fill=palette.ink,
    )


_NOTHING = {"title": "", "caption": ""}


def _above(sheet: Sheet, palette: Palette) -> Iterator[str]:
    """Title, caption and key."""
    left = sheet.form.edge
    yield text_lines(
        sheet.title,
        x=left,
        top=sheet.form.edge - 4,
        line=TITLE_LINE,
        font_size=20,
        font_weight="bold",
    )
    yield text_lines(
        sheet.caption, x=left, top=sheet.caption_top, fill=palette.muted, font_size=13
    )
    key = ["\u2003".join(" ".join(entry) for entry in line) for line in sheet.key]
    yield text_lines(key, x=left, top=sheet.key_top)


def _columns(geometry: MapGeometry, sheet: Sheet, palette: Palette) -> Iterator[str]:
    for column in geometry.columns:
        if column.stage % 2 == 0:
            yield _band(column, sheet, palette)
        yield _head(column, sheet)


def _band(column: Column, sheet: Sheet, palette: Palette) -> str:
    left, right = sheet.x(column.stage), sheet.x(column.stage + 1)
    return element(
        "rect",
        x=left,
        y=sheet.lanes_top,
        width=right - left,
        height=sheet.bottom - sheet.lanes_top,
        fill=palette.band,
    )


def _head(column: Column, sheet: Sheet) -> str:
    """The stage, what it means, how many tries are acceptable."""
    meaning = column.meaning.split(" ", 1) if sheet.form.is_narrow else [column.meaning]
    x, top = sheet.x(column.stage.midpoint), sheet.heads_top
    return element(
        "g",
        text_lines([column.name], x=x, top=top, font_weight="bold"),
        text_lines([*meaning, column.share], x=x, top=top + LINE),
        text_anchor="middle",
    )


def _separators(sheet: Sheet, palette: Palette) -> Iterator[str]:
    for y in range(1, sheet.lanes):
        top = sheet.lane_top(y)
        yield element(
            "line",
            x1=sheet.form.left,
            x2=sheet.form.right,
            y1=top,
            y2=top,
            stroke=palette.grid,
        )
