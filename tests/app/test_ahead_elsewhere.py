"""Checkpoints on the map and on a theme's time line."""

from datetime import date, timedelta

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_checkpoint

TODAY = NOW.date()
DAY = timedelta(days=1)


class TestOnTheMap:
    def test_nothing_due_is_not_spoken_of(self, visitor: Visitor, keep: Keep) -> None:
        keep(a_checkpoint(due_on=TODAY + DAY))
        assert "Its day has come" not in visitor.open("map").text

    def test_what_is_due_is_named_and_opened(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(*(a_checkpoint(id=f"k{n}", title=f"T{n}", due_on=TODAY) for n in range(5)))
        visitor.open("map")
        assert visitor.links("Its day has come: T0") == ["record?id=k0"]
        assert visitor.links("2 more are due") == ["ahead?"]


class TestOnTheTimeLine:
    @pytest.fixture
    def theme(self, visitor: Visitor, keep: Keep) -> Visitor:
        keep(
            a_checkpoint(id="k1", title="The ruling", due_on=date(2027, 1, 15)),
            a_checkpoint(id="k2", title="Far off", theme=None, due_on=date(2030, 1, 1)),
            a_checkpoint(id="k3", title="Some time", due_on=None),
            a_checkpoint(id="k4", title="Elsewhere", theme="lower-cost"),
        )
        return visitor.open("theme", theme="consistency")

    def test_it_stands_on_its_day_though_that_lies_ahead(self, theme: Visitor) -> None:
        drawn = theme.chart["data"]
        (marks,) = (trace for trace in drawn if trace["name"] == "checkpoint")
        assert marks["x"] == ["2027-01-15"]
        assert "The ruling" in marks["hovertext"][0]
        assert theme.chart["layout"]["xaxis"]["range"][1] > "2027-01-15"
        assert "Checkpoints: The ruling (2027-01-15)." in theme.chart_alt

    def test_clicked_it_opens_its_record(self, theme: Visitor) -> None:
        chosen = {"selection": {"points": [{"x": "2027-01-15"}]}}
        theme.app.session_state["theme_chart"] = chosen
        theme.run()
        assert theme.links("Checkpoint: The ruling") == ["record?id=k1"]

    def test_what_it_does_not_reach_is_named_under_it(self, theme: Visitor) -> None:
        far = theme.links("Checkpoint: Far off (due 2030-01-01)")
        assert far == ["record?id=k2"]
        assert theme.links("Checkpoint: Some time (open date)") == ["record?id=k3"]
        assert "Elsewhere" not in theme.text

    def test_one_is_added_from_there_with_its_theme(self, theme: Visitor) -> None:
        (link,) = theme.links("Add a checkpoint")
        assert link == "ahead?theme=consistency"
