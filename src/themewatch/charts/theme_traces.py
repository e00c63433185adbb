"""A theme's history as Plotly traces: likely range, ●, ◇, and what happened."""

from collections.abc import Sequence
from datetime import date
from html import escape

from themewatch.charts.forecast_traces import forecast_lines, forecast_range
from themewatch.charts.geometry import on_scale
from themewatch.charts.palette import Palette
from themewatch.charts.published_traces import published_stair
from themewatch.charts.range_traces import DAY, Trace, middle_trace, range_traces
from themewatch.charts.sentences import place, tests_in_words
from themewatch.domain.standing import DayMark, MarkKind, ThemeHistory
from themewatch.words import ngettext

ROWS = {
    MarkKind.VIEW: 0,
    MarkKind.NOTE: 1,
    MarkKind.RELEASE: 2,
    MarkKind.STORY: 3,
    MarkKind.CHECKPOINT: 4,
}
"""Each kind's row under the stages, counted from the bottom."""

MOST_TITLES = 6
SYMBOLS = {
    MarkKind.VIEW: "pentagon-open",
    MarkKind.NOTE: "circle",
    MarkKind.RELEASE: "square-open",
    MarkKind.STORY: "triangle-down-open",
    MarkKind.CHECKPOINT: "hourglass-open",
}
Steps = list[tuple[date, float | None]]


def theme_traces(history: ThemeHistory, palette: Palette) -> list[Trace]:
    """Return the traces from the back to the front; the path must not be empty."""
    path, last = history.path, history.path[-1]
    edge = {"width": 1, "color": palette.range_edge}
    line = {"width": 2.5, "color": palette.ink}
    sign = tested_sign(history)
    return [
        *forecast_range(history.ahead, palette),
        *range_traces(path, ("low", "high"), edge=edge, fill=palette.range_fill),
        *forecast_lines(history.ahead, palette),
        middle_trace(path, "●", line=line, glyph=f"{sign} "),
        *published_stair(history, palette),
        *_claimed(history, palette),
        _now(sign, [(last.on, on_scale(last.mean))], palette),
        *(_happened(history.marks, kind, palette) for kind in ROWS),
    ]


def tested_sign(history: ThemeHistory) -> str:
    """Return what stands for ●: as on the map it is open while nobody has tested."""
    return "◌" if history.is_untested else "●"


def _now(shape: str, last: Steps, palette: Palette) -> Trace:
    """A mark at the end of its line, as on the map."""
    is_claimed, is_open = shape == "◇", shape in "◇◌"
    return {
        "type": "scatter",
        "name": f"{shape} now",
        "mode": "markers",
        "cliponaxis": False,
        "x": [on for on, _value in last],
        "y": [value for _on, value in last],
        "marker": {
            "symbol": "diamond" if is_claimed else "circle",
            "color": palette.paper if is_open else palette.ink,
            "size": 13,
            "line": {"color": palette.ink, "width": 1.5},
        },
        "hoverinfo": "skip",
    }


def _claimed(history: ThemeHistory, palette: Palette) -> list[Trace]:
    """The stair ◇ climbs, and a ◇ at its end if it reaches the last day."""
    until = history.path[-1].on
    stair = stairs(history.claimed, until)
    line = {
        "type": "scatter",
        "name": "stair",
        "mode": "lines",
        "x": [on for on, _value in stair],
        "y": [None if value is None else round(value, 3) for _on, value in stair],
        "text": ["" if value is None else place(value) for _on, value in stair],
        "line": {"color": palette.same, "width": 1.5, "shape": "hv"},
        "hovertemplate": f"{DAY}<br>◇ <b>%{{text}}</b>: %{{y:.2f}}<extra></extra>",
    }
    last = [stair[-1]] if stair and stair[-1][0] == until else []
    return [line, _now("◇", [end for end in last if end[1] is not None], palette)]


def stairs(steps: Sequence[tuple[date, float | None]], until: date) -> Steps:
    """Return the corners of a stair that ends where ◇ does, and else at the last day.

    >>> stairs([(date(2026, 1, 1), 2.5), (date(2026, 3, 1), None)], date(2026, 9, 1))
    ... # doctest: +NORMALIZE_WHITESPACE
    [(datetime.date(2026, 1, 1), 2.5), (datetime.date(2026, 3, 1), 2.5),
     (datetime.date(2026, 3, 1), None)]
    """
    corners: Steps = []
    level: float | None = None
    for on, value in steps:
        if value is None and level is not None:
            corners.append((on, level))
        corners.append((on, value))
        level = value
    return corners if level is None else [*corners, (until, level)]


def _happened(marks: Sequence[DayMark], kind: MarkKind, palette: Palette) -> Trace:
    """One mark for each day or month in which something of this kind happened."""
    days = [mark for mark in marks if mark.kind is kind]
    return {
        "type": "scatter",
        "name": kind.value,
        "mode": "markers",
        "cliponaxis": False,
        "yaxis": "y2",
        "x": [day.on for day in days],
        "y": [ROWS[kind]] * len(days),
        "hovertext": [_day_words(day) for day in days],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": SYMBOLS[kind],
            "size": [9 if len(day.ids) == 1 else 13 for day in days],
            "color": palette.ink,
            "opacity": 1,
            "line": {"width": 1.5, "color": palette.ink},
        },
        "unselected": {"marker": {"opacity": 1}},
    }


def _day_words(day: DayMark) -> str:
    shown = [escape(title) for title in day.titles[:MOST_TITLES]]
    more = len(day.titles) - len(shown)
    if more:
        shown.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
    count = f"<b>{kind_count(day.kind, len(day.ids))}</b>"
    return "<br>".join([day.when, count, *shown])


def kind_count(kind: MarkKind, count: int) -> str:
    """Say how many releases, tests, views, stories or checkpoints.

    >>> kind_count(MarkKind.VIEW, 1), kind_count(MarkKind.NOTE, 3)
    ('1 view', '3 tests')
    """
    if kind is MarkKind.NOTE:
        return tests_in_words(count)
    if kind is MarkKind.RELEASE:
        return ngettext("{n} release", "{n} releases", count).format(n=count)
    if kind is MarkKind.STORY:
        return ngettext("{n} story", "{n} stories", count).format(n=count)
    if kind is MarkKind.CHECKPOINT:
        return ngettext("{n} checkpoint", "{n} checkpoints", count).format(n=count)
    return ngettext("{n} view", "{n} views", count).format(n=count)
