from datetime import date, timedelta

from tests.standings import BASELINE_ON, a_history
from themewatch.charts.alt import theme_alt
from themewatch.charts.looks import with_days_as_text
from themewatch.charts.palette import LIGHT
from themewatch.charts.theme_figure import theme_figure
from themewatch.charts.theme_traces import MOST_TITLES, stairs
from themewatch.domain.standing import DayMark, MarkKind, PathPoint, Step


def trace(figure, name):
    [found] = [trace for trace in figure.data if trace.name == name]
    return found


def rounded(values):
    return [round(value, 3) for value in values]


def test_the_path_and_its_likely_range_are_drawn_day_by_day():
    history = a_history()
    figure = theme_figure(history, LIGHT)
    path = trace(figure, "●")
    assert list(path.x) == [point.on for point in history.path]
    assert list(path.y) == rounded(point.mean for point in history.path)
    assert list(trace(figure, "low").y) == rounded(p.low for p in history.path)
    assert list(trace(figure, "high").y) == rounded(p.high for p in history.path)
    assert trace(figure, "high").fill == "tonexty"


def test_the_path_never_leaves_the_scale():
    beyond = PathPoint(BASELINE_ON, mean=4.2, low=3.8, high=4.6)
    figure = theme_figure(a_history(path=(beyond,)), LIGHT)
    assert list(trace(figure, "●").y) == [4.0]
    assert list(trace(figure, "high").y) == [4.0]


def test_claims_climb_a_stair_with_a_gap_where_they_were_too_few():
    stair = trace(theme_figure(a_history(), LIGHT), "stair")
    assert stair.line.shape == "hv"
    assert list(stair.y) == [2.5, 3.0, 3.0, None, 3.5, 3.5]


def test_a_stair_reaches_the_last_day():
    today = date(2026, 5, 1)
    assert stairs([(BASELINE_ON, 2.5)], today) == [(BASELINE_ON, 2.5), (today, 2.5)]


def test_a_stair_that_broke_off_reaches_no_further():
    corners = stairs([(BASELINE_ON, 2.5), (date(2026, 3, 1), None)], date(2026, 5, 1))
    assert corners[-1] == (date(2026, 3, 1), None)


def test_no_claims_make_no_stair():
    assert stairs([], BASELINE_ON) == []
    assert stairs([(BASELINE_ON, None)], date(2026, 5, 1)) == [(BASELINE_ON, None)]


def test_a_diamond_stands_at_the_end_of_a_stair_that_lasts():
    now = trace(theme_figure(a_history(), LIGHT), "◇ now")
    assert list(now.y) == [3.5]
    broken = a_history(claimed=((BASELINE_ON, 2.5), (date(2026, 3, 1), None)))
    assert not trace(theme_figure(broken, LIGHT), "◇ now").y


def test_each_kind_of_mark_has_a_row_with_a_mark_for_each_of_its_days():
    figure = theme_figure(a_history(), LIGHT)
    rows = {kind: set(trace(figure, kind.value).y) for kind in MarkKind}
    assert len(set.union(*rows.values())) == len(MarkKind)
    assert list(trace(figure, "release").x) == [
        date(2026, 2, 20),
        date(2026, 5, 3),
        date(2026, 9, 14),
    ]


def test_a_mark_counts_what_happened_that_day_and_names_the_first_few():
    titles = tuple(f"<Model {n}>" for n in range(MOST_TITLES + 2))
    mark = DayMark(date(2026, 5, 3), MarkKind.RELEASE, titles, titles)
    figure = theme_figure(a_history(marks=(mark,)), LIGHT)
    [tip] = trace(figure, "release").hovertext
    assert tip.startswith("2026-05-03<br><b>8 releases</b><br>&lt;Model 0&gt;<br>")
    assert tip.endswith("<br>and 2 more")


def test_the_time_axis_is_true_and_spans_everything():
    early = DayMark(date(2025, 12, 1), MarkKind.NOTE, ("old",), ("n0",))
    history = a_history(marks=(early,))
    axis = theme_figure(history, LIGHT).layout.xaxis
    assert axis.type == "date"
    start, end = axis.range
    assert start < early.on
    assert end > history.path[-1].on


def test_a_single_day_still_has_a_time_axis():
    point = PathPoint(BASELINE_ON, 1.5, 1.1, 1.9)
    history = a_history(path=(point,), claimed=(), marks=())
    start, end = theme_figure(history, LIGHT).layout.xaxis.range
    assert end - start == timedelta(days=2)


def test_five_years_of_a_busy_theme_stay_light():
    weeks = [BASELINE_ON + timedelta(weeks=n) for n in range(260)]
    history = a_history(
        path=tuple(PathPoint(on, 10 / 7, 9 / 7, 11 / 7) for on in weeks),
        marks=tuple(
            DayMark(on, MarkKind.RELEASE, ("A model's name",), ("vendor-a-model",))
            for on in weeks[::2]
        ),
    )
    assert len(theme_figure(history, LIGHT).to_json()) < 48 * 1024


def test_a_mark_of_a_month_names_the_month():
    mark = DayMark(
        date(2026, 5, 3), MarkKind.NOTE, ("a", "b"), ("1", "2"), is_month=True
    )
    figure = theme_figure(a_history(marks=(mark,)), LIGHT)
    [tip] = trace(figure, "note").hovertext
    assert tip.startswith("2026-05<br><b>2 tests</b>")


def test_a_figure_whose_days_are_text_is_the_same_to_a_browser():
    figure = theme_figure(a_history(), LIGHT)
    written = with_days_as_text(figure)
    assert written.to_json() == figure.to_json()
    assert isinstance(trace(written, "●").x[0], str)


def test_editions_are_steps_beside_the_estimate():
    steps = (Step(date(2026, 6, 1), 1, 1.4), Step(date(2026, 8, 1), 2, 2.2))
    history = a_history(published=steps)
    figure = theme_figure(history, LIGHT)
    stair = trace(figure, "published")
    assert stair.line.shape == "hv"
    assert list(stair.y) == [1.4, 2.2, 2.2]
    assert list(stair.x)[-1] == history.path[-1].on
    assert stair.text[1] == "Edition 2: Maturing, lower third"
    assert "where editions placed it" in figure.layout.annotations[0].text
    assert "2 editions; edition 2 of 2026-08-01 placed it at" in theme_alt(history)


def test_before_the_first_edition_there_is_no_step():
    names = [drawn.name for drawn in theme_figure(a_history(), LIGHT).data]
    assert "published" not in names


def test_the_mark_of_now_is_open_while_nobody_has_tested():
    tested = theme_figure(a_history(), LIGHT)
    assert trace(tested, "● now").marker.color == LIGHT.ink
    untested = theme_figure(a_history(marks=()), LIGHT)
    assert trace(untested, "◌ now").marker.color == LIGHT.paper
    assert "not tested here yet" in untested.layout.annotations[0].text
    assert "not tested here yet" not in tested.layout.annotations[0].text
    assert trace(untested, "●").hovertemplate.count("◌") == 1
