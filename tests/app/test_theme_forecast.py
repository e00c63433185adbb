"""The forecast on the page of a theme: a sentence one may ask for, and its chance."""

from datetime import date
from typing import Any

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import a_note
from tests.people import REVIEWER
from themewatch.charts.chances import forecast_sentence
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.stage import Stage
from themewatch.services.forecast import chance_by, chance_today
from themewatch.ui import cache

THEME = "consistency"
OCTOBER = date(2027, 10, 31)


def open_theme(visitor: Visitor, slug: str = THEME, **query: str) -> Visitor:
    visitor.open("theme", theme=slug, **query)
    assert "Forecast" in visitor.text
    return visitor


def sentence(visitor: Visitor) -> str:
    lines = (line.strip() for line in visitor.text.split("\n"))
    return next(line for line in lines if line.endswith(" %") and " by " in line)


def mature_tests() -> list[Any]:
    return [
        a_note(
            person=person,
            tool=tool,
            verdict=Verdict.DEPENDABLE,
            rigor=Rigor.FIXED,
            tested_on=date(2026, 8, day),
        )
        for person, tool, day in (("Ann", "A", 1), ("Bo", "B", 9), (REVIEWER, "C", 20))
    ]


def test_the_next_stage_in_a_year_is_asked_for_first(visitor: Visitor) -> None:
    open_theme(visitor)
    chance = chance_by(cache.todays_assessment(), THEME, Stage.MATURING, OCTOBER)
    assert sentence(visitor) == forecast_sentence(Stage.MATURING, OCTOBER, chance)
    assert sentence(visitor).startswith("Maturing by October 2027: ")


def test_where_a_theme_is_mature_that_it_stays_so_is_asked_for(
    visitor: Visitor, keep: Keep
) -> None:
    keep(*mature_tests())
    text = open_theme(visitor).text
    assert sentence(visitor).startswith("Mature by October 2027: ")
    assert "stands in Mature at the end of October 2027" in text


def test_the_address_asks_for_a_stage_and_a_month(visitor: Visitor) -> None:
    open_theme(visitor, stage="mature", by="2027-06")
    assert sentence(visitor).startswith("Mature by June 2027: ")
    chance = chance_by(
        cache.todays_assessment(), THEME, Stage.MATURE, date(2027, 6, 30)
    )
    assert sentence(visitor).endswith(f": {chance:.0%}".replace("%", " %"))


def test_the_page_asks_for_a_stage_and_a_month(visitor: Visitor) -> None:
    open_theme(visitor).put("Stage", "growing").put("By the end of", "2028-01").run()
    assert sentence(visitor).startswith("Growing by January 2028: ")
    assert visitor.app.query_params["stage"] == "growing"
    assert visitor.app.query_params["by"] == "2028-01"
    assert "stands in Growing, or beyond, at the end of January 2028" in visitor.text


@pytest.mark.parametrize(
    "query",
    [
        {"stage": "early"},
        {"stage": "Mature"},
        {"by": "2026-09"},
        {"by": "2028-11"},
        {"by": "soon", "stage": "?"},
    ],
    ids=str,
)
def test_what_cannot_be_asked_for_means_what_is_usual(
    visitor: Visitor, query: dict[str, str]
) -> None:
    open_theme(visitor, **query)
    assert sentence(visitor).startswith("Maturing by October 2027: ")


def test_the_months_on_offer_are_those_of_two_years(visitor: Visitor) -> None:
    months = open_theme(visitor).field("By the end of").options
    assert (months[0], months[-1], len(months)) == ("October 2026", "October 2028", 25)


def test_the_sentence_stands_beside_what_holds_already(visitor: Visitor) -> None:
    open_theme(visitor)
    already = chance_today(cache.todays_assessment(), THEME, Stage.MATURING)
    assert f"today: {already:.0%}".replace("%", " %") in visitor.text


def test_a_forecast_of_a_past_day_is_the_one_of_then(
    visitor: Visitor, keep: Keep
) -> None:
    open_theme(visitor, day="2026-06-01", stage="mature", by="2027-06")
    then, said = sentence(visitor), visitor.text
    assert "on 2026-06-01: " in said
    keep(*mature_tests())
    assert sentence(open_theme(Visitor(), stage="mature", by="2027-06")) != then
    again = open_theme(Visitor(), day="2026-06-01", stage="mature", by="2027-06")
    assert sentence(again) == then


def test_a_day_before_all_evidence_has_a_forecast_too(visitor: Visitor) -> None:
    open_theme(visitor, day="2019-12-31", since="2019-12-01")
    assert sentence(visitor).startswith("Maturing by December 2020: ")


def test_a_forecast_of_what_nobody_tested_says_so(visitor: Visitor, keep: Keep) -> None:
    said = "Nobody here has tested it yet, so there is little to go by."
    assert said in open_theme(visitor).text
    keep(a_note())
    assert said not in open_theme(visitor).text


def test_the_chart_reaches_to_the_month_asked_for(visitor: Visitor) -> None:
    open_theme(visitor, by="2027-06")
    traces = {trace["name"]: trace for trace in visitor.chart["data"]}
    assert traces["ahead"]["x"][0] == traces["●"]["x"][-1] == "2026-10-01"
    assert traces["ahead"]["x"][-1] == "2027-06-30"
    assert "Forecast to 2027-06-30: Growing, middle third" in visitor.chart_alt
    assert "today" in [note["text"] for note in visitor.chart["layout"]["annotations"]]


def test_the_chart_of_a_past_day_names_it(visitor: Visitor) -> None:
    open_theme(visitor, day="2026-06-01")
    notes = [note["text"] for note in visitor.chart["layout"]["annotations"]]
    assert "2026-06-01" in notes
    assert "today" not in notes
