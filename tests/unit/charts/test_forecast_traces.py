"""The forecast in a theme's figure: paler, and from where the path ends."""

from datetime import timedelta

import pytest

from tests.standings import BASELINE_ON, a_history
from themewatch.charts.palette import DARK, LIGHT
from themewatch.charts.theme_figure import theme_figure
from themewatch.domain.standing import PathPoint


def a_forecast(**changes):
    """Return a history with a year ahead of it."""
    history = a_history()
    last = history.path[-1]
    ahead = (
        last,
        *(
            PathPoint(last.on + timedelta(weeks=n), 2.1 + n / 100, 1.7, 2.4 + n / 40)
            for n in range(1, 53)
        ),
    )
    return a_history(ahead=ahead, **changes)


def trace(figure, name):
    [found] = [trace for trace in figure.data if trace.name == name]
    return found


@pytest.mark.parametrize(
    ("past", "ahead"), [("●", "ahead"), ("low", "low ahead"), ("high", "high ahead")]
)
def test_the_forecast_begins_where_the_path_ends(past, ahead):
    figure = theme_figure(a_forecast(), LIGHT)
    one, other = trace(figure, past), trace(figure, ahead)
    assert (one.x[-1], one.y[-1]) == (other.x[0], other.y[0])


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_what_may_come_has_colours_of_its_own(palette):
    figure = theme_figure(a_forecast(), palette)
    assert trace(figure, "high ahead").fillcolor == palette.ahead_fill
    assert trace(figure, "high").fillcolor == palette.range_fill
    assert trace(figure, "ahead").line.dash == "dash"


def test_a_line_stands_on_the_day_the_forecast_is_made():
    history = a_forecast()
    today = history.path[-1].on
    line = trace(theme_figure(history, LIGHT), "made on")
    assert (list(line.x), list(line.y)) == ([today, today], [0, 4])


def test_only_a_forecast_made_today_is_called_so():
    history = a_forecast()
    made_on = history.path[-1].on
    assert "today" in texts(theme_figure(history, LIGHT, made_on))
    later = theme_figure(history, LIGHT, made_on + timedelta(days=1))
    assert "today" not in texts(later)
    assert made_on.isoformat() in texts(later)


def texts(figure):
    return [annotation.text for annotation in figure.layout.annotations]


def test_the_key_names_the_forecast_where_there_is_one():
    with_one, without = (
        theme_figure(history, LIGHT) for history in (a_forecast(), a_history())
    )
    assert "forecast, in its likely range" in with_one.layout.annotations[0].text
    assert "forecast" not in without.layout.annotations[0].text
    assert with_one.layout.height > without.layout.height


def test_the_time_axis_reaches_to_the_last_day_ahead():
    history = a_forecast()
    assert theme_figure(history, LIGHT).layout.xaxis.range[1] > history.ahead[-1].on


def test_the_forecast_never_leaves_the_scale():
    beyond = PathPoint(BASELINE_ON, mean=4.4, low=3.8, high=4.6)
    figure = theme_figure(a_history(ahead=(beyond,)), LIGHT)
    assert list(trace(figure, "ahead").y) == [4.0]


def test_without_a_forecast_nothing_of_it_is_drawn():
    names = {trace.name for trace in theme_figure(a_history(), LIGHT).data}
    assert not names & {"ahead", "low ahead", "high ahead", "made on"}
