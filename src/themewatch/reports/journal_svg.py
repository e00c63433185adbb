"""A month's chart as one self-contained SVG, the twin of the figure on screen.

Every mark has a shape and a row of its own, so that it reads in grey too.
"""

from collections.abc import Iterator

from themewatch.charts.journal_days import edges, span_of
from themewatch.charts.journal_words import ROWS, month_alt, row_name
from themewatch.charts.looks import FONT
from themewatch.charts.palette import Palette
from themewatch.charts.sentences import stage_name
from themewatch.domain.journal import Journal
from themewatch.domain.journal_report import Figures
from themewatch.domain.stage import Stage
from themewatch.reports.journal_sheet import (
    LINE,
    NARROW,
    STAGE_HEIGHT,
    TITLE_LINE,
    WIDE,
    Form,
    Sheet,
    sheet_for,
)
from themewatch.reports.journal_svg_lines import line, month_days, month_lines
from themewatch.reports.svg import element, words
from themewatch.reports.svg_lane import text_lines
from themewatch.words import _


def month_svg(  # noqa: PLR0913  what is drawn, in which colours, and four choices
    journal: Journal,
    figures: Figures,
    palette: Palette,
    *,
    title: str,
    caption: str,
    form: Form = WIDE,
    headed: bool = True,
) -> str:
    """Draw a month; unless `headed`, title and caption are only told, not drawn."""
    drawn = {"title": title, "caption": caption} if headed else _NOTHING
    span = span_of(journal, figures)
    sheet = sheet_for(span, form, key=_key(), **drawn)
    label, description = f"month-{form.name}-title", f"month-{form.name}-desc"
    return element(
        "svg",
        words("title", title, id=label),
        words("desc", f"{caption} {month_alt(figures)}".strip(), id=description),
        element("rect", width="100%", height="100%", fill=palette.paper),
        *_above(sheet, palette),
        *_stages(sheet, palette),
        *_rows(sheet, palette),
        *_axis(sheet, palette),
        *_edges(journal, sheet, palette),
        *month_lines(figures, sheet, palette),
        *month_days(figures, sheet, palette),
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


def _key() -> list[str]:
    tests = _("what tests show, in its likely range (8 in 10)")
    vendors = _("what vendors say")
    return [f"● {tests}", f"◇ {vendors}"]


def _above(sheet: Sheet, palette: Palette) -> Iterator[str]:
    """Title, caption and key."""
    left, edge = sheet.form.edge, sheet.form.edge
    yield text_lines(
        sheet.title,
        x=left,
        top=edge - 4,
        line=TITLE_LINE,
        font_size=20,
        font_weight="bold",
    )
    yield text_lines(
        sheet.caption, x=left, top=sheet.caption_top, fill=palette.muted, font_size=13
    )
    yield text_lines(sheet.key, x=left, top=sheet.key_top)


def _stages(sheet: Sheet, palette: Palette) -> Iterator[str]:
    left, right = sheet.form.left, sheet.form.right
    for stage in Stage:
        top = sheet.y(stage + 1)
        if stage % 2 == 0:
            yield element(
                "rect",
                x=left,
                y=top,
                width=right - left,
                height=STAGE_HEIGHT,
                fill=palette.band,
            )
        yield _at_left(stage_name(stage), top + STAGE_HEIGHT / 2, sheet)


def _rows(sheet: Sheet, palette: Palette) -> Iterator[str]:
    for row, kind in enumerate(ROWS):
        y = sheet.row_y(row)
        yield _at_left(row_name(kind), y, sheet)
        yield line(sheet.form.left, sheet.form.right, y, y, stroke=palette.grid)


def _at_left(text: str, y: float, sheet: Sheet) -> str:
    x = sheet.form.left - 8
    return words("text", text, x=x, y=y + 4, text_anchor="end")


def _axis(sheet: Sheet, palette: Palette) -> Iterator[str]:
    """Name a day each week or few; the first one with its year where there is room."""
    for place, day in enumerate(sheet.span.ticks):
        x, bottom = sheet.x(day), sheet.rows_bottom
        yield line(x, x, bottom, bottom + 5, stroke=palette.same)
        yield words(
            "text",
            f"{day:%m-%d}" if place or sheet.form is NARROW else day.isoformat(),
            x=x,
            y=bottom + LINE + 2,
            text_anchor="middle",
            fill=palette.muted,
        )


def _edges(journal: Journal, sheet: Sheet, palette: Palette) -> Iterator[str]:
    for anchor, (day, name) in zip(("start", "end"), edges(journal), strict=True):
        x, top = sheet.x(day), sheet.edges_top
        yield words(
            "text", name, x=x, y=top + 12, text_anchor=anchor, fill=palette.muted
        )
        yield line(
            x,
            x,
            top + LINE,
            sheet.rows_bottom,
            stroke=palette.same,
            stroke_dasharray="2 3",
        )
