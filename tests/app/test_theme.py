"""The page of a theme: why it stands where it stands, adding up in plain sight."""

import re
from datetime import date, timedelta

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor, as_number
from tests.factories import NOW, a_claim, a_note, a_release, a_view
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.theme import SLUGS
from themewatch.services.reference import catalogue
from themewatch.ui import cache

EFFECT = re.compile(r"effect ([+−]\d\.\d\d)")


def open_theme(visitor: Visitor, slug: str = "consistency", **query: str) -> Visitor:
    visitor.open("theme", theme=slug, **query)
    assert visitor.title == catalogue().theme(slug).name
    return visitor


@pytest.mark.parametrize("slug", SLUGS)
def test_every_theme_has_its_page(visitor: Visitor, slug: str) -> None:
    text = open_theme(visitor, slug).text
    theme = catalogue().theme(slug)
    assert theme.about in text
    for signal in theme.signals:
        assert signal.watch_for in text


@pytest.mark.parametrize("slug", ["", "nope", "Consistency"])
def test_an_unknown_theme_in_the_address_means_the_first(
    visitor: Visitor, slug: str
) -> None:
    visitor.open("theme", theme=slug)
    assert visitor.title == catalogue().theme(SLUGS[0]).name


def test_another_theme_is_chosen_on_the_page(visitor: Visitor) -> None:
    open_theme(visitor).put("Theme", "text-rendering").run()
    assert visitor.title == "Text rendering"
    assert visitor.app.query_params["theme"] == "text-rendering"


def test_the_address_chooses_the_days(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(tested_on=date(2026, 5, 10)))
    open_theme(visitor, day="2026-06-01", since="2026-03-01")
    assert visitor.field("As of").value == date(2026, 6, 1)
    assert visitor.field("Compare with").value == date(2026, 3, 1)
    assert "1 test since 2026-03-01" in visitor.text
    assert "2026-02-01 to 2026-06-01" in visitor.chart_alt


def test_a_theme_nobody_has_tested_says_so(visitor: Visitor) -> None:
    assert "Tests: none here yet." in open_theme(visitor).text
    said = {
        "tests": "Nobody here has tested this theme yet.",
        "tools": "None yet. The first test of this theme starts the list.",
        "views": "Nobody here has said yet where they would place it.",
    }
    for part, sentence in said.items():
        assert sentence in open_theme(Visitor(), show=part).text


def test_what_to_watch_is_the_part_that_is_open_first(visitor: Visitor) -> None:
    assert open_theme(visitor).field("What to show").value == "watch"
    assert open_theme(Visitor(), show="nonsense").field("What to show").value == "watch"


def test_each_part_says_how_much_it_holds(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(tool="One"), a_note(tool="Two"), a_view(), a_release(), a_claim())
    text = open_theme(visitor).text
    signals = len(catalogue().theme("consistency").signals)
    assert f"What to watch {signals}" in text
    assert all(f"\n{said}\n" in text for said in ("Tests 2", "Views 1"))
    assert "\nTools tested here 2\n" in text


def test_only_the_open_part_is_drawn(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(observed="It held."), a_view(reason="It works for me."))
    open_theme(visitor, show="tests")
    assert "It held." in visitor.text
    assert "It works for me." not in visitor.text
    visitor.put("What to show", "views").run()
    assert "It held." not in visitor.text
    assert "It works for me." in visitor.text
    assert visitor.app.query_params["show"] == "views"


def test_the_sum_adds_up_in_plain_sight(visitor: Visitor, keep: Keep) -> None:
    keep(
        a_note(verdict=Verdict.BREAKS, rigor=Rigor.FIXED),
        a_note(person=REVIEWER, tries=8, acceptable=7),
        a_note(person=REVIEWER, theme="longer-video", verdict=Verdict.DEPENDABLE),
        a_view(person="Ida"),
    )
    sum_ = next(
        line for line in open_theme(visitor).text.split("\n") if "start" in line
    )
    assert "2 tests" in sum_
    assert "1 view" in sum_
    assert "tests of other themes by the same people and on the same tools" in sum_
    *terms, total = (as_number(number) for number in re.findall(r"[+−]?\d\.\d\d", sum_))
    assert sum(terms) == pytest.approx(total)
    position = cache.todays_assessment().now.positions["consistency"]
    assert total == pytest.approx(position.mean, abs=0.005)


def test_the_effects_of_the_tests_are_what_the_sum_says(
    visitor: Visitor, keep: Keep
) -> None:
    keep(
        a_note(verdict=Verdict.BREAKS, rigor=Rigor.FIXED),
        a_note(person=REVIEWER, tries=8, acceptable=7),
    )
    text = open_theme(visitor, show="tests").text
    (said,) = re.findall(r"2 tests ([+−]\d\.\d\d)", text)
    effects = [as_number(effect) for effect in EFFECT.findall(text)]
    assert len(effects) == 2
    assert sum(effects) == pytest.approx(as_number(said), abs=0.011)


def test_a_note_without_a_result_moves_nothing(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(verdict=None, observed="I liked the light."))
    text = open_theme(visitor, show="tests").text
    assert "I liked the light." in text
    assert f"{CONTRIBUTOR}, 2026-08-15 · moves nothing" in text


