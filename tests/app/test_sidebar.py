"""What stands beside every page: the name under which one logs, remembered."""

import re
from urllib.parse import unquote

import pytest

from tests.app.conftest import Browser, Keep
from tests.app.visitor import Visitor
from tests.factories import a_note
from themewatch.domain.note import Verdict
from themewatch.ui import cache
from themewatch.ui.pages import PAGES

TITLES = {
    "map": "What vendors say, and what tests show",
    "theme": "Consistency & control",
    "log": "Log what you saw",
    "next": "What to test next",
    "claims": "Do the claims hold up?",
    "journal": "Journal",
    "ahead": "What lies ahead",
    "releases": "Releases",
    "release": "Release",
    "record": "Piece of evidence",
    "inbox": "Inbox",
    "feeds": "Feeds",
    "history": "Who did what",
    "people": "People",
    "review": "Review",
    "editions": "Editions",
    "settings": "Settings",
}


def the_name(visitor: Visitor) -> str:
    return str(visitor.app.text_input(key="tester_name").value)


def give_name(visitor: Visitor, name: str) -> Visitor:
    visitor.app.text_input(key="tester_name").set_value(name)
    return visitor.run()


def cookies_written(visitor: Visitor) -> list[str]:
    scripts = (html.proto.body for html in visitor.app.get("html"))
    return [c for script in scripts for c in re.findall(r'cookie = "(.*)"', script)]


@pytest.mark.parametrize("page", [entry.script for entry in PAGES])
def test_every_page_asks_for_the_name(visitor: Visitor, page: str) -> None:
    visitor.open(page)
    assert visitor.title == TITLES[page]
    assert visitor.app.sidebar.text_input(key="tester_name").label == "Your name"


def test_a_name_is_left_with_the_browser_once(visitor: Visitor) -> None:
    visitor.open("map")
    assert cookies_written(visitor) == []
    give_name(visitor, "Zoë O'Neil")
    (cookie,) = cookies_written(visitor)
    assert unquote(cookie).startswith("themewatch_name=Zoë O'Neil; path=/;")
    assert cookies_written(visitor.run()) == []


def test_a_remembered_name_is_there_on_the_next_visit(
    visitor: Visitor, browser: Browser
) -> None:
    browser.cookies["themewatch_name"] = "Zo%C3%AB"
    assert the_name(visitor.open("log")) == "Zoë"
    assert not [f for f in visitor.app.main.text_input if f.label == "Your name"]


@pytest.mark.parametrize(
    "name", ['"; alert(1); "', "</script><script>alert(1)</script>", "a; path=/evil"]
)
def test_a_name_is_never_script(visitor: Visitor, name: str) -> None:
    give_name(visitor.open("map"), name)
    (html,) = visitor.app.get("html")
    assert "alert(1)" not in html.proto.body
    assert html.proto.body.count("</script>") == 1
    (cookie,) = cookies_written(visitor)
    assert cookie.count(";") == 3


def test_the_name_stays_from_page_to_page(visitor: Visitor) -> None:
    give_name(visitor.open("map"), "Ann")
    for page in TITLES:
        assert the_name(visitor.open(page)) == "Ann"


def test_a_name_typed_in_the_form_is_remembered_too(visitor: Visitor) -> None:
    visitor.open("log").put("Your name", "Ann").put("Model or tool", "google-veo")
    visitor.put("What happened?", Verdict.BREAKS).press("Save")
    assert the_name(visitor) == "Ann"
    (cookie,) = cookies_written(visitor)
    assert cookie.startswith("themewatch_name=Ann;")


def test_a_name_typed_before_a_note_was_refused_is_not_remembered(
    visitor: Visitor,
) -> None:
    visitor.open("log").put("Your name", "Ann").press("Save")
    assert visitor.problems
    assert the_name(visitor) == ""
    assert cookies_written(visitor) == []


def test_the_name_stands_under_what_one_logs(visitor: Visitor, keep: Keep) -> None:
    keep(a_note(person="Ben"))
    give_name(visitor.open("log"), "  Ann   Contributor ")
    visitor.put("Model or tool", "google-veo").put("What happened?", Verdict.BREAKS)
    visitor.press("Save")
    people = {note.person for note in cache.evidence().notes}
    assert people == {"Ben", "Ann Contributor"}
