"""The map page: what it says, when it is worked out, what its address decides."""

from datetime import date, timedelta

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_claim, a_note, a_release, a_view
from tests.people import REVIEWER
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.theme import SLUGS
from themewatch.resources import read_csv
from themewatch.services.house import House
from themewatch.services.log import take_back
from themewatch.services.reference import catalogue
from themewatch.ui import cache

TITLE = "What vendors say, and what tests show"
NOBODY = "Nobody here has tested"
TODAY = NOW.date()


def open_map(visitor: Visitor, **query: str) -> Visitor:
    visitor.open("map", **query)
    assert visitor.title == TITLE
    return visitor


def claims_since_the_course() -> int:
    drawn_on = catalogue().baseline_on.isoformat()
    newer = {r["slug"] for r in read_csv("releases.csv") if r["released_on"] > drawn_on}
    return sum(claim["release"] in newer for claim in read_csv("claims.csv"))


def test_the_banner_counts_the_claims_made_since_the_course(visitor: Visitor) -> None:
    text = open_map(visitor).text
    assert f"with {claims_since_the_course()} claims vendors have made since" in text
    assert f"{NOBODY} any of them." in text


def test_the_banner_offers_to_follow_a_theme_or_to_log_a_test(visitor: Visitor) -> None:
    visitor.open("map")
    assert visitor.links("Follow a theme for a month") == ["journal?"]
    assert visitor.links("Log a test")[0] == "log?"


def test_the_banner_goes_when_somebody_has_tested(visitor: Visitor, keep: Keep) -> None:
    open_map(visitor)
    keep(a_note())
    assert "This is the course's map" not in open_map(visitor).text


def test_the_banner_stays_while_there_are_views_alone(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_view())
    assert "This is the course's map" in open_map(visitor).text


def test_a_closed_banner_is_closed_for_everybody(visitor: Visitor) -> None:
    open_map(visitor).press("Close")
    assert "This is the course's map" not in visitor.text
    assert "This is the course's map" not in open_map(Visitor()).text


class TestOnABareDatabase:
    @pytest.fixture
    def is_bare(self) -> bool:
        return True

    def test_the_banner_claims_no_claims(self, visitor: Visitor) -> None:
        text = open_map(visitor).text
        assert "the course's map of early 2026. Nobody here has tested anything" in text

    def test_the_banner_counts_one_claim_as_one(
        self, visitor: Visitor, keep: Keep
    ) -> None:
        keep(a_release(), a_claim())
        text = open_map(visitor).text
        assert "with 1 claim vendors have made since. Nobody here has tested it" in text

    def test_vendors_say_nothing_with_too_few_claims(self, visitor: Visitor) -> None:
        text = open_map(visitor).text
        assert text.count("Vendors: too few claims to say.") >= len(SLUGS)
        assert "claims: " not in text


def test_the_map_is_worked_out_once_while_evidence_stays(visitor: Visitor) -> None:
    open_map(visitor)
    first = cache.todays_assessment()
    for page in ("theme", "log", "releases", "map"):
        visitor.open(page)
    visitor.put("Your name", "Ann").run()
    visitor.press("Close")
    assert cache.todays_assessment() is first


def test_the_map_is_worked_out_again_when_somebody_logs(visitor: Visitor) -> None:
    open_map(visitor)
    first = cache.todays_assessment()
    visitor.open("log", theme="longer-video")
    visitor.put("Your name", "Ann").put("Model or tool", "Veo 3.1")
    visitor.put("What happened?", Verdict.USUALLY).press("Save")
    second = cache.todays_assessment()
    visitor.press("Undo")
    third = cache.todays_assessment()
    assert len({id(first), id(second), id(third)}) == 3


def test_the_map_follows_what_another_process_writes(
    visitor: Visitor, keep: Keep, house: House
) -> None:
    open_map(visitor)
    first = cache.todays_assessment()
    note = a_note()
    keep(note)
    second = cache.todays_assessment()
    assert second is not first
    assert [n.id for n in second.evidence.notes] == [note.id]
    with house.writing() as db:
        take_back(db, note.id, by=REVIEWER, now=NOW)
    assert cache.todays_assessment().evidence.notes == ()


def test_the_address_chooses_the_day_and_the_day_to_compare_with(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_note(tested_on=date(2026, 5, 10)), a_note(tested_on=date(2026, 8, 15)))
    open_map(visitor, as_of="2026-06-01", compare="2026-03-01")
    assert visitor.chart_alt.startswith("Maturity map as of 2026-06-01.")
    assert visitor.field("As of").value == date(2026, 6, 1)
    assert visitor.field("Compare with").value == date(2026, 3, 1)
    assert "1 test since 2026-03-01" in visitor.text


