"""One lane of the map as SVG: its bar, lines, marks and words."""

from collections.abc import Iterator, Sequence

from themewatch.charts.geometry import Footing, Lane, Mark, Shape
from themewatch.charts.lines import lane_lines
from themewatch.charts.looks import BRACKET, filling, tone
from themewatch.charts.map_table import tooltip_rows
from themewatch.charts.palette import Palette
from themewatch.reports.svg import element, words
from themewatch.reports.svg_sheet import LINE, Sheet

BAR = 14
RADIUS = {Shape.BEFORE: 5.0, Shape.TESTED: 7.0, Shape.CLAIMED: 8.5}
HEAD_LENGTH, HEAD_HALF = 8, 4


def text_lines(
    lines: Sequence[str],
    *,
    x: float,
    top: float,
    line: int = LINE,
    **look: str | float,
) -> str:
    """Write lines one under the other, the first just under `top`."""
    return "".join(
        words("text", text, x=x, y=top + line * (i + 0.75), **look)
        for i, text in enumerate(lines)
    )


def hatch(sheet: Sheet, palette: Palette) -> str:
    """The filling of a bar that few tests hold."""
    ground = element("rect", width=6, height=6, fill=palette.paper)
    stroke = element("path", d="M0 0V6", stroke=palette.range_edge, stroke_width=3)
    return element(
        "pattern",
        ground,
        stroke,
        id=f"{sheet.form.name}-hatch",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def lane_group(lane: Lane, sheet: Sheet, palette: Palette) -> str:
    """Draw a lane from the back to the front, with its small table to hover over."""
    return element(
        "g",
        words("title", _tooltip(lane)),
        _bar(lane, sheet, palette),
        *_lines(lane, sheet, palette),
        *_bracket(lane, sheet, palette),
        *(_mark(mark, lane, sheet, palette) for mark in lane.marks),
        *_words(lane, sheet, palette),
        class_="lane",
        data_theme=lane.slug,
    )


def _tooltip(lane: Lane) -> str:
    rows = (
        f"{label}: {text}" for label, text in tooltip_rows(lane.standing, lane.needed)
    )
    return "\n".join([lane.name, *rows])


def _bar(lane: Lane, sheet: Sheet, palette: Palette) -> str:
    left, right = sheet.x(lane.low), sheet.x(lane.high)
    return element(
        "rect",
        class_="range",
        x=left,
        y=sheet.marks_y(lane.y) - BAR / 2,
        width=right - left,
        height=BAR,
        rx=5,
        fill={
            Footing.UNTESTED: palette.paper,
            Footing.FEW: f"url(#{sheet.form.name}-hatch)",
            Footing.ENOUGH: palette.range_fill,
        }[lane.footing],
        stroke=palette.range_edge,
    )


def _lines(lane: Lane, sheet: Sheet, palette: Palette) -> Iterator[str]:
    y = sheet.marks_y(lane.y)
    if lane.gap:
        start, end = map(sheet.x, lane.gap)
        yield element(
            "line", class_="gap", x1=start, x2=end, y1=y, y2=y, stroke=palette.same
        )
    if lane.arrow:
        start, end = map(sheet.x, lane.arrow)
        yield _arrow(start, end, y, tone(lane, palette))


def _bracket(lane: Lane, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """Open a bracket where the theme begins to be enough for the work."""
    if lane.needed is None:
        return
    (half, foot), y = BRACKET, sheet.marks_y(lane.y)
    x = sheet.x(lane.needed)
    yield element(
        "path",
        class_="needed",
        d=f"M{x + foot:.1f} {y - half}H{x:.1f}V{y + half}H{x + foot:.1f}",
        fill="none",
        stroke=palette.ink,
        stroke_width=2,
    )


def _arrow(start: float, end: float, y: float, colour: str) -> str:
    """A line with its tip at the edge of ●; the end under ○ is covered by it."""
    way = 1 if end > start else -1
    tip = end - way * (RADIUS[Shape.TESTED] + 2)
    base = tip - way * HEAD_LENGTH
    return element(
        "g",
        element("path", d=f"M{start:.1f} {y}H{base:.1f}", stroke_width=2),
        element(
            "path",
            d=f"M{tip:.1f} {y}L{base:.1f} {y - HEAD_HALF}V{y + HEAD_HALF}Z",
            fill=colour,
            stroke="none",
        ),
        class_="arrow",
        stroke=colour,
    )


def _mark(mark: Mark, lane: Lane, sheet: Sheet, palette: Palette) -> str:
    x, y = sheet.x(mark.x), sheet.marks_y(mark.y)
    return element(
        "g",
        _shape(mark.shape, lane, palette),
        class_=mark.shape.name.lower(),
        transform=f"translate({x:.2f} {y})",
        stroke_width=2,
    )


def _shape(shape: Shape, lane: Lane, palette: Palette) -> str:
    r = RADIUS[shape]
    if shape is Shape.CLAIMED:
        d = f"M0 {-r}L{r} 0L0 {r}L{-r} 0Z"
        return element("path", d=d, fill=palette.paper, stroke=palette.ink)
    colour = tone(lane, palette)
    if shape is Shape.BEFORE:
        return element("circle", r=r, fill=palette.paper, stroke=colour)
    dash = {"stroke_dasharray": "3 2"} if lane.footing is Footing.UNTESTED else {}
    return element("circle", r=r, fill=filling(lane, palette), stroke=colour, **dash)


def _words(lane: Lane, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """The name beside or above the marks, the sentences beside or below them."""
    form, y = sheet.form, sheet.marks_y(lane.y)
    sentences, changes = lane_lines(lane, form.lane_letters)
    height = LINE * (len(sentences) + len(changes))
    if form.is_narrow:
        x, top = form.left + 4, y + 12
        yield words(
            "text", lane.short_name, x=x, y=y - 17, font_weight="bold", font_size=13
        )
    else:
        x, top = form.right + 16, y - height // 2
        yield words(
            "text",
            lane.name,
            x=form.left - 12,
            y=y + 4.5,
            text_anchor="end",
            font_size=13,
        )
    yield text_lines(sentences, x=x, top=top)
    below = top + LINE * len(sentences)
    yield text_lines(changes, x=x, top=below, fill=tone(lane, palette))
