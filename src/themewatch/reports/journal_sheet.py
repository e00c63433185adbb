"""The sheet a month's chart is drawn on as SVG: where each thing stands, in px."""

from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from themewatch.charts.geometry import on_scale
from themewatch.charts.journal_days import Span
from themewatch.charts.journal_words import ROWS
from themewatch.domain.stage import SCALE_END

LINE = 16
TITLE_LINE = 26
STAGE_HEIGHT = 46
ROW_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of sheet: for a page, or for a phone."""

    name: str
    width: int
    edge: int
    left: int
    right: int
    title_letters: int
    caption_letters: int


WIDE = Form("wide", 720, 8, 116, 706, 52, 100)
NARROW = Form("narrow", 360, 4, 106, 348, 28, 50)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One chart's sheet: what is written above the plot, and how days are laid out."""

    form: Form
    span: Span
    title: list[str]
    caption: list[str]
    key: list[str]

    @property
    def caption_top(self) -> int:
        return self.form.edge + TITLE_LINE * len(self.title)

    @property
    def key_top(self) -> int:
        space = 10 if self.caption else 0
        return self.caption_top + LINE * len(self.caption) + space

    @property
    def edges_top(self) -> int:
        return self.key_top + LINE * len(self.key) + 8

    @property
    def stages_top(self) -> int:
        return self.edges_top + LINE + 2

    @property
    def rows_top(self) -> int:
        return self.stages_top + STAGE_HEIGHT * int(SCALE_END) + 8

    @property
    def rows_bottom(self) -> int:
        return self.rows_top + ROW_HEIGHT * len(ROWS)

    @property
    def height(self) -> int:
        return self.rows_bottom + LINE + 10 + self.form.edge

    def x(self, day: date) -> float:
        """Where a day stands."""
        whole = (self.span.last - self.span.first).days
        share = (day - self.span.first).days / whole
        return self.form.left + (self.form.right - self.form.left) * share

    def y(self, value: float) -> float:
        """Where a place on the scale stands: the further, the higher."""
        return self.stages_top + STAGE_HEIGHT * (SCALE_END - on_scale(value))

    def row_y(self, row: int) -> float:
        """Where the middle of a row stands, counted from the bottom."""
        return self.rows_bottom - ROW_HEIGHT * (row + 0.5)


def sheet_for(
    span: Span, form: Form, *, title: str, caption: str, key: list[str]
) -> Sheet:
    """Measure the sheet; empty words take no room."""
    return Sheet(
        form=form,
        span=span,
        title=wrap(title, form.title_letters),
        caption=wrap(caption, form.caption_letters),
        key=key,
    )
