"""The map drawn for what one makes: its lanes, its words, its address, its files."""

from datetime import date

import pytest

from tests.app.conftest import Keep
from tests.app.test_map import TITLE, open_map
from tests.app.visitor import Visitor
from tests.factories import NOW, a_note
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.production import MAKES
from themewatch.domain.theme import SLUGS
from themewatch.services.production import production
from themewatch.services.reference import catalogue

WORKS = production()
CARDS = "What one makes with it"


def lanes(visitor: Visitor) -> list[str]:
    """Return the lanes' names from the top down."""
    names = visitor.chart["layout"]["yaxis"]["ticktext"]
    return [name.replace("&amp;", "&") for name in names]


def themes(make: str) -> list[str]:
    return [catalogue().theme(need.theme).name for need in WORKS[make].needs]


def brackets(visitor: Visitor) -> list[float]:
    shapes = visitor.chart["layout"]["shapes"]
    return [shape["xanchor"] for shape in shapes if shape["type"] == "path"]


@pytest.mark.parametrize("make", MAKES)
def test_a_link_to_a_work_opens_its_lanes_in_order_of_weight(
    visitor: Visitor, make: str
) -> None:
    open_map(visitor, make=make)
    assert visitor.field("What I make").value == make
    assert lanes(visitor) == themes(make)
    assert brackets(visitor) == [need.stage for need in WORKS[make].needs]


def test_without_a_choice_everything_is_shown(visitor: Visitor) -> None:
    open_map(visitor)
    assert visitor.field("What I make").value == "everything"
    assert len(lanes(visitor)) == len(SLUGS)
    assert brackets(visitor) == []


@pytest.mark.parametrize("make", ["opera", "everything", ""])
def test_an_unknown_work_in_the_address_means_everything(
    visitor: Visitor, make: str
) -> None:
    open_map(visitor, make=make)
    assert len(lanes(visitor)) == len(SLUGS)
    assert CARDS in visitor.text


def test_a_work_that_is_chosen_goes_into_the_address(visitor: Visitor) -> None:
    open_map(visitor).put("What I make", "b-roll").run()
    assert visitor.app.query_params["make"] == "b-roll"
    assert lanes(visitor) == themes("b-roll")
    visitor.put("What I make", "everything").run()
    assert "make" not in visitor.app.query_params


def test_an_order_that_was_chosen_holds_for_every_work(visitor: Visitor) -> None:
    open_map(visitor, make="storyboarding", order="position")
    furthest = sorted(
        WORKS["storyboarding"].needs,
        key=lambda need: catalogue().theme(need.theme).baseline,
        reverse=True,
    )
    names = [catalogue().theme(need.theme).name for need in furthest]
    assert lanes(visitor) == names != themes("storyboarding")


def test_the_order_that_needs_no_choice_is_named_by_what_it_is(
    visitor: Visitor,
) -> None:
    open_map(visitor)
    assert visitor.field("Order").options[0] == "as in the course"
    of_work = open_map(Visitor(), make="b-roll").field("Order").options
    assert of_work[0] == "what matters most first"


def test_before_any_test_a_work_rests_on_the_course_s_map(visitor: Visitor) -> None:
    text = open_map(visitor, make="storyboarding").text
    assert (
        "3 of 4 themes are far enough on the course's map; none is tested here yet. "
        "Not far enough yet: Consistency & control (Growing, needs Maturing). "
        "Only vendors say it is (◇): Consistency & control."
    ) in text
    assert "by tests" not in text


def test_tests_make_a_theme_be_there_and_claims_do_not(
    visitor: Visitor, keep: Keep
) -> None:
    for person in ("Ann", "Ben", "Cleo", "Dora"):
        keep(
            a_note(person=person, verdict=Verdict.DEPENDABLE, rigor=Rigor.FIXED),
            a_note(person=person, verdict=Verdict.BREAKS, theme="editing-fidelity"),
        )
    text = open_map(visitor, make="storyboarding").text
    assert (
        "1 of 4 themes is far enough by tests, 2 more on the course's map alone."
        in text
    )
    assert "Not far enough yet: Editing fidelity (Early, needs Growing)." in text
    assert "Only vendors say it is (◇): Editing fidelity." in text


def test_a_row_says_what_the_work_asks_of_its_theme(visitor: Visitor) -> None:
    text = open_map(visitor, make="visual-effects").text
    rows = text[text.index("The map in words") :]
    for need in WORKS["visual-effects"].needs:
        assert f"This work asks: {need.asks}" in rows
        assert need.because in rows
    assert "What to watch: Stable video edits, Seamless inpainting" in rows
    assert "This work asks" not in open_map(Visitor()).text


def test_how_the_work_was_done_and_what_is_gained_stands_above_the_map(
    visitor: Visitor,
) -> None:
    text = open_map(visitor, make="b-roll").text
    work = WORKS["b-roll"]
    assert f"B-roll · {work.asks}" in text
    assert f"Before: {work.before} Now: {work.now} The gain: {work.gain}" in text
    assert text.index(work.asks) < text.index("What moved")


def test_cards_say_where_each_work_stands(visitor: Visitor, keep: Keep) -> None:
    keep(a_note())
    text = open_map(visitor).text
    cards = text[text.index(CARDS) : text.index("The map in words")]
    for work in WORKS.values():
        assert work.name in cards
    assert "Weakest link: Editing fidelity" in cards
    assert CARDS not in open_map(Visitor(), make="b-roll").text


@pytest.mark.parametrize("make", MAKES)
def test_a_card_chooses_its_work_and_nothing_else(visitor: Visitor, make: str) -> None:
    open_map(visitor, order="gap").app.get_by_key(f"make-{make}").click()
    visitor.run()
    assert visitor.app.query_params == {"order": "gap", "make": make}
    assert visitor.field("What I make").value == make
    assert set(lanes(visitor)) == set(themes(make))


def test_what_moved_speaks_of_the_lanes_that_are_shown(
    visitor: Visitor, keep: Keep
) -> None:
    keep(a_note(theme="native-audio", tested_on=date(2026, 9, 20), recorded_at=NOW))
    text = open_map(visitor, make="b-roll").text
    moved = text[text.index("What moved") : text.index("What to test next")]
    assert "Native audio in video" in moved
    text = open_map(Visitor(), make="storyboarding").text
    assert "Nothing that bears on this work since 2026-09-01." in text
    assert "no test was logged" not in text


def test_who_does_not_see_the_chart_hears_what_the_work_needs(
    visitor: Visitor,
) -> None:
    alt = open_map(visitor, make="visual-effects").chart_alt
    assert "Visual effects: 2 of 4 themes are far enough on the course's map" in alt
    assert "Needs Mature." in alt
    assert "Native audio" not in alt


def test_clicking_a_mark_opens_its_theme(visitor: Visitor) -> None:
    open_map(visitor, make="b-roll")
    points = [{"customdata": "longer-video"}]
    visitor.app.session_state["map_chart"] = {"selection": {"points": points}}
    visitor.run()
    assert visitor.title != TITLE
    assert visitor.title == "Longer, coherent video"


@pytest.mark.parametrize("make", MAKES)
def test_what_to_test_next_bears_on_the_work(visitor: Visitor, make: str) -> None:
    text = open_map(visitor, make=make).text
    after = text[text.index("What to test next") :].split("\n")
    assert after[1].strip() in themes(make)
