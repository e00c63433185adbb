"""The sheet a map is drawn on as SVG: where each thing stands, in px."""

from dataclasses import dataclass
from textwrap import wrap

from themewatch.charts.geometry import Lane, MapGeometry
from themewatch.charts.lines import KeyLine, key_lines, lane_lines
from themewatch.domain.stage import SCALE_END

LINE = 16
TITLE_LINE = 26


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of sheet: lanes with words beside them, or, narrow, in them."""

    name: str
    width: int
    edge: int
    left: int
    right: int
    key_a_line: int
    lane_letters: int
    title_letters: int
    caption_letters: int
    is_narrow: bool


WIDE = Form("wide", 1120, 24, 196, 806, 6, 40, 80, 150, is_narrow=False)
NARROW = Form("narrow", 360, 4, 4, 356, 2, 52, 28, 50, is_narrow=True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One map's sheet: what is written above the lanes, and how high a lane is."""

    form: Form
    title: list[str]
    caption: list[str]
    key: list[KeyLine]
    lane_height: int
    lanes: int

    @property
    def caption_top(self) -> int:
        return self.form.edge + TITLE_LINE * len(self.title)

    @property
    def key_top(self) -> int:
        space = 10 if self.caption else 0
        return self.caption_top + LINE * len(self.caption) + space

    @property
    def heads_top(self) -> int:
        return self.key_top + LINE * len(self.key) + 12

    @property
    def lanes_top(self) -> int:
        lines = 4 if self.form.is_narrow else 3
        return self.heads_top + LINE * lines + 8

    @property
    def bottom(self) -> int:
        return self.lanes_top + self.lane_height * self.lanes

    @property
    def height(self) -> int:
        return self.bottom + self.form.edge

    def x(self, place: float) -> float:
        """Where a place on the scale stands."""
        left, right = self.form.left, self.form.right
        return left + (right - left) * place / SCALE_END

    def lane_top(self, y: int) -> int:
        return self.lanes_top + self.lane_height * y

    def marks_y(self, y: int) -> int:
        above = 42 if self.form.is_narrow else self.lane_height // 2
        return self.lane_top(y) + above


def sheet_for(geometry: MapGeometry, form: Form, *, title: str, caption: str) -> Sheet:
    """Measure the sheet: lanes are as high as the longest words in them need."""
    lines = max(_lines(lane, form) for lane in geometry.lanes) * LINE
    return Sheet(
        form=form,
        title=wrap(title, form.title_letters),
        caption=wrap(caption, form.caption_letters),
        key=key_lines(geometry, form.key_a_line),
        lane_height=lines + 70 if form.is_narrow else max(lines + 16, 54),
        lanes=len(geometry.lanes),
    )


def _lines(lane: Lane, form: Form) -> int:
    return sum(len(lines) for lines in lane_lines(lane, form.lane_letters))
