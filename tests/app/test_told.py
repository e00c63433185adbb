"""News that was kept stands where its theme and its release are."""

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, RELEASE_ID, a_release
from tests.news import Piece, put_stories, put_story
from tests.people import CONTRIBUTOR
from themewatch.domain.story import Seen
from themewatch.services.house import House
from themewatch.services.triage import By, KnownRelease, attach


@pytest.fixture
def attached(house: House, keep: Keep) -> Piece:
    """Attach a story to a release, without a claim."""
    keep(a_release())
    known = KnownRelease(RELEASE_ID, ("longer-video",))
    with house.writing() as db:
        put_story(db, "s1")
        attach(db, Seen("s1", 1), known, By(CONTRIBUTOR, NOW))
    return Piece()


def test_it_is_marked_on_the_time_line_with_its_link(
    visitor: Visitor, attached: Piece
) -> None:
    visitor.open("theme", theme="longer-video")
    (trace,) = (t for t in visitor.chart["data"] if t["name"] == "story")
    assert attached.title.replace("'", "") in trace["hovertext"][0]
    assert "1 story" in visitor.chart_alt
    day = attached.at.date().isoformat()
    visitor.app.session_state["theme_chart"] = {"selection": {"points": [{"x": day}]}}
    visitor.run()
    assert f"In the news: {attached.title} · Lab news, {day}" in visitor.text
    addresses = [link.proto.url for link in visitor.app.get("link_button")]
    assert attached.link in addresses


@pytest.mark.usefixtures("attached")
def test_it_stands_under_no_other_theme(visitor: Visitor) -> None:
    visitor.open("theme", theme="consistency")
    (trace,) = (t for t in visitor.chart["data"] if t["name"] == "story")
    assert not trace.get("x")


def test_the_page_of_its_release_names_it(visitor: Visitor, attached: Piece) -> None:
    visitor.open("release", release=RELEASE_ID)
    assert "In the news" in visitor.text
    assert attached.title in visitor.text
    addresses = [link.proto.url for link in visitor.app.get("link_button")]
    assert attached.link in addresses


def test_the_map_says_what_waits(visitor: Visitor, house: House) -> None:
    assert "in the inbox" not in visitor.open("map").text
    with house.writing() as db:
        put_stories(db, 3)
    visitor.open("map")
    assert visitor.links("3 stories wait in the inbox") == ["inbox?"]
