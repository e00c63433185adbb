"""Text with few marks: bold, italics, lists, links, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.marked_text import (
    BlockKind,
    Span,
    as_typed,
    blocks,
    plain_lines,
    plain_words,
    spans,
    unmarked,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**now**", Span("now", is_bold=True)),
        ("__now__", Span("now", is_bold=True)),
        ("*now*", Span("now", is_italic=True)),
        ("_now_", Span("now", is_italic=True)),
        ("***now***", Span("now", is_bold=True, is_italic=True)),
        ("[it](entry:7)", Span("it", target="entry:7")),
        ("[it](https://a.example/b)", Span("it", target="https://a.example/b")),
        (
            "https://a.example/b_c",
            Span("https://a.example/b_c", target="https://a.example/b_c"),
        ),
    ],
)
def test_a_mark_is_read(text, found):
    assert list(spans(text)) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "snake_case_name",
        "2 * 3 * 4",
        "**open",
        "[it](javascript:alert(1))",
        "![it](data:x)",
        "<b>now</b>",
        "$x$",
        "# no heading",
        "`code`",
        ":red[now]",
    ],
)
def test_everything_else_is_words(text):
    assert [span.text for span in spans(text)] == [text]
    assert [span.target for span in spans(text)] == [None]


def test_bold_may_hold_a_link_and_italics():
    found = list(spans("**see *this* [one](entry:7)**"))
    assert [(s.text, s.is_bold, s.is_italic, s.target) for s in found] == [
        ("see ", True, False, None),
        ("this", True, True, None),
        (" ", True, False, None),
        ("one", True, False, "entry:7"),
    ]


def test_an_empty_line_parts_paragraphs_and_a_sign_begins_an_item():
    found = blocks("One\nTwo\n\nThree\n- a\n- b\n1. c\n2) d")
    assert [(block.kind, len(block.lines)) for block in found] == [
        (BlockKind.PARAGRAPH, 2),
        (BlockKind.PARAGRAPH, 1),
        (BlockKind.BULLETS, 2),
        (BlockKind.NUMBERS, 2),
    ]


def test_the_end_of_a_sentence_is_no_part_of_an_address():
    found = list(spans("See https://a.example/b."))
    assert found[1].target == "https://a.example/b"
    assert found[2].text == "."


@given(st.text())
def test_unmarked_text_is_read_as_it_stood(text):
    words = " ".join(text.split())
    assert plain_words(f"x {unmarked(text)}") == " ".join(f"x {words}".split())


@given(st.text(alphabet="*_[]()\\ab :/h1.-\n"))
def test_no_text_is_too_strange_to_read(text):
    for block in blocks(text):
        for line in block.lines:
            for span in line:
                assert span.target is None or span.target.startswith("http")


def test_what_was_typed_keeps_its_backslashes():
    assert plain_words(as_typed(r"C:\_clips\*new")) == r"C:\_clips\*new"


def test_words_stand_on_a_line_each_without_marks():
    assert plain_lines("**Open:**\n- [two](entry:1) people") == "Open:\ntwo people"
