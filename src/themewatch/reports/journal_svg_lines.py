"""What a month's chart draws into its frame: ● and ◇ through it, and what happened."""

from collections.abc import Iterator, Sequence
from datetime import date

from themewatch.charts.journal_days import marks_by_day
from themewatch.charts.journal_words import row_name
from themewatch.charts.palette import Palette
from themewatch.charts.theme_traces import stairs
from themewatch.domain.journal_report import Figures, MarkOf
from themewatch.reports.journal_sheet import Sheet
from themewatch.reports.svg import element, words

Values = Sequence[tuple[date, float]]
Corners = Sequence[tuple[float, float]]
TESTED, CLAIMED = 6.5, 7.5
"""Half the width of ● and ◇ at the ends of their lines."""


def line(x1: float, x2: float, y1: float, y2: float, **look: str) -> str:
    return element("line", x1=x1, x2=x2, y1=y1, y2=y2, **look)


def month_lines(figures: Figures, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """The likely range, ◇ and ● above it, each a stair as the map showed it."""
    until = figures.end.on
    low, high, mean = (
        _steps([(p.on, getattr(p, name)) for p in figures.tested], sheet)
        for name in ("low", "high", "value")
    )
    yield element(
        "path",
        class_="range",
        d=f"{_path(high)}{_path(low[::-1]).replace('M', 'L', 1)}Z",
        fill=palette.range_fill,
        stroke=palette.range_edge,
    )
    for part in _parts(figures, sheet):
        yield _stroke(part, palette.same, 1.5, "claimed")
    yield _stroke(mean, palette.ink, 2.5, "tested")
    last = stairs(figures.claimed, until)[-1:]
    for on, value in last:
        if value is not None:
            yield _diamond(sheet.x(on), sheet.y(value), CLAIMED, palette)
    x, y = sheet.x(until), sheet.y(figures.end.value)
    yield element("circle", cx=x, cy=y, r=TESTED, fill=palette.ink)


def _steps(values: Values, sheet: Sheet) -> Corners:
    """Return the corners of a stair that holds each value until the next day."""
    corners: list[tuple[float, float]] = []
    for on, value in values:
        x, y = sheet.x(on), sheet.y(value)
        if corners:
            corners.append((x, corners[-1][1]))
        corners.append((x, y))
    return corners


def _parts(figures: Figures, sheet: Sheet) -> Iterator[Corners]:
    """Yield ◇'s stair in pieces: it has gaps where too few claims were left."""
    part: list[tuple[date, float]] = []
    until = figures.end.on
    for on, value in [*stairs(figures.claimed, until), (until, None)]:
        if value is not None:
            part.append((on, value))
        elif part:
            yield _steps(part, sheet)
            part = []


def _path(corners: Corners) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners)


def _stroke(corners: Corners, colour: str, width: float, name: str) -> str:
    return element(
        "path",
        class_=name,
        d=_path(corners),
        fill="none",
        stroke=colour,
        stroke_width=width,
    )


def _diamond(x: float, y: float, r: float, palette: Palette) -> str:
    return element(
        "path",
        d=f"M{x:.1f} {y - r:.1f}l{r} {r}l{-r} {r}l{-r} {-r}Z",
        fill=palette.paper,
        stroke=palette.ink,
        stroke_width=1.5,
    )


def month_days(figures: Figures, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """Draw what happened, a mark a day, larger where it was more than one thing."""
    for day in marks_by_day(figures):
        x, y = sheet.x(day.on), sheet.row_y(day.row)
        told = [row_name(day.kind), day.on.isoformat(), *day.titles]
        yield element(
            "g",
            words("title", "\n".join(told)),
            _shape(day.kind, 5 if len(day.marks) == 1 else 7, palette),
            class_=day.kind.value,
            transform=f"translate({x:.1f} {y:.1f})",
            stroke_width=1.5,
        )


def _shape(kind: MarkOf, r: int, palette: Palette) -> str:
    open_ = {"fill": palette.paper, "stroke": palette.ink}
    match kind:
        case MarkOf.NOTE:
            return element("circle", r=r, fill=palette.ink)
        case MarkOf.OTHER:
            return element("circle", r=r, **open_)
        case MarkOf.RELEASE:
            return element("rect", x=-r, y=-r, width=2 * r, height=2 * r, **open_)
        case MarkOf.CLAIM:
            d = f"M0 {-r - 1}l{r + 1} {r + 1}l{-r - 1} {r + 1}l{-r - 1} {-r - 1}Z"
            return element("path", d=d, **open_)
        case MarkOf.IMPROVEMENT:
            d = f"M0 {-r - 1}L{r + 1} {r}H{-r - 1}Z"
            return element("path", d=d, fill=palette.up)
