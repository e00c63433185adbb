"""The Editions page, and what editions change on the map and on a theme's page."""

import re
from datetime import date, timedelta

import pytest

from tests.app.conftest import Keep
from tests.app.signed_in import SignedIn
from tests.app.visitor import Visitor
from tests.factories import NOW, a_note
from tests.people import CONTRIBUTOR, NAMES, REVIEWER
from tests.reviewing import a_decision, a_review
from themewatch.domain.person import Role
from themewatch.domain.review import DecisionKind
from themewatch.domain.theme import SLUGS
from themewatch.services.edition_feed import may_follow
from themewatch.services.editions import Wish, list_editions, publish
from themewatch.services.house import House
from themewatch.storage import reviews

TODAY = NOW.date()
BEFORE = TODAY - timedelta(days=20)


@pytest.fixture
def published(house: House, keep: Keep) -> date:
    """Return the day of an edition, since which a test came."""
    at = NOW - timedelta(days=20)
    keep(a_note(recorded_at=at - timedelta(days=1)))
    with house.writing() as db:
        publish(db, Wish("Summer", BEFORE, REVIEWER, "It was quiet."), now=at)
    keep(a_note(tested_on=TODAY, recorded_at=NOW - timedelta(hours=1)))
    return BEFORE


def test_the_map_is_compared_with_the_last_edition(
    visitor: Visitor, published: date
) -> None:
    visitor.open("map")
    assert visitor.field("Compare with").value == published
    assert "1 test since edition 1" in visitor.text
    assert "since edition 1" in visitor.chart_alt


def test_a_day_before_the_first_edition_is_compared_with_a_month_before(
    visitor: Visitor, published: date
) -> None:
    day = published - timedelta(days=1)
    visitor.open("map", as_of=day.isoformat())
    assert visitor.field("Compare with").value == day - timedelta(days=30)
    assert "since edition" not in visitor.text


def test_the_day_of_an_edition_is_compared_with_what_was_before(
    visitor: Visitor, published: date
) -> None:
    visitor.open("map", as_of=published.isoformat())
    assert visitor.field("Compare with").value == published - timedelta(days=30)


def test_a_theme_says_what_changed_since_the_edition(
    visitor: Visitor, published: date
) -> None:
    visitor.open("theme", theme="consistency")
    assert visitor.field("Compare with").value == published
    assert "Since edition 1" in visitor.text
    assert f"1 edition; edition 1 of {published} placed it at" in visitor.chart_alt


def test_who_publishes_gives_a_name(visitor: Visitor, house: House) -> None:
    open_editions(visitor).put("Title", "Autumn").press("Publish edition 1")
    assert visitor.problems == [
        "An edition bears a name: give yours at the left first."
    ]
    with house.reading() as db:
        assert list_editions(db) == []


def test_the_map_leads_to_the_edition_it_is_compared_with(
    visitor: Visitor, published: date
) -> None:
    assert published
    assert visitor.open("map").links("Read edition 1") == ["editions?edition=1"]


def open_editions(visitor: Visitor, **query: str) -> Visitor:
    return visitor.open("editions", **query)


def publish_one(visitor: Visitor, title: str) -> Visitor:
    visitor.put("Your name", REVIEWER)
    visitor.put("Title", title)
    visitor.put("Note", "It was quiet.\nFaces hold.")
    return visitor.press("Publish edition 1")


def test_before_the_first_edition_the_page_says_what_to_do(visitor: Visitor) -> None:
    open_editions(visitor)
    assert visitor.title == "Editions"
    assert "No edition was published yet" in visitor.text
    assert "What would be published: the map of" in visitor.text


def test_publishing_turns_to_the_edition_and_says_so_once(
    visitor: Visitor, house: House
) -> None:
    publish_one(open_editions(visitor), "Autumn")
    assert visitor.app.query_params["edition"] == "1"
    assert visitor.title == "Edition 1: Autumn"
    assert "Published. What comes later goes into the next edition" in visitor.text
    assert "Faces hold." in visitor.text
    assert "Published. What" not in visitor.run().text
    with house.reading() as db:
        [edition] = list_editions(db)
    assert (edition.published_by, edition.as_of) == (REVIEWER, TODAY)


def test_an_edition_without_a_title_is_refused_and_keeps_what_was_typed(
    visitor: Visitor, house: House
) -> None:
    publish_one(open_editions(visitor), "  ")
    assert any("needs a title" in problem for problem in visitor.problems)
    assert visitor.field("Note").value == "It was quiet.\nFaces hold."
    with house.reading() as db:
        assert list_editions(db) == []


def test_an_edition_shows_what_was_published_whatever_came_since(
    visitor: Visitor, published: date
) -> None:
    open_editions(visitor, edition="1")
    assert visitor.title == "Edition 1: Summer"
    assert f"The map of {published}" in visitor.text
    assert "Nothing was decided with this edition" in visitor.text
    assert "The evidence it rests on" in visitor.text
    assert "the same figures" in visitor.text
    assert visitor.chart_alt.startswith(f"Maturity map as of {published}.")


def test_the_evidence_of_an_edition_is_told_with_its_effect(
    visitor: Visitor, published: date
) -> None:
    assert published
    open_editions(visitor, edition="1", of="consistency")
    assert "Vision 1 · sometimes works" in visitor.text
    assert "The jacket changes colour" in visitor.text