def test_a_note_later_than_the_day_is_not_there_yet(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_note(tested_on=date(2026, 8, 15), observed="Later than June."))
    then = open_theme(visitor, show="tests", day="2026-06-01")
    assert "Later than June." not in then.text
    assert "Later than June." in open_theme(Visitor(), show="tests").text


def test_a_note_taken_back_is_not_there(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(id="n1", observed="Was wrong."))
    visitor.open("record", id="n1").press("Take it back")
    assert "Was wrong." not in open_theme(visitor, show="tests").text


def test_each_thing_to_watch_says_what_was_tested(visitor: Visitor, keep: Keep) -> None:
    keep(
        a_note(signal="style-lock", tries=6, acceptable=4),
        a_note(signal="style-lock", person=REVIEWER, tries=4, acceptable=1),
    )
    text = open_theme(visitor).text
    card = text[text.index("Style lock") :]
    assert "2 tests, 2 people, 5 of 10 tries usable" in card[:300]


def test_each_thing_to_watch_leads_to_its_test(visitor: Visitor) -> None:
    links = open_theme(visitor, "longer-video").links("Test it")
    for signal in catalogue().theme("longer-video").signals:
        assert f"log?theme=longer-video&signal={signal.slug}" in links


def test_tools_are_compared_once_they_were_tried_enough(
    visitor: Visitor, keep: Keep
) -> None:
    keep(
        a_note(tool="Thrifty", tries=6, acceptable=5, price_usd=0.2, seconds=30),
        a_note(tool="Hasty", tries=2, acceptable=2, limits="Hands."),
    )
    tools = open_theme(visitor, show="tools").text
    thrifty, hasty = tools.index("Thrifty · "), tools.index("Hasty · ")
    assert thrifty < hasty  # those with too few tries come last
    assert "5 of 6 tries usable" in tools[thrifty:hasty]
    assert "US$0.20, 30 s per usable output" in tools[thrifty:hasty]
    assert "too few to compare" not in tools[thrifty:hasty]
    assert "too few to compare" in tools[hasty:]
    assert "fails: Hands." in tools[hasty:]


def test_claims_say_how_they_did(visitor: Visitor, keep: Keep) -> None:
    release = a_release()
    keep(release, a_claim(), a_claim(theme="text-rendering", signal=None))
    keep(
        a_note(release=release.id, tool=None, tries=9, acceptable=8),
        a_note(release=release.id, tool=None, person=REVIEWER, tries=8, acceptable=7),
    )
    text = open_theme(visitor, show="claims").text
    claim = text[text.index("Holds one look over many shots.") :]
    assert "✔ holds up · vendor says: Maturing" in claim[:120]
    text = open_theme(visitor, "text-rendering", show="claims").text
    claim = text[text.index("Holds one look over many shots.") :]
    assert "◇ untested" in claim[:120]


def test_a_view_stands_with_its_reason(visitor: Visitor, keep: Keep) -> None:
    keep(a_view(reason="It works for me."))
    text = open_theme(visitor, show="views").text
    assert "It works for me." in text
    assert "Growing, middle third" in text


def test_more_than_ten_tests_come_in_pages(visitor: Visitor, keep: Keep) -> None:
    keep(
        *(
            a_note(
                observed=f"Test number {n}!",
                tested_on=date(2026, 8, 1) + timedelta(days=n),
            )
            for n in range(12)
        )
    )
    first = open_theme(visitor, show="tests").text
    assert "Test number 11!" in first
    assert "Test number 1!" not in first
    visitor.app.pagination(key="tests_page").set_value(2)
    second = visitor.run().text
    assert "Test number 1!" in second
    assert "Test number 11!" not in second


def test_the_chart_runs_to_the_day_and_says_what_it_shows(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_note())
    alt = open_theme(visitor).chart_alt
    assert alt.startswith(f"Consistency & control, 2026-02-01 to {NOW.date()}")
    assert "1 test" in alt


def test_the_lower_cost_theme_speaks_of_cost(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(theme="lower-cost", verdict=Verdict.USUALLY))
    assert "a few variants" in open_theme(visitor, "lower-cost", show="tests").text


def test_a_month_chosen_in_a_long_history_lists_what_happened_in_it(
    visitor: Visitor, keep: Keep
) -> None:
    keep(
        a_note(tested_on=date(2023, 8, 1)),
        *(
            a_note(
                id=f"n{n}",
                tool=f"Tool {n}",
                tested_on=date(2025, 1 + n // 28, 1 + n % 28),
            )
            for n in range(28)
        ),
    )
    open_theme(visitor)
    marks = {trace["name"]: trace for trace in visitor.chart["data"]}["note"]
    assert marks["x"] == ["2023-08-01", "2025-01-01"]
    visitor.app.session_state["theme_chart"] = {
        "selection": {"points": [{"x": "2025-01-01"}]}
    }
    visitor.run()
    assert "\n2025-01\n" in visitor.text
    assert visitor.links("Tested: Tool 27") == ["record?id=n27"]


def test_until_somebody_tests_its_sign_is_open_as_on_the_map(
    visitor: Visitor, keep: Keep
) -> None:
    text = open_theme(visitor).text
    assert "◌ What tests show" in text
    assert "Growing, middle third, not tested here yet" in text
    keep(a_note(verdict=Verdict.SOMETIMES))
    text = open_theme(visitor).text
    assert "● What tests show" in text
    assert "◌" not in text
