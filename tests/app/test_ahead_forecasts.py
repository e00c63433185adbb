"""The forecasts of people here: open, scored, and how good they are together."""

from datetime import date
from typing import Any

from tests.app.ahead_in_app import open_ahead, order
from tests.app.conftest import Clock, Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_forecast
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.forecast import Forecast
from themewatch.domain.stage import Stage


class TestForecasts:
    def open_forecasts(self, visitor: Visitor) -> Visitor:
        return open_ahead(visitor, view="forecasts")

    def come(self, number: int = 1, **changes: Any) -> list[Forecast]:
        """Return forecasts whose day has come, which did not come true."""
        fields = {"by": date(2026, 9, 30), "stage": Stage.MATURE, "chance": 0.2}
        return [a_forecast(**fields | changes) for _ in range(number)]

    def test_without_any_the_page_says_where_to_begin(self, visitor: Visitor) -> None:
        self.open_forecasts(visitor)
        assert "Nobody here has given a forecast yet." in visitor.text
        assert visitor.links("Forecast a theme") == ["theme?"]

    def test_open_ones_stand_by_day_with_all_three_chances(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_forecast(id="f1"), a_forecast(by=date(2026, 12, 31)))
        text = self.open_forecasts(visitor).text
        assert "40 % · the map: 22 % · no change: 3 %" in text
        assert f"{CONTRIBUTOR}, 2026-09-01" in text
        titles = [
            "Consistency & control: Maturing by December 2026",
            "Consistency & control: Maturing by June 2027",
        ]
        assert order(text, *titles) == sorted(order(text, *titles))
        assert "record?id=f1" in visitor.links("Open")

    def test_a_scored_one_says_what_came_and_who_was_closer(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(*self.come(estimated=0.6, unchanged=0.1))
        text = self.open_forecasts(visitor).text
        assert "Mature by September 2026: did not come true" in text
        assert (
            "score: 0.04 · the map: 0.36 · no change: 0.01 (closer than the map)"
        ) in text

    def test_its_day_comes_with_the_clock(
        self, visitor: Visitor, keep: Keep, clock: Clock
    ) -> None:
        keep(a_forecast(by=date(2026, 10, 31), stage=Stage.GROWING))
        assert "Open forecasts" in self.open_forecasts(visitor).text
        clock.moment = NOW.replace(month=11)
        text = self.open_forecasts(visitor).text
        assert "Open forecasts" not in text
        assert "came true" in text

    def test_under_five_it_is_too_few_to_say(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(*self.come(4))
        text = self.open_forecasts(visitor).text
        assert "All of us together: too few to say (4 scored)." in text
        assert not visitor.app.table

    def test_from_five_on_the_means_stand_in_a_table(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(*self.come(6, estimated=0.1, unchanged=0.3))
        text = self.open_forecasts(visitor).text
        assert "All of us together: further off than the map, over 6 forecasts." in text
        (table,) = visitor.app.table
        assert table.value.to_dict("records") == [
            {
                "Mean score": "All of us together",
                "people": "0.04",
                "the map": "0.01",
                "no change": "0.09",
            }
        ]

    def test_one_sees_ones_own_mean_and_nobody_elses(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(*self.come(5), *self.come(5, person=REVIEWER, chance=0.5))
        visitor.open("log").app.text_input(key="tester_name").set_value(REVIEWER)
        self.open_forecasts(visitor.run())
        (table,) = visitor.app.table
        own = {
            row["Mean score"]: row["people"] for row in table.value.to_dict("records")
        }
        assert own == {"All of us together": "0.14", "You": "0.25"}