def test_what_we_do_now_leads_an_edition(
    visitor: Visitor, house: House, keep: Keep
) -> None:
    keep(a_note())
    decision = a_decision(version=1, kind=DecisionKind.PLACE, position=2.2)
    with house.writing() as db:
        reviews.add_review(db, a_review())
        reviews.add_decision(db, decision)
    open_editions(visitor)
    assert visitor.field("Title").value == "September"
    assert f"Try it: {CONTRIBUTOR} sees to it" in visitor.text
    visitor.put("Your name", REVIEWER).press("Publish edition 1")
    text = visitor.text
    assert text.index("Try it: ") < text.index("The map in words")
    assert "The team places it at: Maturing, lower third" in text
    assert "with the decisions of “September”" in text


def test_what_only_confirms_is_told_in_one_line(visitor: Visitor, house: House) -> None:
    new = a_decision(theme="longer-video", version=1, position=2.2)
    same = [
        a_decision(theme=theme, version=1, kind=DecisionKind.UNCHANGED, reason="")
        for theme in ("consistency", "multimodality")
    ]
    with house.writing() as db:
        reviews.add_review(db, a_review(themes=SLUGS))
        for decision in (*same, new):
            reviews.add_decision(db, decision)
    said = "Try it, no change: Consistency & control, Multimodality ("
    assert said in open_editions(visitor).text
    visitor.put("Your name", REVIEWER).press("Publish edition 1")
    text = visitor.text
    assert text.index("a place of our own") < text.index(said)
    assert text.count(", no change") == 1


def test_two_editions_are_compared(visitor: Visitor, published: date) -> None:
    assert published
    open_editions(visitor).put("Your name", REVIEWER).put("Title", "Autumn")
    visitor.press("Publish edition 2")
    visitor.put("Compare with", "1").run()
    assert visitor.title == "Edition 1 and Edition 2"
    assert visitor.app.query_params["with"] == "1"
    assert "Not reviewed: " in visitor.text
    assert "new: 1 test" in visitor.text
    assert "6 themes without a clear change or new evidence" in visitor.text
    assert "Text rendering: ◌ not reviewed" not in visitor.text
    assert "Text rendering: ◌ not reviewed" in visitor.unfold("same").text
    visitor.put("Theme", "consistency").run()
    assert "Vision 1 · sometimes works" in visitor.text


@pytest.mark.parametrize("asked", ["9", "one", "-1"])
def test_an_edition_that_is_not_there_is_told(
    visitor: Visitor, published: date, asked: str
) -> None:
    assert published
    open_editions(visitor, edition=asked)
    assert visitor.title == "Editions"
    assert "There is no such edition" in visitor.text


def test_without_sign_in_the_feed_has_one_open_address(visitor: Visitor) -> None:
    [address] = open_editions(visitor).app.code
    assert address.value.endswith("/atom.xml")


@pytest.mark.usefixtures("clock", "browser")
def test_text_from_outside_is_no_markup(house: House) -> None:
    hostile = "![x](http://a.example/x) **b**"
    with house.writing() as db:
        publish(db, Wish(hostile, TODAY, hostile, hostile), now=NOW)
    for query in ({}, {"edition": "1"}):
        shown = "\n".join(open_editions(Visitor(), **query).markdown)
        assert "![x](" not in shown
        assert "**b**" not in shown.replace("\\*\\*b\\*\\*", "")


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CONTRIBUTOR])
def test_who_may_not_publish_is_not_offered_it(
    signed_in: SignedIn, published: date, role: Role
) -> None:
    visitor = open_editions(signed_in(role))
    assert "Edition 1: Summer" in visitor.text
    assert "Publish edition" not in visitor.text
    assert visitor.open("editions", edition="1").title == "Edition 1: Summer"
    assert visitor.open("map").links("Publish an edition") == []
    assert published


def test_a_reviewer_publishes_under_their_own_name(
    signed_in: SignedIn, house: House
) -> None:
    visitor = signed_in(Role.REVIEWER).open("map")
    assert visitor.links("Publish an edition") == ["editions?"]
    open_editions(visitor).put("Title", "Autumn").press("Publish edition 1")
    assert visitor.title == "Edition 1: Autumn"
    with house.reading() as db:
        [edition] = list_editions(db)
    assert edition.published_by == NAMES[Role.REVIEWER]


def test_who_signs_in_has_a_feed_of_their_own(
    signed_in: SignedIn, house: House
) -> None:
    visitor = open_editions(signed_in(Role.VIEWER))
    assert not visitor.app.code
    visitor.press("Show my own address")
    first = own_address(visitor)
    visitor.press("Take another address")
    second = own_address(visitor)
    assert first != second
    with house.reading() as db:
        assert may_follow(db, second)
        assert not may_follow(db, first)


def own_address(visitor: Visitor) -> str:
    """Return the key in the address that is shown."""
    found = re.fullmatch(
        r"https://maps\.example\.org/atom\.xml\?key=([\w-]+)",
        visitor.app.code[0].value,
    )
    assert found
    return found[1]


def test_a_review_in_which_nothing_was_decided_has_to_be_chosen(
    visitor: Visitor, house: House
) -> None:
    with house.writing() as db:
        reviews.add_review(db, a_review())
    open_editions(visitor).put("Your name", REVIEWER).put("Title", "Autumn").run()
    assert "publishing ends them" not in visitor.text
    visitor.put("The review it closes with", "review-1").run()
    assert "Votes are still taken in “September”" in visitor.text
    visitor.put("The review it closes with", "").press("Publish edition 1")
    with house.reading() as db:
        assert not reviews.get_review(db, "review-1").is_closed
