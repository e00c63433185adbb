"""A digest says what happened, plainly, and nothing in it is markup."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from tests.factories import a_checkpoint, a_claim, a_forecast, a_note
from tests.people import CONTRIBUTOR
from tests.standings import CATALOGUE, a_map, a_standing, the_baseline_map
from themewatch.domain.claim import Outcome
from themewatch.domain.digest import (
    CheckpointNews,
    ClaimNews,
    Digest,
    Span,
    TestNews,
)
from themewatch.domain.forecast import ScoredForecast
from themewatch.domain.judging import JudgedClaim
from themewatch.reports.digest_html import digest_html
from themewatch.reports.digest_lines import MOST_LINES
from themewatch.reports.digest_markdown import digest_markdown

SINCE, UNTIL = date(2026, 10, 21), date(2026, 11, 20)
DUE = date(2026, 11, 2)
NO_CHECKPOINTS = CheckpointNews((), (), (), 0)
HOSTILE = "![x](http://evil.example/x.png) <img src=http://evil.example/y> **b** $x$"


def a_digest(**changes):
    """Return a digest of nothing."""
    nothing = Digest(
        span=Span(SINCE, UNTIL),
        catalogue=CATALOGUE,
        maturity_map=replace(the_baseline_map(), compared_with=SINCE),
        tests=(),
        claims=(),
        outcomes=(),
        checkpoints=NO_CHECKPOINTS,
        scored=(),
        stories=0,
        are_more=False,
    )
    return replace(nothing, **changes)


def a_test(**changes):
    return TestNews(a_note(signal=None, **changes), "Vision 1")


def claim_news(was=None, **changes):
    claim = a_claim(signal=None, **changes)
    judged = JudgedClaim(claim, DUE, Outcome.HOLDS_UP, ())
    return ClaimNews(judged, "Vision 1", "Acme", was)


def section(text, heading):
    """Return the lines under a heading of a Markdown digest."""
    _before, _, after = text.partition(f"## {heading}\n\n")
    return after.split("\n\n## ")[0].strip().split("\n")


def test_nothing_is_said_in_one_sentence_and_no_more():
    lines = digest_markdown(a_digest()).strip().split("\n\n")
    assert lines == [
        "# What moved, 2026-10-21 to 2026-11-20",
        "**Nothing happened: no theme moved, nobody tested, no vendor claimed "
        "anything, nothing was published, and nothing fell due.**",
    ]
    assert "Nothing happened" in digest_html(a_digest())


def test_what_waits_is_said_even_where_nothing_happened():
    overdue = replace(NO_CHECKPOINTS, overdue=2)
    text = digest_markdown(a_digest(stories=3, checkpoints=overdue))
    assert section(text, "Waiting") == [
        "- **Inbox**: 3 stories wait there.",
        "- **Checkpoints**: 2 fell due earlier, and nobody has said what came of them.",
    ]


def test_more_than_is_counted_is_said_as_such():
    text = digest_markdown(a_digest(stories=1000, are_more=True))
    assert "more than 1000 stories wait there." in text


def test_a_theme_that_moved_is_told_in_the_maps_own_sentences():
    moved = a_map(a_standing(moved=0.3), a_standing("lower-cost", mean=2.2))
    text = digest_markdown(a_digest(maturity_map=moved))
    assert "**Claims run furthest ahead" in text
    assert section(text, "Themes") == [
        "- **Consistency & control**: Vendors: Maturing. Tests: Growing. 9 claims "
        "nobody here has tested. ▲ up, 4 tests since 2026-10-21."
    ]


def test_where_only_a_claim_came_that_nothing_moved_is_said():
    text = digest_markdown(a_digest(claims=(claim_news(),)))
    assert section(text, "Themes") == ["No theme moved."]
    assert section(text, "Tested") == ["Nobody tested anything."]
    (said,) = section(text, "New claims")
    assert said.startswith("- **Vision 1 · Acme**: Holds one look over many shots. (")
    assert "vendor says: Maturing (usually works)" in said


def test_a_test_names_tool_theme_result_and_who():
    text = digest_markdown(a_digest(tests=(a_test(link="https://x.example/<a>"),)))
    assert section(text, "Tested") == [
        f"- **Vision 1**: Consistency & control: sometimes works ({CONTRIBUTOR}, "
        "2026-08-15). The jacket changes colour in the third shot. "
        "<https://x.example/%3Ca%3E>"
    ]


def test_a_claim_whose_outcome_changed_says_what_it_was():
    news = claim_news(was=Outcome.UNTESTED)
    text = digest_markdown(a_digest(outcomes=(news,)))
    assert section(text, "What became of claims") == [
        "- **Vision 1 · Acme**: “Holds one look over many shots.”: untested, now: "
        "holds up."
    ]


def test_checkpoints_that_fell_due_stand_before_settled_and_coming_ones():
    news = CheckpointNews(
        due=(a_checkpoint(title="A", due_on=DUE),),
        settled=(a_checkpoint(title="B", settled_on=DUE, result="Upheld."),),
        coming=(a_checkpoint(title="C", due_on=date(2026, 12, 1), text=""),),
        overdue=0,
    )
    text = digest_markdown(a_digest(checkpoints=news))
    place = "a ruling · Consistency & control."
    assert section(text, "Checkpoints") == [
        f"- **A**: due since 2026-11-02 · {place} Who is paid decides who goes on.",
        f"- **B**: settled 2026-11-02 · {place} Upheld.",
        f"- **C**: due 2026-12-01 · {place}",
    ]


def test_what_fell_due_on_the_last_day_bears_its_date_as_mail_is_read_later():
    due = a_checkpoint(title="A", due_on=a_digest().span.until)
    news = replace(NO_CHECKPOINTS, due=(due,))
    text = digest_markdown(a_digest(checkpoints=news))
    assert f"**A**: due since {due.due_on} ·" in text
    assert "today" not in text


def test_a_forecast_that_came_due_is_told_with_its_scores():
    scored = ScoredForecast(a_forecast(by=date(2026, 10, 31)), came_true=True)
    text = digest_markdown(a_digest(scored=(scored,)))
    assert section(text, "Forecasts") == [
        "- **Consistency & control: Maturing by October 2026**: came true. "
        f"{CONTRIBUTOR} said 40 % · the map: 22 % · no change: 3 %: closer than the "
        "map; score 0.36 · the map: 0.61 · no change: 0.94."
    ]


def test_a_long_list_is_cut_and_says_by_how_much():
    many = tuple(a_test() for _ in range(MOST_LINES + 7))
    text = digest_markdown(a_digest(tests=many))
    assert text.count("- **Vision 1**") == MOST_LINES
    assert "And 7 more." in text
    assert "And 7 more." in digest_html(a_digest(tests=many))


@pytest.fixture
def hostile():
    return a_digest(
        tests=(TestNews(a_note(observed=HOSTILE, person=HOSTILE), HOSTILE),),
        claims=(claim_news(text=HOSTILE),),
        checkpoints=replace(
            NO_CHECKPOINTS,
            due=(a_checkpoint(title=HOSTILE, link='https://e.example/"><b>'),),
        ),
    )


def test_in_markdown_nothing_from_outside_is_markup(hostile):
    text = digest_markdown(hostile)
    for markup in ("![x](", "<img", "**b**", "$x$", "http://evil"):
        assert markup not in text.replace("\\" + markup, "")
    assert '<https://e.example/"%3E%3Cb%3E>' in text


def test_in_html_nothing_from_outside_is_markup(hostile):
    page = digest_html(hostile)
    assert "<img" not in page
    assert "<b>" not in page
    assert HOSTILE in unescape(page)
    assert 'href="https://e.example/&quot;&gt;&lt;b&gt;"' in page


def test_the_page_needs_nothing_else(hostile):
    page = digest_html(hostile)
    assert page.startswith("<!doctype html>")
    assert not any(tag in page for tag in ("<script", "<link", "@import", 'src="'))
