"""What strangers write becomes plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.ingest.markup import MOST_WORK, words_of_html, work
from themewatch.ingest.plain_text import TEXT_BYTES, TITLE_BYTES, body_text, title_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&amp;T"),
        ("<b>Bold</b> claim", "Bold claim"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("Loss <epsilon", "Loss <epsilon"),
        ("  two\n lines\t&nbsp; ", "two lines"),
        ("<script>alert(1)</script>", ""),
        ("a<!-- b -->c", "ac"),
        ("<svg/onload=alert(1)>", ""),
        ("<img src=x onerror=alert(1)>x", "x"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("편집 &lt;모델&gt;", "편집 <모델>"),
        ("zero\u200bwidth", "zero\u200bwidth"),
        ("right\u202eto left\u0000\ud800", "rightto left"),
    ],
)
def test_a_title_is_one_line_without_markup(html, text):
    assert title_text(html, is_html=True) == text


def test_a_title_that_is_plain_text_stays_as_it_is():
    title = "How to use <canvas> &amp; <b>"
    assert title_text(title, is_html=False) == title


@pytest.mark.parametrize("simply", [False, True])
@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("One<br>Two<br/>Three", ["One", "Two", "Three"]),
        (
            "<ul><li>One</li>\n<li>Two <i>and</i> a half</li></ul>",
            ["One", "Two and a half"],
        ),
        ("<h2>Head</h2>text", ["Head", "text"]),
        ("<p>a\nb</p>", ["a b"]),
        ("plain\nlines", ["plain", "lines"]),
        ("<style>p{}</style><script>alert(1)</script>x", ["x"]),
        ("x<script>never closed", ["x"]),
        ("<a href='javascript:alert(1)'>x</a>", ["x"]),
        ("<p>&lt;script&gt;</p>", ["<script>"]),
        ("<p>a &amp;lt; b</p>", ["a &lt; b"]),
        ("<P CLASS='x'>One</P>Two", ["One", "Two"]),
    ],
)
def test_the_blocks_of_a_body_become_lines(html, lines, simply):
    assert body_text(html, is_html=True, simply=simply).splitlines() == lines


def test_what_is_too_long_is_cut_between_characters():
    assert title_text("편" * 5000, is_html=True) == "편" * (TITLE_BYTES // 3)
    assert len(body_text("é " * 400_000, is_html=False).encode()) <= TEXT_BYTES


@given(st.text(), st.booleans(), st.booleans())
def test_whatever_comes_becomes_text_that_can_be_stored(text, is_html, simply):
    for plain in (
        title_text(text, is_html=is_html),
        body_text(text, is_html=is_html, simply=simply),
    ):
        assert "\0" not in plain
        plain.encode()
    assert "\n" not in title_text(text, is_html=is_html)


@pytest.mark.parametrize(
    "bomb",
    [
        "".join(f"<b x={n}>" for n in range(50_000)),
        "<div>" * 50_000,
        "<p " + " ".join(f"a{n}" for n in range(200_000)) + ">",
    ],
)
def test_html_that_would_take_long_to_parse_is_known_beforehand(bomb):
    assert work(bomb) > MOST_WORK
    assert words_of_html(f"{bomb}x", simply=True).strip() == "x"


def test_ordinary_html_is_not_held_to_be_much_work():
    post = "<p>Some <b>words</b> and a <a href='https://example.com'>link</a>.</p>\n"
    assert 40 * work(post * 100) < MOST_WORK


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("It removes objects…<br/>Stars: 3<br/><a href='x'>Code</a>", 3),
        ("Write <br> where a line should end", 2),
        ("a < b and b > c, with a <placeholder>", 1),
    ],
)
def test_a_body_that_calls_itself_text_and_closes_tags_is_markup(text, lines):
    found = body_text(text, is_html=False)
    assert len(found.splitlines()) == lines
    assert ("<placeholder>" in text) is ("<placeholder>" in found)
    assert "<a" not in found
