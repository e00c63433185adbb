"""Votes on a theme beside the estimate, on the four stages: drawn as HTML.

Each vote has a line of its own, so that no name covers another. Positions are shares
of the width, so that it fits whatever room there is.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from themewatch.charts.palette import Palette
from themewatch.charts.review_words import vote_words
from themewatch.charts.sentences import likely_range, place, stage_name
from themewatch.domain.review import Ballot
from themewatch.domain.stage import SCALE_END, Position, Stage
from themewatch.domain.theme import Theme
from themewatch.domain.view import Confidence
from themewatch.words import _

HEAD, LINE, MARK = 22, 26, 12  # px
HALF = 0.5
FILLED = {Confidence.SURE: 1.0, Confidence.FAIR: 0.5, Confidence.GUESS: 0.0}
"""How much of a vote's mark is filled: a guess is an open circle."""


def vote_strip(
    ballots: Sequence[Ballot], position: Position, palette: Palette, median: float
) -> str:
    """Return the HTML of votes, ● with its likely range, and where votes agree.

    The dashed lines stand half a stage from the median vote: between them votes are
    counted as agreeing.
    """
    height = HEAD + LINE * (len(ballots) + 1)
    inside = [
        *_stages(height, palette),
        _range(position, height, palette),
        *_near(median, height, palette),
        *_estimate(position, palette),
    ]
    for number, ballot in enumerate(ballots, start=1):
        inside += _vote(ballot, HEAD + LINE * number, palette)
    return _frame(height, _said(ballots, position), inside)


def stage_axis(theme: Theme, palette: Palette) -> str:
    """Return the HTML that names the four stages, and what each means in use."""
    cells = (
        f'<div style="flex:1;text-align:center;font-size:13px;line-height:1.35;'
        f'color:{palette.ink}"><b>{escape(stage_name(stage))}</b><br>'
        f"{escape(_(meaning))}</div>"
        for stage, meaning in theme.stage_words.items()
    )
    return f'<div style="display:flex">{"".join(cells)}</div>'


def _said(ballots: Iterable[Ballot], position: Position) -> str:
    """Say what the strip shows, for who does not see it."""
    estimate = _("● {place}; likely range (8 in 10): {range}").format(
        place=place(position.mean), range=likely_range(position.low, position.high)
    )
    return ". ".join([*map(vote_words, ballots), estimate])


def _share(value: float) -> float:
    within = min(max(value, 0.0), SCALE_END)
    return round(100 * within / SCALE_END, 2)


def _stages(height: int, palette: Palette) -> Iterator[str]:
    quarter = 100 / len(Stage)
    for stage in Stage:
        ground = palette.band if stage % 2 else "transparent"
        yield _box(
            f"left:{stage * quarter}%;width:{quarter}%;top:0;height:{height}px;"
            f"background:{ground};border-left:1px solid {palette.grid}"
        )
        yield _box(
            f"left:{stage * quarter}%;width:{quarter}%;top:0;line-height:{HEAD}px;"
            f"text-align:center;font-size:13px;color:{palette.muted}",
            escape(stage_name(stage)),
        )


def _range(position: Position, height: int, palette: Palette) -> str:
    left, right = _share(position.low), _share(position.high)
    return _box(
        f"left:{left}%;width:{right - left:.2f}%;top:{HEAD}px;"
        f"height:{height - HEAD}px;background:{palette.range_fill};opacity:.55;"
        "border-radius:5px"
    )


def _near(median: float, height: int, palette: Palette) -> Iterator[str]:
    for edge in (median - HALF, median + HALF):
        if 0 < edge < SCALE_END:
            yield _box(
                f"left:{_share(edge)}%;top:{HEAD + LINE}px;width:0;"
                f"height:{height - HEAD - LINE}px;border-left:1px dashed {palette.same}"
            )


def _estimate(position: Position, palette: Palette) -> Iterator[str]:
    yield from _labelled(
        position.mean,
        HEAD,
        f"background:{palette.ink};border:2px solid {palette.ink}",
        _("the estimate"),
        palette,
    )


def _vote(ballot: Ballot, top: int, palette: Palette) -> Iterator[str]:
    filled = FILLED[ballot.confidence]
    ground = (
        f"linear-gradient(0deg,{palette.up} {filled:.0%},{palette.paper} {filled:.0%})"
    )
    look = f"background:{ground};border:2px solid {palette.up}"
    yield from _labelled(ballot.position, top, look, ballot.person, palette)


def _labelled(
    value: float, top: int, look: str, label: str, palette: Palette
) -> Iterator[str]:
    """Draw a mark with its name beside it, on the side where there is more room."""
    share = _share(value)
    yield _box(
        f"left:calc({share}% - {MARK / 2}px);top:{top + (LINE - MARK) / 2}px;"
        f"width:{MARK}px;height:{MARK}px;border-radius:50%;{look}"
    )
    side = (
        f"left:calc({share}% + {MARK}px);text-align:left;max-width:{100 - share:.0f}%"
        if share < 100 * HALF
        else f"right:calc({100 - share:.2f}% + {MARK}px);text-align:right;"
        f"max-width:{share:.0f}%"
    )
    yield _box(
        f"{side};top:{top}px;line-height:{LINE}px;font-size:14px;color:{palette.ink};"
        "white-space:nowrap;overflow:hidden;text-overflow:ellipsis",
        escape(label),
    )


def _box(style: str, inside: str = "") -> str:
    return (
        f'<span style="position:absolute;box-sizing:border-box;{style}">{inside}</span>'
    )


def _frame(height: int, label: str, inside: Iterable[str]) -> str:
    return (
        f'<div role="img" aria-label="{escape(label)}" style="position:relative;'
        f'height:{height}px;overflow:hidden">{"".join(inside)}</div>'
    )
