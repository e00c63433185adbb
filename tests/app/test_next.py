"""Test next: the tests worth doing, why, and one click to a form filled in."""

from datetime import date

from tests.app.conftest import Browser, Keep
from tests.app.visitor import Visitor
from tests.factories import a_claim, a_note, a_release
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS
from themewatch.services.protocols import protocols
from themewatch.services.reference import catalogue


def open_next(visitor: Visitor) -> Visitor:
    visitor.open("next")
    assert visitor.title == "What to test next"
    return visitor


def headings(visitor: Visitor) -> list[str]:
    return [str(heading.value) for heading in visitor.app.subheader]


def test_every_theme_is_there_with_what_a_test_would_do(visitor: Visitor) -> None:
    text = open_next(visitor).text
    for slug in SLUGS:
        assert catalogue().theme(slug).name in text
    assert len(headings(visitor)) == len(SLUGS)
    assert text.count("One careful test by you would") == len(SLUGS)


def test_a_theme_tested_carefully_falls_behind(visitor: Visitor, keep: Keep) -> None:
    first = headings(open_next(visitor))[0].partition("1\\. ")[2]
    slug = next(
        s for s in SLUGS if first.startswith(catalogue().theme(s).name.split()[0])
    )
    keep(
        *(
            a_note(theme=slug, tool=f"Tool {n}", tries=10, acceptable=5)
            for n in range(6)
        )
    )
    assert not open_next(visitor).text.count(f"1. {catalogue().theme(slug).name}")


def test_a_click_leads_to_the_form_with_the_ready_test(
    visitor: Visitor, keep: Keep
) -> None:
    keep(
        a_release(released_on=date(2026, 8, 31)),
        a_claim(
            id="boldest",
            theme="text-rendering",
            signal="font-variety",
            claimed_stage=Stage.MATURE,
        ),
    )
    links = open_next(visitor).links("Test it")
    asked = [link for link in links if "claim=boldest" in link]
    assert len(asked) == 1
    assert "ready=true" in asked[0]
    test = protocols().for_claim("text-rendering", "font-variety")
    visitor.open("log", theme="text-rendering", claim="boldest", ready="true")
    assert test.title in visitor.text
    assert visitor.field("Tries").value == test.tries


def test_each_says_why_it_stands_there_and_what_it_takes(
    visitor: Visitor, keep: Keep
) -> None:
    release = a_release(released_on=date(2026, 8, 31))
    keep(
        release, a_claim(theme="multimodality", claimed_stage=Stage.MATURE, signal=None)
    )
    text = open_next(visitor).text
    test = protocols().for_claim("multimodality", None)
    assert (
        f"nobody here has tested it · claimed: Mature · out since 2026-08-31 · "
        f"{test.tries} tries, about {test.minutes} minutes" in text
    )


def test_the_rest_is_a_click_away(visitor: Visitor) -> None:
    before = len(open_next(visitor).links("Test it"))
    visitor.unfold("more_editing-fidelity")
    assert len(visitor.links("Test it")) > before


def test_it_depends_on_who_would_test(
    visitor: Visitor, browser: Browser, keep: Keep
) -> None:
    """Whose leniency is known teaches more by one more test."""
    browser.cookies = {"themewatch_name": "Known"}
    keep(
        *(
            a_note(person=who, tool=f"Tool {n}", tries=10, acceptable=5, theme=slug)
            for who in ("Known", "Other")
            for n in range(4)
            for slug in SLUGS[:3]
        )
    )
    known = open_next(visitor).text
    browser.cookies = {}
    assert Visitor().open("next").text != known
