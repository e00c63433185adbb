"""An edition written down: what we do now leads, and nothing from outside is markup."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.editions import a_decided, a_ground, a_piece, an_edition
from themewatch.domain.edition import PieceKind
from themewatch.domain.edition_comparison import compare_editions
from themewatch.domain.review import DecisionKind
from themewatch.domain.theme import SLUGS
from themewatch.reports.comparison_markdown import comparison_markdown
from themewatch.reports.edition_html import edition_html
from themewatch.reports.edition_json import comparison_json, edition_json
from themewatch.reports.edition_markdown import edition_markdown

HOSTILE = "<script>alert(1)</script> *x* [y](https://z.example)"


def decided():
    decision = a_decided(kind=DecisionKind.PLACE, position=2.7)
    first, *others = an_edition().themes
    themes = (replace(first, published=2.7), *others)
    return an_edition(3, themes=themes, decisions=(decision,))


@pytest.fixture
def ground():
    claim = a_piece(
        "claim",
        kind=PieceKind.CLAIM,
        about="Vision 1 · Acme",
        person="",
        effect=None,
        tries=None,
        acceptable=None,
        position=2.5,
    )
    return a_ground(a_piece(), claim)


@pytest.mark.parametrize("write", [edition_html, edition_markdown])
def test_what_we_do_now_leads(write, ground):
    text = write(decided(), ground)
    assert text.index("What we do now") < text.index("The map in words")
    assert "Try it: Ann Contributor sees to it, and looks again on" in text
    assert "Maturing, upper third, a place of our own: Two of three" in text
    assert "Nothing was decided on: Multimodality" in text


@pytest.mark.parametrize("write", [edition_html, edition_markdown])
def test_what_only_confirms_is_one_line_after_what_is_new(write):
    confirmed = [
        a_decided(theme, kind=DecisionKind.UNCHANGED, reason="")
        for theme in ("consistency", "multimodality")
    ]
    new = a_decided("longer-video", kind=DecisionKind.PLACE, position=2.7)
    edition = an_edition(3, decisions=(*confirmed, new))
    text = write(edition, a_ground()).replace("\\", "").replace("&amp;", "&")
    line = "Try it, no change: Consistency & control, Multimodality (Ann Contributor, "
    assert text.index("a place of our own") < text.index(line)
    assert text.count("no change") == 1


@pytest.mark.parametrize("write", [edition_html, edition_markdown])
def test_every_piece_of_evidence_is_told_with_its_effect(write, ground):
    text = write(decided(), ground)
    assert "3 of 6 tries acceptable" in text
    assert "effect +0.10" in text.replace("\\", "")
    assert "Claim: Vision 1 · Acme" in text
    assert "moves ◇ alone" in text


def test_the_team_s_place_stands_beside_the_estimate():
    text = edition_markdown(decided(), a_ground())
    assert "The team places it at" in text
    assert "The team places it at" not in edition_markdown(an_edition(), a_ground())


def test_without_a_decision_it_says_so():
    assert "Nothing was decided with this edition" in edition_html(
        an_edition(), a_ground()
    )


def test_nothing_from_outside_is_markup():
    edition = an_edition(
        title=HOSTILE,
        note=HOSTILE,
        published_by=HOSTILE,
        review_title=HOSTILE,
        decisions=(a_decided(reason=HOSTILE, owner=HOSTILE),),
    )
    hostile = a_ground(a_piece(words=HOSTILE, about=HOSTILE, person=HOSTILE))
    page = edition_html(edition, hostile)
    assert "<script>" not in page
    assert HTMLParser().feed(page) is None
    text = edition_markdown(edition, hostile)
    assert "<script>" not in text
    assert "*x*" not in text.replace("\\*x\\*", "")


def test_one_web_page_asks_for_nothing_else(ground):
    page = edition_html(decided(), ground)
    assert page.count("<svg") == 2
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_json_holds_figures_decisions_settings_and_evidence(ground):
    document = json.loads(edition_json(decided(), ground))
    assert (document["form"], document["edition"]) == (1, 3)
    assert document["compared_with_edition"] == 2
    assert [theme["theme"] for theme in document["themes"]] == list(SLUGS)
    assert document["decisions"][0]["use"] == "try"
    assert document["settings"] == {"model: volatility": "0.5"}
    assert [piece["effect"] for piece in document["evidence"]] == [0.1, None]


def test_a_comparison_says_what_moved_and_why(ground):
    found = compare_editions((an_edition(1), a_ground()), (decided(), ground))
    text = comparison_markdown(found).replace("\\", "")
    assert "# Edition 1 and Edition 3" in text
    assert "▲ up 1 stage: from Growing, middle third to Maturing, upper" in text
    assert "as the team placed it; tests show Growing, middle third" in text
    assert "new: 1 test, 1 claim" in text
    document = json.loads(comparison_json(found))
    assert document["themes"][0]["new"][0]["id"] == "note-1"
