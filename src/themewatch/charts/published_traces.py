"""Where editions placed a theme, as a Plotly trace: a stair beside the estimate."""

from themewatch.charts.palette import Palette
from themewatch.charts.range_traces import DAY, Trace, drawn
from themewatch.charts.sentences import place
from themewatch.domain.standing import Step, ThemeHistory
from themewatch.words import _

MARK = 9


def published_stair(history: ThemeHistory, palette: Palette) -> list[Trace]:
    """Return a step for each edition, which holds until the next one; or nothing."""
    steps = history.published
    if not steps:
        return []
    last, until = steps[-1], max(history.path[-1].on, steps[-1].on)
    return [
        {
            "type": "scatter",
            "name": "published",
            "mode": "lines+markers",
            "cliponaxis": False,
            "x": [*(step.on for step in steps), until],
            "y": [*(drawn(step.value) for step in steps), drawn(last.value)],
            "text": [*map(_words, steps), _words(last)],
            "line": {"width": 1.5, "color": palette.muted, "shape": "hv"},
            "marker": {
                "symbol": "square",
                "size": [*([MARK] * len(steps)), 0],
                "color": palette.paper,
                "opacity": 1,
                "line": {"width": 1.5, "color": palette.ink},
            },
            "unselected": {"marker": {"opacity": 1}},
            "hovertemplate": f"{DAY}<br>□ %{{text}}: %{{y:.2f}}<extra></extra>",
        }
    ]


def _words(step: Step) -> str:
    return _("Edition {n}: {place}").format(n=step.edition, place=place(step.value))
