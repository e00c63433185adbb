"""What is kept is drawn as anything else is."""

import plotly.graph_objects as go

from themewatch.charts.looks import KeptFigure

SPEC = {
    "data": [{"type": "scatter", "x": [1, 2], "y": [0.5, None], "text": ["a", "b"]}],
    "layout": {"template": "none", "annotations": [{"text": "●", "x": 1, "y": 2}]},
}


def test_a_figure_that_is_kept_is_written_as_any_other():
    kept = KeptFigure(SPEC)
    assert kept.to_json() == go.Figure(SPEC).to_json()
    assert kept.to_json() == kept.to_json()


def test_it_is_turned_into_plain_values_once():
    kept = KeptFigure(SPEC)
    assert kept.to_dict() is kept.to_dict()