def test_before_any_test_the_map_is_the_course_s(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(tested_on=date(2026, 8, 15), verdict=Verdict.DEPENDABLE))
    lane = _lane(open_map(visitor, as_of="2026-03-01"), "Consistency & control")
    assert "Growing, middle third, not tested here yet" in lane


def test_no_day_in_the_address_means_today_and_a_month_before(
    visitor: Visitor,
) -> None:
    open_map(visitor)
    assert visitor.field("As of").value == TODAY
    assert visitor.field("Compare with").value == TODAY - timedelta(days=30)


@pytest.mark.parametrize("day", ["soon", "2026-13-40", "2030-01-01", ""])
def test_a_day_that_cannot_be_means_today(visitor: Visitor, day: str) -> None:
    open_map(visitor, as_of=day)
    assert visitor.field("As of").value == TODAY


def test_a_comparison_later_than_the_map_falls_back(visitor: Visitor) -> None:
    open_map(visitor, as_of="2026-03-01", compare="2026-06-01")
    assert visitor.field("Compare with").value == date(2026, 1, 30)


def test_lanes_stand_in_the_order_of_the_address(visitor: Visitor) -> None:
    lesson = [theme.name for theme in catalogue().themes.values()]
    assert _names(open_map(visitor)) == lesson
    furthest = sorted(
        catalogue().themes.values(), key=lambda theme: theme.baseline, reverse=True
    )
    by_position = _names(open_map(visitor, order="position"))
    assert by_position == [theme.name for theme in furthest]
    assert _names(open_map(visitor, order="alphabet")) == lesson


def test_an_order_that_is_chosen_goes_into_the_address(visitor: Visitor) -> None:
    open_map(visitor).put("Order", "doubt").run()
    assert visitor.app.query_params["order"] == "doubt"
    visitor.put("Order", "lesson").run()
    assert "order" not in visitor.app.query_params


def test_clicking_a_mark_opens_its_theme(visitor: Visitor) -> None:
    open_map(visitor)
    points = [{"customdata": "longer-video"}]
    visitor.app.session_state["map_chart"] = {"selection": {"points": points}}
    visitor.run()
    assert visitor.title == "Longer, coherent video"


def test_every_mark_knows_its_theme(visitor: Visitor) -> None:
    traces = open_map(visitor).chart["data"]
    marks = [t for t in traces if t.get("mode") == "markers"]
    assert len(marks) == 3  # ○ ◇ ●
    assert all(set(t["customdata"]) == set(SLUGS) for t in marks)


def test_what_moved_names_the_themes_that_moved_and_no_other(
    visitor: Visitor, keep: Keep
) -> None:
    assert "Nothing since 2026-09-01: no test was logged." in open_map(visitor).text
    for person in ("Ann", "Ben", "Cleo"):
        keep(
            a_note(
                theme="longer-video",
                person=person,
                tested_on=date(2026, 9, 20),
                recorded_at=NOW,
                verdict=Verdict.DEPENDABLE,
                rigor=Rigor.FIXED,
            )
        )
    text = open_map(Visitor()).text
    moved = text[text.index("What moved") : text.index("What to test next")]
    assert "Longer, coherent video" in moved
    assert "▲ up, 3 tests since 2026-09-01" in moved
    assert "Native audio in video" not in moved


def test_what_to_test_next_leads_to_the_form_with_that_claim(
    visitor: Visitor,
) -> None:
    open_map(visitor)
    (address,) = visitor.links("Test this claim")
    page, _, query = address.partition("?")
    assert page == "log"
    assert "theme=" in query
    assert "claim=" in query
    assert "ready=true" in query  # with the test at hand, as from the list


def test_the_map_in_words_has_a_row_a_theme(visitor: Visitor) -> None:
    open_map(visitor)
    for slug, theme in catalogue().themes.items():
        assert f"theme?theme={slug}" in visitor.links(theme.name)


def test_the_map_says_the_same_to_those_who_do_not_see_it(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_note())
    alt = open_map(visitor).chart_alt
    assert (
        "Consistency & control: Vendors: Maturing. Tests: Growing (few tests)." in alt
    )


def _names(visitor: Visitor) -> list[str]:
    ticks = visitor.chart["layout"]["yaxis"]["ticktext"]
    return [name.replace("&amp;", "&") for name in ticks]


def _lane(visitor: Visitor, name: str) -> str:
    text = visitor.text
    words = text[text.index("The map in words") :]
    return words[words.index(name) :].split("Log a test")[1]
