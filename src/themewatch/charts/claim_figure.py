"""Claimed against tested as a Plotly figure, with the line on which both agree."""

from html import escape
from textwrap import wrap
from typing import Any

from themewatch.charts.claim_frame import NAMES, frame_of_claims
from themewatch.charts.claim_points import ClaimCloud, ClaimPoint, MarkSize
from themewatch.charts.claim_words import (
    count_words,
    overruled_words,
    put_by_tests,
    signed_outcome,
)
from themewatch.charts.looks import KeptFigure, quiet_frame
from themewatch.charts.palette import Palette
from themewatch.charts.sentences import tests_in_words
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import Evidence

MARK = 12  # px
WIDE = MarkSize(width=0.06, height=0.16)
NARROW = MarkSize(width=0.2, height=0.16)
"""How much of a stage a mark takes on a laptop, and on a phone."""
PLOT, ABOVE, BELOW = 310, 42, 52
KEY = 19  # px of a line of the key
LETTERS, LINES = 52, 3
SYMBOLS = {
    Outcome.HOLDS_UP: "circle",
    Outcome.PARTLY: "square",
    Outcome.DOES_NOT_HOLD_UP: "x",
    Outcome.TESTED_ONCE: "circle",
}
STAY_OPAQUE = {"marker": {"opacity": 1}}  # a click selects, and would fade the others

Trace = dict[str, Any]


def claim_figure(
    cloud: ClaimCloud, evidence: Evidence, palette: Palette, *, narrow: bool = False
) -> KeptFigure:
    """Draw a mark for each point; its customdata is the claim's id.

    Above the line tests show more than was claimed, below it less.
    """
    traces = [
        _marks(outcome, marks, evidence, palette)
        for outcome in SYMBOLS
        if (marks := cloud.of(outcome))
    ]
    top = ABOVE + KEY * (len(traces) if narrow else 1)
    size = {
        "height": PLOT + top + BELOW,
        "margin": {"t": top, "b": BELOW, "l": NAMES, "r": 12},
    }
    frame = quiet_frame(palette) | frame_of_claims(palette) | size
    return KeptFigure({"data": traces, "layout": frame})


def _marks(
    outcome: Outcome, points: list[ClaimPoint], evidence: Evidence, palette: Palette
) -> Trace:
    return {
        "type": "scatter",
        "name": count_words(outcome, len(points)),
        "mode": "markers",
        "cliponaxis": False,
        "x": [point.x for point in points],
        "y": [point.y for point in points],
        "marker": _look(outcome, palette),
        "customdata": [point.judged.claim.id for point in points],
        "hovertext": [_tooltip(point, evidence) for point in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": STAY_OPAQUE,
        "unselected": STAY_OPAQUE,
    }


def _look(outcome: Outcome, palette: Palette) -> dict[str, Any]:
    fill, edge = {
        Outcome.HOLDS_UP: (palette.up, palette.paper),
        Outcome.PARTLY: (palette.same, palette.paper),
        Outcome.DOES_NOT_HOLD_UP: (palette.down, palette.paper),
        Outcome.TESTED_ONCE: (palette.paper, palette.ink),
    }[outcome]
    return {
        "symbol": SYMBOLS[outcome],
        "size": MARK,
        "color": fill,
        "opacity": 1,
        "line": {"color": edge, "width": 1.5},
    }


def _tooltip(point: ClaimPoint, evidence: Evidence) -> str:
    judged = point.judged
    release = evidence.release_of(judged.claim)
    model = release.model if release else judged.claim.release
    lines = [
        *wrap(judged.claim.text, LETTERS, max_lines=LINES, placeholder=" …"),
        f"{signed_outcome(judged.outcome)} · {tests_in_words(len(judged.notes))}",
        put_by_tests(judged),
        *wrap(overruled_words(judged), LETTERS, max_lines=LINES, placeholder=" …"),
    ]
    shown = [escape(line) for line in lines if line]
    return "<br>".join([f"<b>{escape(model)}</b>", *shown])
