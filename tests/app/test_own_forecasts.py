"""A forecast of one's own on the page of a theme, beside the map's."""

from datetime import date, timedelta

import pytest

from tests.app.conftest import Clock, Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_forecast
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.forecast import Forecast
from themewatch.domain.stage import Stage
from themewatch.services.forecasts import chances_on_map
from themewatch.services.house import House
from themewatch.services.log import take_back
from themewatch.ui import cache

THEME = "longer-video"
OCTOBER = date(2027, 10, 31)
LABEL = "Maturing by October 2027: your per cent"


def open_theme(visitor: Visitor, **query: str) -> Visitor:
    visitor.open("theme", theme=THEME, **query)
    assert visitor.title == "Longer, coherent video"
    return visitor


def give(visitor: Visitor, per_cent: int | None = 35, label: str = LABEL) -> Visitor:
    return visitor.put(label, per_cent).press("Keep my forecast")


def named(visitor: Visitor) -> Visitor:
    """Open the theme as somebody whose name is known."""
    open_theme(visitor).app.text_input(key="tester_name").set_value(CONTRIBUTOR)
    return visitor.run()


def the_forecast() -> Forecast:
    (forecast,) = cache.evidence().forecasts
    return forecast


def test_it_is_kept_with_what_the_map_says_at_that_moment(visitor: Visitor) -> None:
    today = cache.todays_assessment()
    chances = chances_on_map(today, THEME, Stage.MATURING, OCTOBER)
    give(named(visitor))
    found = the_forecast()
    assert (found.theme, found.stage, found.by) == (THEME, Stage.MATURING, OCTOBER)
    assert (found.person, found.on, found.chance) == (CONTRIBUTOR, NOW.date(), 0.35)
    assert (found.estimated, found.unchanged) == chances
    assert "Maturing by October 2027: 35 % · the map: " in visitor.saved
    assert "It is scored on 2027-10-31." in visitor.saved


def test_the_sentence_is_the_one_chosen_above(visitor: Visitor) -> None:
    open_theme(visitor, stage="mature", by="2026-12")
    visitor.app.text_input(key="tester_name").set_value(CONTRIBUTOR)
    give(visitor.run(), 0, "Mature by December 2026: your per cent")
    assert the_forecast().stage is Stage.MATURE
    assert the_forecast().by == date(2026, 12, 31)
    assert the_forecast().chance == 0


def test_a_name_is_asked_for_where_none_is_known_and_stays(visitor: Visitor) -> None:
    open_theme(visitor).put("Your name", REVIEWER)
    give(visitor)
    assert the_forecast().person == REVIEWER
    assert visitor.app.text_input(key="tester_name").value == REVIEWER


def test_what_is_missing_is_said_and_what_was_typed_stays(visitor: Visitor) -> None:
    give(open_theme(visitor), 35)
    assert visitor.problems == ["Your name is missing: it stands beside the forecast."]
    assert visitor.field(LABEL).value == 35
    give(visitor, None)
    assert len(visitor.problems) == 2
    assert cache.evidence().forecasts == ()


def test_a_second_press_before_the_emptied_form_is_drawn_is_let_go(
    visitor: Visitor,
) -> None:
    give(named(visitor))
    visitor.app.session_state[f"forecast-{THEME}-round"] = 2  # emptied, not yet drawn
    visitor.press("Keep my forecast")
    assert visitor.problems == []
    assert the_forecast().chance == 0.35


def test_it_is_undone_and_put_back(visitor: Visitor) -> None:
    give(named(visitor)).press("Undo")
    assert cache.evidence().forecasts == ()
    assert "Taken back." in visitor.saved
    visitor.press("Put it back")
    assert the_forecast().chance == 0.35


def test_the_same_sentence_may_be_forecast_again(visitor: Visitor) -> None:
    give(give(named(visitor)), 60)
    assert [f.chance for f in cache.evidence().forecasts] == [0.35, 0.6]


def test_what_was_said_of_this_theme_stands_below_the_newest_first(
    visitor: Visitor, keep: Keep
) -> None:
    keep(
        a_forecast(theme=THEME, on=date(2026, 8, 1), person="Old"),
        a_forecast(theme=THEME, on=date(2026, 9, 1), person="New"),
        a_forecast(theme="consistency", person="Elsewhere"),
    )
    text = open_theme(visitor).text
    assert text.index("New, 2026-09-01") < text.index("Old, 2026-08-01")
    assert "Elsewhere" not in text
    assert "40 % · the map: 22 % · no change: 3 %" in text


def test_on_another_days_map_none_is_asked_for(visitor: Visitor) -> None:
    open_theme(visitor, day="2026-08-01")
    assert not visitor.has_button("Keep my forecast")
    assert visitor.links("Go to today") == [f"theme?theme={THEME}"]


class TestItsOwnPage:
    def open_record(self, visitor: Visitor) -> Visitor:
        visitor.open("record", id="f1")
        assert visitor.title == "Piece of evidence"
        return visitor

    @pytest.fixture
    def fresh(self, keep: Keep) -> None:
        keep(a_forecast(id="f1", theme=THEME, on=NOW.date(), recorded_at=NOW))

    @pytest.mark.usefixtures("fresh")
    def test_it_says_all_that_was_kept(self, visitor: Visitor) -> None:
        text = self.open_record(visitor).text
        for words in ("Maturing by June 2027", "40 %", "22 %", "3 %", CONTRIBUTOR):
            assert words in text
        assert visitor.links("All forecasts") == ["ahead?view=forecasts"]

    @pytest.mark.usefixtures("fresh")
    def test_within_a_day_it_is_taken_back_and_never_corrected(
        self, visitor: Visitor
    ) -> None:
        self.open_record(visitor)
        assert "correct" not in visitor.app.session_state
        visitor.press("Take it back")
        assert cache.evidence().forecasts == ()
        visitor.press("Put it back")
        assert the_forecast().id == "f1"

    @pytest.mark.usefixtures("fresh")
    def test_after_a_day_it_stands_and_offers_nothing(
        self, visitor: Visitor, clock: Clock
    ) -> None:
        clock.moment = NOW + timedelta(days=1)
        text = self.open_record(visitor).text
        assert "A forecast stands from a day after it was kept" in text
        assert not visitor.has_button("Take it back")

    @pytest.mark.usefixtures("fresh")
    def test_taken_back_it_is_not_put_back_after_a_day(
        self, visitor: Visitor, clock: Clock, house: House
    ) -> None:
        with house.writing() as db:
            take_back(db, "f1", by=CONTRIBUTOR, now=NOW)
        clock.moment = NOW + timedelta(days=2)
        self.open_record(visitor)
        assert not visitor.has_button("Put it back")
        assert visitor.warnings

    @pytest.mark.usefixtures("fresh")
    def test_a_page_left_open_is_told_that_it_stands(
        self, visitor: Visitor, clock: Clock
    ) -> None:
        self.open_record(visitor)
        clock.moment = NOW + timedelta(days=1)
        visitor.press("Take it back")
        (problem,) = visitor.problems
        assert problem.startswith("This forecast stands")
        assert the_forecast().id == "f1"
