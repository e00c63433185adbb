"""Text from outside is never markup, wherever it comes to stand."""

import json
from typing import Any

import pytest

from tests.app.conftest import Browser, Keep
from tests.app.visitor import Visitor
from tests.editions import some_editions
from tests.factories import NOW, a_claim, a_note, a_release, a_view
from tests.media import a_png
from tests.people import REVIEWER
from tests.reviewed import some_reviews
from themewatch.domain.note import Verdict
from themewatch.domain.record import Record
from themewatch.domain.theme import SLUGS
from themewatch.services.files import keep_file
from themewatch.services.house import House
from themewatch.ui.text import plain

TRICKS = ("![x](http://evil.example/x)", "<script>", ":red[x]", "$x$", ":material/map:")
HOSTILE = " ".join(TRICKS)
NAME = HOSTILE[:75]
PLACES: tuple[dict[str, str], ...] = (
    {"page": "map"},
    {"page": "theme", "theme": "consistency"},
    *(
        {"page": "theme", "show": show}
        for show in ("tools", "tests", "views", "claims")
    ),
    {"page": "log"},
    {"page": "log", "claim": "c1"},
    {"page": "log", "log": "release"},
    {"page": "log", "log": "view"},
    {"page": "releases"},
    {"page": "releases", "search": HOSTILE},
    {"page": "release", "release": "r1"},
    {"page": "release", "release": HOSTILE},
    {"page": "record", "id": HOSTILE},
    *({"page": "record", "id": record} for record in ("r1", "c1", "n1", "n2", "v1")),
)


def evidence(house: House) -> list[Record]:
    """Return evidence that tries to be markup in every field it has."""
    ref = keep_file(house.home, f"{HOSTILE}.png", a_png())
    return [
        a_release(
            id="r1",
            model=HOSTILE,
            vendor=HOSTILE,
            price_usd=1.0,
            price_unit=HOSTILE,
            source=HOSTILE,
            url="https://example.org/[x](javascript:alert(1))",
        ),
        a_claim(id="c1", release="r1", text=HOSTILE, source=HOSTILE),
        a_note(
            id="n1",
            person=HOSTILE,
            tool=f"tool {HOSTILE}",
            observed=HOSTILE,
            improvement=HOSTILE,
            limits=HOSTILE,
            link="https://example.org/<script>",
            files=(ref,),
        ),
        a_note(
            id="n2",
            person=REVIEWER,
            signal="style-lock",
            tool=None,
            release="r1",
            verdict=Verdict.DEPENDABLE,
            tries=9,
            acceptable=8,
            limits=HOSTILE,
        ),
        a_view(id="v1", person=f"{HOSTILE}!", reason=HOSTILE),
    ]


@pytest.fixture(autouse=True)
def _evidence(keep: Keep, house: House, browser: Browser) -> None:
    keep(*evidence(house))
    browser.cookies["themewatch_name"] = NAME


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_it_stands_as_it_was_typed(visitor: Visitor, place: dict[str, str]) -> None:
    query: dict[str, Any] = dict(place)
    visitor.open(query.pop("page"), **query)
    assert _unescaped_tricks(visitor) == []


def test_it_is_read_as_it_was_typed(visitor: Visitor) -> None:
    assert HOSTILE in visitor.open("theme", theme="consistency", show="tests").text
    assert HOSTILE in visitor.open("record", id="n1").text
    assert HOSTILE in visitor.open("release", release="r1").text


def test_what_is_said_after_saving_is_never_markup(visitor: Visitor) -> None:
    visitor.open("log", claim="c1").put("What happened?", Verdict.USUALLY)
    visitor.put("Tries", 5).put("of these acceptable", 4).press("Save")
    assert HOSTILE in visitor.saved
    assert _unescaped_tricks(visitor) == []


def test_problems_are_never_markup(visitor: Visitor) -> None:
    page = (f"{HOSTILE}.png", b"<html>", "image/png")
    visitor.open("log").put("Model or tool", HOSTILE).put("In one line", HOSTILE)
    visitor.put("Images, video or audio, up to four", page).press("Save")
    assert visitor.problems
    assert _unescaped_tricks(visitor) == []


def test_a_release_that_tries_is_logged_and_said_plainly(visitor: Visitor) -> None:
    visitor.open("log", log="release").put("Model", HOSTILE).put("Vendor", "Acme")
    visitor.press("Save")
    assert f"{HOSTILE} is logged." in visitor.saved
    assert _unescaped_tricks(visitor) == []


def test_the_charts_escape_it_too(visitor: Visitor) -> None:
    visitor.open("theme", theme="consistency")
    spec = json.dumps(visitor.chart)
    assert "&lt;script&gt;" in spec
    assert "<script>" not in spec


def test_a_link_that_is_script_is_never_drawn(visitor: Visitor) -> None:
    for record in ("n1", "r1"):
        visitor.open("record", id=record)
        addresses = [link.proto.url for link in visitor.app.get("link_button")]
        assert all(address.startswith("https://") for address in addresses)


@pytest.mark.parametrize("theme", [*SLUGS[:5], ""])
def test_what_a_team_says_is_never_markup(
    visitor: Visitor, house: House, theme: str
) -> None:
    some_reviews(house, name=NAME, words=HOSTILE, now=NOW)
    visitor.open("review", review="review-1", theme=theme)
    assert HOSTILE in visitor.text
    assert NAME in visitor.text
    assert _unescaped_tricks(visitor) == []
    for html in visitor.app.get("html"):
        assert "<script>" not in html.proto.body


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"edition": "2", "of": "consistency"},
        {"edition": "2", "with": "1", "of": "consistency"},
    ],
    ids=str,
)
def test_what_is_published_is_never_markup(
    visitor: Visitor, house: House, place: dict[str, str]
) -> None:
    some_editions(house, name=NAME, words=HOSTILE, now=NOW)
    assert HOSTILE in visitor.open("editions", **place).text
    assert _unescaped_tricks(visitor) == []
    assert "<script>" not in json.dumps(_charts(visitor))


def _charts(visitor: Visitor) -> list[str]:
    return [chart.proto.spec for chart in visitor.app.get("plotly_chart")]


@pytest.mark.parametrize("trick", TRICKS)
def test_a_trick_left_as_it_is_would_be_found(trick: str) -> None:
    assert _is_markup(HOSTILE, trick)
    assert not _is_markup(plain(HOSTILE), trick)


def _unescaped_tricks(visitor: Visitor) -> list[str]:
    return [
        text for text in visitor.markdown for trick in TRICKS if _is_markup(text, trick)
    ]


def _is_markup(text: str, trick: str) -> bool:
    """Say whether a trick stands there without a backslash before its first sign."""
    return any(not before.endswith("\\") for before in text.split(trick)[:-1])


@pytest.mark.parametrize(
    "text", ["http://evil.example/a", "www.evil.example", "ann@evil.example"]
)
def test_nothing_reads_as_an_address(text):
    """Streamlit makes links of bare addresses, whatever is escaped in them."""
    shown = plain(text).replace("\\", "")
    assert shown != text
    assert shown.replace("\u2060", "") == text
    assert "://" not in shown
