"""What a digest says to a team, where its lines lead, and that mail can show it."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.factories import NOW, a_checkpoint, a_note
from tests.reviewing import a_decision, a_review
from tests.unit.reports.test_digest import HOSTILE, UNTIL, a_digest, claim_news, section
from themewatch.domain.digest import CheckpointNews, TestNews
from themewatch.domain.digest_team import OpenReview, TeamNews
from themewatch.domain.edition import EditionHead
from themewatch.reports.digest_html import digest_html
from themewatch.reports.digest_markdown import digest_markdown

HOUSE = "https://map.example.org"
HEAD = EditionHead(3, "What October showed", UNTIL, NOW, "Ben")


def of_a_team(**news):
    return a_digest(team=TeamNews(**news))


def waiting(*, public_url=None, **said):
    options = {"takes_votes": True, "voted": 1, "missing": 1} | said
    opened = OpenReview(a_review(), **options)
    told = replace(of_a_team(reviews=(opened,)), public_url=public_url)
    return section(digest_markdown(told), "Waiting")


def test_what_was_published_is_news():
    told = of_a_team(editions=(HEAD,))
    assert not told.is_empty
    assert section(digest_markdown(told), "Published") == [
        "- **Edition 3: What October showed**: published on 2026-10-01 by Ben; it "
        "shows 2026-11-20."
    ]


def test_a_decision_whose_day_came_is_said_with_what_we_do_and_who():
    told = of_a_team(revisit=(a_decision(owner="Cleo", revisit_on=UNTIL),))
    assert not told.is_empty
    (line,) = section(digest_markdown(told), "Decisions to look at again")
    assert line.startswith("- **Consistency & control**: Try it")
    assert "Cleo sees to it, and looks again on 2026-11-20" in line


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"missing": 1}, "1 of 2 has not voted yet; votes are taken until 2026-10-08"),
        ({"missing": 2}, "2 of 2 have not voted yet; votes"),
        ({"missing": 0, "voted": 2}, "everybody has voted; the round can be closed."),
        ({"missing": None, "voted": 1}, "1 person has voted; votes are taken until"),
        ({"takes_votes": False}, "voting is over, and decisions are awaited."),
        ({"is_decided": True}, "everything is decided; the round can be closed."),
    ],
    ids=str,
)
def test_votes_that_wait_are_said_in_counts(said, words):
    (line,) = waiting(**said)
    assert line.startswith(f"- **Review “September”**: {words}")


def test_what_waits_is_no_news_and_is_said():
    told = of_a_team(overdue=2)
    assert told.is_empty
    text = digest_markdown(told)
    assert "Nothing happened" in text
    assert section(text, "Waiting") == [
        "- **Decisions**: 2 were to be looked at again earlier."
    ]


class TestWhereLinesLead:
    def test_without_an_address_of_the_house_they_lead_nowhere(self):
        told = of_a_team(editions=(HEAD,))
        assert "](" not in digest_markdown(told)
        assert "<a " not in digest_html(told)

    def test_with_one_each_leads_to_its_page(self):
        told = a_digest(
            team=TeamNews(
                editions=(HEAD,),
                revisit=(a_decision(),),
                reviews=(OpenReview(a_review(), True, 0, 2),),
            ),
            tests=(TestNews(a_note(id="n1", signal=None), "Vision 1"),),
            claims=(claim_news(id="acme/x y"),),
            checkpoints=CheckpointNews(
                (a_checkpoint(id="k1", due_on=UNTIL),), (), (), 1
            ),
            stories=3,
            public_url=HOUSE,
        )
        pages = {
            "",
            *("editions?edition=3", "review?review=review-1", "record?id=n1"),
            *("record?id=acme%2Fx+y", "record?id=k1", "inbox", "ahead"),
        }
        text, html = digest_markdown(told), digest_html(told)
        assert set(re.findall(rf"\]\({HOUSE}/([^)]*)\)", text)) == pages
        assert set(re.findall(rf'href="{HOUSE}/([^"]*)"', html)) == pages

    def test_text_from_outside_ends_no_link(self):
        told = replace(
            a_digest(tests=(TestNews(a_note(), f"](http://evil.example) {HOSTILE}"),)),
            public_url="https://map.example.org/a(b)",
        )
        text = digest_markdown(told)
        (line,) = section(text, "Tested")
        assert line.startswith(r"- **[\](http\://evil.example) \!\[x\]")
        assert "](https://map.example.org/a%28b%29/record?id=" in line
        assert "<img" not in digest_html(told)


class Elements(HTMLParser):
    """Collects every element with what it bears."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


class TestInAMail:
    @pytest.fixture
    def elements(self):
        told = of_a_team(
            editions=(HEAD,), reviews=(OpenReview(a_review(), True, 0, 2),)
        )
        parser = Elements()
        parser.feed(digest_html(replace(told, public_url=HOUSE)))
        return parser.found

    def test_every_element_bears_its_own_style(self, elements):
        bare = {tag for tag, given in elements if "style" not in given}
        assert bare == {"html", "head", "meta", "title", "style", "strong"}

    def test_it_holds_nothing_a_mail_program_refuses(self, elements):
        assert not {"script", "link", "img", "form"} & {tag for tag, _ in elements}
        assert not any(name.startswith("on") for _, given in elements for name in given)
        assert not any("var(" in given.get("style", "") for _, given in elements)
